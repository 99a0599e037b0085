import type { Response, Router } from 'express'
import { mkdirSync } from 'node:fs'
import type { WebServices } from '../domain.ts'
import { signedIn } from '../lib/policy.ts'
import { Refusal } from '../lib/refusal.ts'
import { finish, giveUp } from './service/finish.ts'
import { folderOf } from './service/folder.ts'
import { asAnswer, uploader, uploadServer } from './service/upload.ts'

/** Resumable uploads (tus 1.0) at /upload; each can be read and gone on with by its owner alone. */
export function fileRoutes(router: Router, services: WebServices): void {
  const { env } = services
  mkdirSync(folderOf(env), { recursive: true, mode: 0o700 })
  const { server } = uploadServer(env)

  router.all(['/upload', '/upload/:id'], async (req, res) => {
    const ctx = await services.contextOf(req, res)
    try {
      const owner = signedIn(ctx.viewer)
      const id = (req.params as { id?: string }).id
      const file = id ? await ctx.load.file.find(id) : null
      if (id && (!file || String(file.owner) !== owner)) throw new Refusal('NOT_FOUND')
      // A client that lost the last reply asks again: what is finished stays finished.
      const known = id && (req.method === 'HEAD' || req.method === 'PATCH') ? await finish(env, id) : null
      if (known?.state === 'REFUSED') throw new Refusal(known.code as Refusal['code'], known.facts ?? {})
      if (known?.state === 'STORED') {
        const there = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(known.size), 'Upload-Length': String(known.size), 'Upload-File-Id': id!, 'Cache-Control': 'no-store' }
        res.status(req.method === 'HEAD' ? 200 : 204).set(there).end()
        return
      }
      if (id && req.method === 'DELETE') {
        if (file?.state !== 'UPLOADING') throw new Refusal('NOT_FOUND')
        await giveUp(env, id)
        res.status(204).set('Tus-Resumable', '1.0.0').end()
        return
      }
      await uploader.run(ctx, () => server.handle(req, res))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(res, error)
    }
  })
}

function refuse(res: Response, refusal: Refusal): void {
  const { status_code: status, body } = asAnswer(refusal)
  res.status(status).type('application/json').send(body)
}
