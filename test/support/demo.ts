import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServer, type RunningServer } from '../journey/server.ts'

const PATIENCE = 280_000

/**
 * The server with its demo, in a data folder of its own. The demo is seeded once for the whole run, by whoever needs it
 * first, and copied for the others; a server named by MONGODB_URI seeds its own.
 */
export async function startDemo(dataDir: string, vars: Record<string, string> = {}): Promise<RunningServer> {
  const shared = process.env.TEST_DEMO_DIR
  if (!process.env.MONGODB_URI && shared) cpSync(await seeded(shared), dataDir, { recursive: true })
  return startServer(dataDir, vars)
}

/** Where the seeded data lies. Two workers may ask at once: one makes it, the other waits. */
async function seeded(root: string): Promise<string> {
  const [data, ready, failed] = [join(root, 'data'), join(root, 'ready'), join(root, 'failed')]
  if (isMine(join(root, 'making'))) {
    try {
      const server = await startServer(data)
      await server.stop()
      writeFileSync(ready, '')
    } catch (error) {
      writeFileSync(failed, '')
      throw error
    }
  }
  for (const until = Date.now() + PATIENCE; Date.now() < until; await new Promise(resolve => setTimeout(resolve, 200))) {
    if (existsSync(failed)) throw new Error('another worker could not seed the demo')
    if (existsSync(ready)) return data
  }
  throw new Error('the demo was not seeded in time')
}

function isMine(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
