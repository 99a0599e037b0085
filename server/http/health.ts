import { Router } from 'express'
import mongoose from 'mongoose'

/** `/health/live`: the process answers. `/health/ready`: the store does too, so that a proxy may send people here. */
export function health(): Router {
  const router = Router()
  router.get('/health/live', (_, res) => void res.json({ live: true }))
  router.get('/health/ready', async (_, res) => {
    try {
      await mongoose.connection.db!.command({ ping: 1 }, { timeoutMS: 2000 })
      res.json({ ready: true })
    } catch {
      res.status(503).json({ ready: false })
    }
  })
  return router
}
