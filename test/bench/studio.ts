import { fork } from 'node:child_process'
import mongoose from 'mongoose'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { launchStore } from '../../server/store/launch.ts'
import { startTestApp } from '../support/app.ts'
import { bigContent } from '../support/bigCurriculum.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'
import { median, quantile, report } from './measure.ts'
import type { Figures, Plan } from './studio/editors.ts'

/** What the studio is promised for: so many write in one curriculum while so many others are open. */
const EDITORS = 20
const DOCUMENTS = 50
/** Each presses so many keys, one every so many milliseconds: a good typist's pace. */
const KEYS = 32
const EVERY = 250
/** A person one may have open in so many rooms is the studio's limit; we stay below it. */
const ROOMS_EACH = 10

/** How soon what one types is with the others, beside bare messages at the same pace; and how long a curriculum takes to open. */
export async function studioBench(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-bench-'))
  const store = process.env.MONGODB_URI ? null : await launchStore({ dataDir })
  process.env.TEST_MONGODB_URI = process.env.MONGODB_URI ?? store!.uri
  const app = await startTestApp()
  const server = createServer().listen(0, '127.0.0.1')
  const lines = new WebSocketServer({ server, perMessageDeflate: false })
  lines.on('connection', line => line.on('message', data => lines.clients.forEach(other => other !== line && other.send(data))))
  try {
    const partner = await aPartner({ shortName: 'USU' })
    const cookieOf = async () => (await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] }))).cookie!
    const cookies = await Promise.all(Array.from({ length: EDITORS }, cookieOf))
    const strangers = await Promise.all(Array.from({ length: Math.ceil((DOCUMENTS - 1) / ROOMS_EACH) }, cookieOf))
    const room = String((await aCurriculum(partner, { content: bigContent() }))._id)
    const others: Plan['others'] = []
    for (let n = 0; n < DOCUMENTS - 1; n++) {
      others.push({ room: String((await aCurriculum(partner, { content: bigContent({ seed: n + 2 }) }))._id), cookie: strangers[n % strangers.length]! })
    }
    const { studio, bare, opening, converged } = await run({ url: app.url, bareUrl: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, room, cookies, others, keys: KEYS, every: EVERY })
    const expected = EDITORS * (EDITORS - 1) * KEYS
    const beside = (share: number, name: string) => {
      const [ours, raw] = [quantile(studio, share), quantile(bare, share)]
      report(name, { ours, raw, ratio: ours / raw }, 'bare ws messages to the same 19, same pace')
    }
    beside(0.5, 'a remote key arrives (20 editors, 50 rooms)')
    beside(0.95, 'the same, p95 (goal: below 100 ms)')
    console.log(`  ${studio.length} of ${expected} arrivals, ${converged ? 'all twenty hold the same' : 'THE TWENTY DIFFER'}; server ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
    const raw = await rawOpening()
    report('a curriculum of 40 subjects/400 activities opens', { ours: median(opening), raw, ratio: median(opening) / raw }, 'its JSON, read from the store by the raw driver')
  } finally {
    lines.close()
    server.close()
    await app.stop()
    await store?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function run(plan: Plan): Promise<Figures> {
  const child = fork(new URL('./studio/editors.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', figures => resolve(figures as Figures)).once('error', reject).once('exit', code => reject(new Error(`the editors left (code ${code})`)))
    child.send(plan)
  })
}

/** The curriculum as the raw driver reads it and JSON writes it. */
async function rawOpening(): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 20; n++) {
    const start = performance.now()
    JSON.stringify(await mongoose.connection.collection('curricula').findOne({}))
    times.push(performance.now() - start)
  }
  return median(times)
}
