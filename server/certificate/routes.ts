import type { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { WebServices } from '../domain.ts'
import { isId } from '../lib/mongo.ts'
import { certificatePolicy } from './policy.ts'
import { documentOf, ensureDrawn } from './service/document.ts'
import { verify } from './service/verify.ts'
import { verificationPage } from './verificationPage.ts'

/** Look-ups a minute from one address: enough for a desk that checks a pile, too few to try tokens. Default, ours. */
const LOOKUPS = 60

/** The PDF for those who may see it, and the public page behind the QR code. */
export function certificateRoutes(router: Router, services: WebServices): void {
  router.get('/certificates/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const [, id] = /^([0-9a-f]{24})\.pdf$/.exec(req.params.file) ?? []
    const certificate = isId(id) ? await ctx.load.certificate.find(id) : null
    if (!certificate || !certificatePolicy.see(ctx.viewer, certificate)) {
      res.status(404).json({ code: 'NOT_FOUND', facts: {} })
      return
    }
    await ensureDrawn(certificate)
    const name = `sertifikat-${certificate.number.replace(/[^\w.-]+/g, '-')}.pdf`
    res.set({ 'Content-Disposition': `inline; filename="${name}"`, 'Cache-Control': 'private, max-age=0, must-revalidate' })
    res.type('application/pdf').send(await documentOf(certificate))
  })

  const limiter = new RateLimiterMemory({ points: LOOKUPS, duration: 60 })
  router.get('/verify/:token', async (req, res) => {
    const language = req.query.lang === 'en' || (!req.query.lang && req.acceptsLanguages('id', 'en') === 'en') ? 'en' : 'id'
    const allowed = await limiter.consume(req.ip ?? '').then(() => true, () => false)
    const found = allowed ? await verify(req.params.token) : null
    const status = allowed ? (found ? 200 : 404) : 429
    res.status(status).set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    if (req.accepts('html', 'json') === 'json') res.json(found ?? { result: null })
    else res.type('html').send(verificationPage(found, { language, busy: !allowed, publicUrl: services.env.publicUrl }))
  })
}
