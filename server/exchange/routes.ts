import type { Request, Response, Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Context } from '../context.ts'
import type { WebServices } from '../domain.ts'
import { Refusal } from '../lib/refusal.ts'
import { mayBegin } from './policy.ts'
import { exampleFile, exportedDraft, exportedVersion, fileOf, type Exported, type Sent } from './service/export.ts'

/** Files a person takes away in a minute: more than anybody reads, less than keeps others waiting. Default, ours. */
const FILES = 60

/** Files of curricula, for those who see the curriculum or the version; for others there is nothing here. */
export function exchangeRoutes(router: Router, services: WebServices): void {
  const limiter = new RateLimiterMemory({ points: FILES, duration: 60 })
  const answer = (find: (ctx: Context, req: Request) => Promise<Sent | null>) => async (req: Request, res: Response) => {
    const ctx = await services.contextOf(req, res)
    try {
      if (ctx.viewer.id) await limiter.consume(ctx.viewer.id).catch(() => { throw new Refusal('TOO_MANY_REQUESTS') })
      const sent = ctx.viewer.id && !ctx.viewer.mustChangePassword ? await find(ctx, req) : null
      if (!sent) throw new Refusal('NOT_FOUND')
      send(res, sent)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      res.status(error.code === 'TOO_MANY_REQUESTS' ? 429 : 404).json({ code: error.code, facts: error.facts })
    }
  }
  const from = (found: (ctx: Context, id: string) => Promise<Exported | null>) => answer(async (ctx, req) => {
    const { id, file } = req.params as { id: string; file: string }
    const exported = await found(ctx, id)
    return exported && fileOf(exported, file, req.query.bahasa === 'en' ? 'en' : 'id')
  })
  router.get('/kurikulum/impor/contoh.xlsx', answer(async ctx => (mayBegin(ctx.viewer) ? exampleFile(ctx.now()) : null)))
  router.get('/kurikulum/versi/:id/ekspor/:file', from(exportedVersion))
  router.get('/kurikulum/:id/ekspor/:file', from(exportedDraft))
}

function send(res: Response, { bytes, type, name }: Sent): void {
  res.set({
    'Content-Type': type, 'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`, 'Content-Length': String(bytes.byteLength),
    'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff',
  })
  res.end(bytes)
}
