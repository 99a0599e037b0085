import { rmSync } from 'node:fs'

export default async function globalTeardown() {
  const running = globalThis.pembinaStore
  if (!running) return
  await running.store.stop()
  rmSync(running.dataDir, { recursive: true, force: true })
}
