import mongoose from 'mongoose'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../../server/app.ts'
import { contextFor } from '../../server/context.ts'
import type { Services } from '../../server/domain.ts'
import { readEnv } from '../../server/env.ts'
import { connect } from '../../server/openStore.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startSession } from '../../server/people/service/session.ts'
import { guest } from '../../server/viewer.ts'
import { clientOf, type Client } from './client.ts'

/** The whole server on a port of its own, with a database of its own and a clock that tests set. */
export type TestApp = {
  url: string
  services: Services
  clock: { set(at: Date | string): void; advance(milliseconds: number): void }
  /** Signed in as the person, by a real session; signed out without one. */
  client(person?: PersonDoc): Promise<Client>
  stop(): Promise<void>
}

export async function startTestApp(vars: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-app-'))
  await connect(process.env.TEST_MONGODB_URI!, `test_${randomBytes(6).toString('hex')}`)
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  let offset = 0
  const services: Services = {
    env: { ...readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '0', ...vars }), publicUrl: url },
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    now: () => new Date(Date.now() + offset),
  }
  const app = await buildApp(services)
  server.on('request', app.express).on('upgrade', app.upgrade)
  return {
    url, services,
    clock: {
      set: at => void (offset = new Date(at).getTime() - Date.now()),
      advance: milliseconds => void (offset += milliseconds),
    },
    client: async person => clientOf(url, person ? await cookieFor(services, person) : null),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await app.stop()
      await mongoose.connection.dropDatabase()
      await mongoose.disconnect()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function cookieFor(services: Services, person: PersonDoc): Promise<string> {
  let cookie = ''
  const keep = { set: (token: string) => void (cookie = `pembina=${token}`), clear: () => {} }
  await startSession(contextFor(services, guest, { cookie: keep, agent: 'test' }), person._id)
  return cookie
}
