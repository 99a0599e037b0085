// One store for the whole run: the server that MONGODB_URI names, or the embedded one in a folder of its own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'

export default async function globalSetup() {
  // Where the first who needs the demo leaves it for the others (test/support/demo.ts).
  process.env.TEST_DEMO_DIR = mkdtempSync(join(tmpdir(), 'pembina-demo-'))
  if (process.env.MONGODB_URI) {
    process.env.TEST_MONGODB_URI = process.env.MONGODB_URI
    return
  }
  const unregister = register()
  const { launchStore } = await import('../../server/store/launch.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-test-'))
  const store = await launchStore({ dataDir, sync: false })
  await unregister()
  process.env.TEST_MONGODB_URI = store.uri
  globalThis.pembinaStore = { store, dataDir }
}
