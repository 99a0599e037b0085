import express, { Router } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../lib/root.ts'

const YEAR = 365 * 24 * 3_600_000

/** The web client as built: files named by their hash are kept for a year, every other path gets the page itself. */
export function client(folder = join(projectRoot, 'dist', 'client')): Router {
  const router = Router()
  router.use('/assets', express.static(join(folder, 'assets'), { maxAge: YEAR, immutable: true, fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  router.get('/{*path}', (req, res, next) => {
    if (!req.accepts('html') || !existsSync(join(folder, 'index.html'))) return next()
    res.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'))
  })
  return router
}
