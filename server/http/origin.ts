import type { RequestHandler } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Env } from '../env.ts'

/** Whether a request names an origin that is not ours. Programs name none; browsers always do where it matters. */
export function isForeign({ publicUrl, production }: Env, { headers: { origin, host } }: Pick<IncomingMessage, 'headers'>): boolean {
  return origin !== undefined && origin !== new URL(publicUrl).origin && (production || origin !== `http://${host}`)
}

/** Refuses what another site's page sends in a visitor's name: a request that can write and names a foreign origin. */
export function refuseForeignOrigins(env: Env): RequestHandler {
  return (req, res, next) => {
    const reading = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
    if (reading || !isForeign(env, req)) return next()
    res.status(403).json({ errors: [{ message: 'FORBIDDEN', extensions: { code: 'FORBIDDEN', facts: {} } }] })
  }
}
