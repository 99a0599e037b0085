/**
 * The browsers of the studio's benchmark, in a process of their own, so that they take no time from the server's loop.
 * Told by messages what to do; all of them read one clock.
 */
import WebSocket from 'ws'
import * as Y from 'yjs'
import { listOf } from '../../../schema/studio/read.ts'
import type { TestApp } from '../../support/app.ts'
import { enterStudio, type Writer } from '../../support/studio.ts'

export type Plan = { url: string; bareUrl: string; room: string; cookies: string[]; others: { room: string; cookie: string }[]; keys: number; every: number }
export type Figures = { studio: number[]; bare: number[]; opening: number[]; converged: boolean; heap: number }

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
const withCookie = (url: string, cookie: string) => ({ url, client: async () => ({ cookie }) }) as unknown as TestApp
const enter = (url: string, room: string, cookie: string): Promise<Writer> => enterStudio(withCookie(url, cookie), null, room, { patience: 120_000 })

/** Everybody types `keys` keys, one `every` milliseconds, each at their own time; gives how long each took to reach each other. */
async function typing(count: number, keys: number, every: number, type: (who: number, key: number) => void): Promise<number[][]> {
  const sent = Array.from({ length: count }, () => [] as number[])
  await Promise.all(sent.map(async (own, who) => {
    await wait((every * who) / count)
    for (let key = 0; key < keys; key++) {
      const start = performance.now()
      own.push(start)
      type(who, key)
      await wait(Math.max(every - (performance.now() - start), 0))
    }
  }))
  return sent
}

async function inStudio(writers: readonly Writer[], keys: number, every: number): Promise<{ took: number[]; converged: boolean }> {
  const texts = writers.map(({ doc }) => writers.map((_, who) => listOf(doc, 'outcomes')!.get(`o${who + 1}`)!.get('text') as Y.Text))
  const arrived: number[][][] = writers.map(() => writers.map(() => []))
  texts.forEach((own, reader) => own.forEach((text, who) => {
    if (reader === who) return
    text.observe(({ changes }) => {
      const now = performance.now()
      for (const { insert } of changes.delta) if (typeof insert === 'string') for (const _ of insert) arrived[reader]![who]!.push(now)
    })
  }))
  const sent = await typing(writers.length, keys, every, (who, key) => texts[who]![who]!.insert(texts[who]![who]!.length, String(key % 10)))
  for (let patience = 0; patience < 200 && arrived.some((from, reader) => from.some((times, who) => reader !== who && times.length < keys)); patience++) await wait(50)
  const took = arrived.flatMap((from, reader) => from.flatMap((times, who) => (reader === who ? [] : times.map((at, key) => at - sent[who]![key]!))))
  const whole = writers.map(one => JSON.stringify(one.content()))
  return { took, converged: whole.every(text => text === whole[0]) }
}

/** The same keys as bare messages, told to all others by a server that does nothing else. */
async function bare(url: string, count: number, keys: number, every: number): Promise<number[]> {
  const lines = await Promise.all(Array.from({ length: count }, () => new Promise<WebSocket>((resolve, reject) => {
    const line = new WebSocket(url)
    line.once('open', () => resolve(line)).once('error', reject)
  })))
  const sent: number[][] = []
  const took: number[] = []
  lines.forEach(line => line.on('message', (data: Buffer) => {
    const [who, key] = [data.readUInt16LE(0), data.readUInt16LE(2)]
    took.push(performance.now() - sent[who]![key]!)
  }))
  lines.forEach((_, who) => { sent[who] = [] })
  await typing(count, keys, every, (who, key) => {
    const message = Buffer.alloc(60)
    message.writeUInt16LE(who, 0)
    message.writeUInt16LE(key, 2)
    sent[who]!.push(performance.now())
    lines[who]!.send(message)
  })
  await wait(500)
  lines.forEach(line => line.close())
  return took
}

process.once('message', async (plan: Plan) => {
  const { url, bareUrl, room, cookies, others, keys, every } = plan
  const writers: Writer[] = []
  for (const cookie of cookies) writers.push(await enter(url, room, cookie))
  const elsewhere: Writer[] = []
  for (const other of others) elsewhere.push(await enter(url, other.room, other.cookie))
  const first = await bare(bareUrl, cookies.length, keys, every)
  const { took, converged } = await inStudio(writers, keys, every)
  const second = await bare(bareUrl, cookies.length, keys, every)
  const opening: number[] = []
  for (let n = 0; n < 8; n++) {
    const start = performance.now()
    const late = await enter(url, room, cookies[n % cookies.length]!)
    opening.push(performance.now() - start)
    late.leave()
  }
  const heap = process.memoryUsage().rss
  for (const writer of [...writers, ...elsewhere]) writer.leave()
  process.send!({ studio: took, bare: [...first, ...second], opening, converged, heap } satisfies Figures, () => process.exit(0))
})
