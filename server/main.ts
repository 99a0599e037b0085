/** env → store → app → listen; the only file with side effects at import. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import type { Services } from './domain.ts'
import { BadEnv, publicUrl, readEnv, type Env } from './env.ts'
import { startSweeps } from './sweeps.ts'
import { openStore } from './openStore.ts'
import { prepare } from './seed/index.ts'
import { welcome } from './welcome.ts'

/** While indexes are built and the demo is seeded: not ready, which a proxy and a person can both understand. */
function notYet(_: IncomingMessage, res: ServerResponse): void {
  res.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' }).end('Pembina sedang disiapkan. Silakan muat ulang sebentar lagi.\n')
}

async function main() {
  const env = readEnv(process.env)
  const log = pino({ level: env.LOG_LEVEL, redact: ['*.password', '*.token', 'headers.cookie', 'req.headers.cookie'] })
  const server = createServer()
  server.on('request', notYet)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(env.PORT, env.HOST, resolve))
  const { port } = server.address() as AddressInfo
  const services: Services = { env: { ...env, publicUrl: publicUrl(env, port) } satisfies Env, log, now: () => new Date() }

  const store = await openStore(env, log)
  const accounts = await prepare(services)
  const app = await buildApp(services)
  server.off('request', notYet).on('request', app.express).on('upgrade', app.upgrade)
  const sweeps = startSweeps(services)
  welcome(services, accounts, store.description)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), 15_000).unref()
    server.close()
    server.closeIdleConnections()
    await sweeps.stop()
    await app.stop()
    await store.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  const { message } = error as Error
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof BadEnv) console.error(`Pembina cannot start: ${message}`)
  else if (code === 'EADDRINUSE') console.error('Pembina cannot start: PORT: another program listens there; choose another, as PORT=3001 npm start')
  else console.error('Pembina cannot start:', error)
  process.exit(1)
})
