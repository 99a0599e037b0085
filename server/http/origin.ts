import type { RequestHandler } from 'express'
import type { Env } from '../env.ts'

/** Refuses what another site's page sends in a visitor's name: a request that can write and names a foreign origin. */
export function refuseForeignOrigins(env: Env): RequestHandler {
  const own = new URL(env.publicUrl).origin
  return (req, res, next) => {
    const origin = req.get('origin')
    const reading = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
    if (!origin || reading || origin === own || (!env.production && origin === `http://${req.get('host')}`)) return next()
    res.status(403).json({ errors: [{ message: 'FORBIDDEN', extensions: { code: 'FORBIDDEN', facts: {} } }] })
  }
}
