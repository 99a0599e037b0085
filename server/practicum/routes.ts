import type { Router } from 'express'
import type { WebServices } from '../domain.ts'
import { sendFile } from '../file/index.ts'
import { submissionPolicy } from './policy.ts'

/** Evidence, for those who may see the work it belongs to; for all others there is nothing. */
export function practicumRoutes(router: Router, services: WebServices): void {
  router.get('/submissions/:submission/files/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const submission = await ctx.load.submission.find(req.params.submission)
    const seen = submission && submissionPolicy.see(ctx.viewer, submission) && submission.evidence.some(id => String(id) === req.params.file)
    const file = seen ? await ctx.load.file.find(req.params.file) : null
    if (!file) {
      res.status(404).json({ code: 'NOT_FOUND', facts: {} })
      return
    }
    await sendFile(req, res, file)
  })
}
