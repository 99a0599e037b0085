import helmet from 'helmet'
import type { RequestHandler } from 'express'
import type { Env } from '../env.ts'

/** Security headers: nothing runs, loads or frames but our own; media may come from where authors link to. */
export function secureHeaders(env: Env): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Components place themselves by style attributes; no style sheet comes from elsewhere.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Vite puts the smallest font subsets into the style sheet.
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'https:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(env.production && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: env.production,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
}
