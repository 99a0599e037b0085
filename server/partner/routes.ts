import type { Router } from 'express'
import type { WebServices } from '../domain.ts'
import { sendFile } from '../file/index.ts'
import { movePolicy } from './policy.ts'

/** Signed papers, for both parties of the agreement; for all others there is nothing. */
export function partnerRoutes(router: Router, services: WebServices): void {
  router.get('/agreements/:agreement/files/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const agreement = await ctx.load.agreement.find(req.params.agreement)
    const seen = agreement && movePolicy.see(ctx.viewer, agreement) && (agreement.documents ?? []).some(({ file }) => String(file) === req.params.file)
    const file = seen ? await ctx.load.file.find(req.params.file) : null
    if (!file) {
      res.status(404).json({ code: 'NOT_FOUND', facts: {} })
      return
    }
    await sendFile(req, res, file)
  })
}
