import type { Router } from 'express'
import type { WebServices } from '../domain.ts'
import { sendFile } from '../file/index.ts'
import { bankPolicy } from './policy.ts'
import { MEDIA, namesFile } from './service/media.ts'

/** Pictures and sounds of a question of the bank, in any of its versions, for those who may read it; for all others there is nothing. */
export function bankRoutes(router: Router, services: WebServices): void {
  router.get('/bank-files/:question/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const question = await ctx.load.bankQuestion.find(req.params.question)
    const named = question && bankPolicy.see(ctx.viewer, question) && await namesFile(question._id, req.params.file)
    const file = named ? await ctx.load.file.find(req.params.file) : null
    if (file?.purpose !== MEDIA) {
      res.status(404).json({ code: 'NOT_FOUND', facts: {} })
      return
    }
    await sendFile(req, res, file)
  })
}
