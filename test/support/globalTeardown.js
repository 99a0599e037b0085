import { rmSync } from 'node:fs'

export default async function globalTeardown() {
  if (process.env.TEST_DEMO_DIR) rmSync(process.env.TEST_DEMO_DIR, { recursive: true, force: true })
  const running = globalThis.pembinaStore
  if (!running) return
  await running.store.stop()
  rmSync(running.dataDir, { recursive: true, force: true })
}
