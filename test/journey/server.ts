import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { projectRoot } from '../../server/lib/root.ts'

export type RunningServer = {
  url: string
  stop(): Promise<number | null>
  /** As a power cut would. */
  kill(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** On a server that everybody shares, a database for each folder. */
function ownDatabase(dataDir: string): Record<string, string> {
  const found = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(process.env.MONGODB_URI ?? '')
  return found ? { MONGODB_URI: `${found[1]}/${basename(dataDir).replace(/\W/g, '_')}${found[2] ?? ''}` } : {}
}

/** The server as `npm start` runs it, on a free port with a data folder of its own. Resolves when it is ready. */
export async function startServer(dataDir: string, vars: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'server', 'main.js')], {
    cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...ownDatabase(dataDir), PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...vars },
  })
  const gone = new Promise<number | null>(resolve => child.once('exit', resolve))
  let exited = false
  void gone.then(() => { exited = true })
  const deadline = Date.now() + 200_000
  for (;;) {
    if (exited) throw new Error(`the server ended before it was ready (code ${await gone})`)
    if (Date.now() > deadline) throw new Error('the server was not ready within 200 seconds')
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    if (answer?.ok) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
      return gone.finally(() => clearTimeout(force))
    },
  }
}
