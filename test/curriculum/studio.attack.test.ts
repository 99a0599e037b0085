import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { listOf, rootOf } from '../../schema/studio/read.ts'
import { addElement } from '../../schema/studio/write.ts'
import { CurriculumModel, type CurriculumDoc } from '../../server/curriculum/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'
import { enterStudio, until, type Writer } from '../support/studio.ts'

let app: TestApp
let partner: PartnerDoc
let author: PersonDoc
let attacker: PersonDoc
let curriculum: CurriculumDoc
let friend: Writer
let lines: WebSocket[] = []
let here: Writer[] = []

beforeAll(async () => {
  app = await startTestApp()
  partner = await aPartner()
  author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] })
  attacker = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] })
})
afterAll(() => app.stop())
beforeEach(async () => {
  curriculum = await aCurriculum(partner)
  friend = await enterStudio(app, author, curriculum._id)
})
afterEach(() => {
  lines.forEach(line => line.terminate())
  friend.leave()
  here.forEach(writer => writer.leave())
  ;[lines, here] = [[], []]
})

type Line = { socket: WebSocket; doc: Y.Doc; closed: { code: number; reason: string }[]; send(kind: number, write: (encoder: encoding.Encoder) => void, room?: string): void; update(update: Uint8Array): void }

/** A line that speaks the protocol by hand. It knows what the friend has, so that its updates fit. */
async function rawLine({ person = attacker, auth = true, headers = {} }: { person?: PersonDoc; auth?: boolean; headers?: Record<string, string> } = {}): Promise<Line> {
  const { cookie } = await app.client(person)
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/studio`, { headers: { cookie: cookie!, origin: app.url, ...headers } })
  lines.push(socket)
  const closed: Line['closed'] = []
  let heard = 0
  socket.on('close', (code, reason) => closed.push({ code, reason: String(reason) }))
  socket.on('error', () => undefined)
  socket.on('message', () => heard++)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(friend.doc))
  const line: Line = {
    socket, doc, closed,
    send(kind, write, room = String(curriculum._id)) {
      const encoder = encoding.createEncoder()
      encoding.writeVarString(encoder, room)
      encoding.writeVarUint(encoder, kind)
      write(encoder)
      socket.send(encoding.toUint8Array(encoder))
    },
    update: update => line.send(0, encoder => {
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
    }),
  }
  if (auth) {
    line.send(2, encoder => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, '')
    })
    await until(() => heard >= 2, 'to be let in')
  }
  return line
}

/** What `work` writes, as an update. */
function written(doc: Y.Doc, work: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array) => void updates.push(update)
  doc.on('update', note)
  doc.transact(() => work(doc))
  doc.off('update', note)
  return Y.mergeUpdates(updates)
}

/** The line was closed, nothing of it is in the room, and the room goes on. */
async function expectRefused(line: Line, reason?: string): Promise<void> {
  await until(() => line.closed.length > 0, 'the line to be closed')
  if (reason) expect(line.closed[0]).toEqual({ code: 4400, reason })
  const outcomes = listOf(friend.doc, 'outcomes')!
  ;(outcomes.get('o1')!.get('text') as Y.Text).insert(0, 'Tetap hidup ')
  await friend.saved()
  const late = await enterStudio(app, author, curriculum._id)
  here.push(late)
  expect(late.content().outcomes[0]!.text).toBe('Tetap hidup Menjelaskan layanan.')
  expect(Y.encodeStateVector(late.doc)).toEqual(Y.encodeStateVector(friend.doc))
}
const elementOf = (doc: Y.Doc) => listOf(doc, 'subjects')!.get('s1')!

const shapes: [string, (doc: Y.Doc) => void, string?][] = [
  ['a root of its own', doc => doc.getMap('evil').set('a', 1)],
  ['a document within the document', doc => (elementOf(doc) as Y.Map<any>).set('title', new Y.Doc())],
  ['bytes in the place of a title', doc => elementOf(doc).set('title', new Uint8Array(50_000))],
  ['a map in the place of a title', doc => elementOf(doc).set('title', new Y.Map())],
  ['an array', doc => elementOf(doc).set('topics', new Y.Array())],
  ['a field nobody knows', doc => elementOf(doc).set('constructor', 1)],
  ['a field named __proto__', doc => elementOf(doc).set('__proto__', 1)],
  ['deep nesting', doc => {
    let map = new Y.Map<any>()
    const top = map
    for (let depth = 0; depth < 200; depth++) {
      const inner = new Y.Map<any>()
      map.set('outcomes', inner)
      map = inner
    }
    ;(listOf(doc, 'subjects') as Y.Map<any>).set('deep', top)
  }],
  ['a nested object as one value', doc => elementOf(doc).set('theory', { a: { b: 1 } })],
  ['an enormous value', doc => elementOf(doc).set('theory', 'x'.repeat(1000))],
  ['a text replaced by another, so that what others type in it is lost', doc => elementOf(doc).set('title', new Y.Text('Milik saya'))],
  ['the list of subjects taken away', doc => rootOf(doc).delete('subjects')],
  ['a text taken out of its element', doc => elementOf(doc).delete('title')],
  ['rich text, embedded things', doc => (elementOf(doc).get('title') as Y.Text).insertEmbed(0, { image: 'https://evil.example/x.png' })],
  ['formatting', doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'x', { onclick: 'alert(1)' })],
  ['an element without its texts', doc => (listOf(doc, 'subjects') as Y.Map<any>).set('bare', new Y.Map([['at', 'V']]))],
  ['an element whose id is no id', doc => addElement(doc, 'subjects', { id: '../../etc' })],
  ['ids that are none', doc => (elementOf(doc).get('outcomes') as Y.Map<any>).set('<script>', 'V')],
  ['too long a text', doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'x'.repeat(2000)), 'TOO_LARGE'],
  ['too many elements', doc => { for (let n = 0; n < 90; n++) addElement(doc, 'subjects', { id: `n${n}` }) }, 'TOO_LARGE'],
]

test.each(shapes)('attack: %s', async (_, work, reason = 'OUT_OF_SHAPE') => {
  const line = await rawLine()
  line.update(written(line.doc, work))
  await expectRefused(line, reason)
})

test.each([
  ['random bytes', Uint8Array.from({ length: 300 }, (_, n) => (n * 97) % 256)],
  ['an update cut short', null],
  ['thirty million structs claimed', Uint8Array.from([1, 0x80, 0xc3, 0xc9, 0x8e, 1, 1, 0])],
] as const)('attack: %s', async (_, bytes) => {
  const line = await rawLine()
  const whole = written(line.doc, doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'halo'))
  line.update(bytes ?? whole.slice(0, whole.length - 3))
  await expectRefused(line)
})

test('attack: an update that leans on what nobody has, to be kept waiting for ever', async () => {
  const line = await rawLine()
  written(line.doc, doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'a'))
  line.update(written(line.doc, doc => (elementOf(doc).get('title') as Y.Text).insert(1, 'b')))
  await expectRefused(line, 'GAP')
})

test('attack: writing under the client id of somebody who is there, so that what they type is taken for known', async () => {
  friend.provider.awareness!.setLocalState({ at: null })
  const line = await rawLine()
  const forged = new Y.Doc()
  forged.clientID = friend.doc.clientID
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(friend.doc))
  await friend.saved()
  line.update(written(forged, doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'palsu')))
  await expectRefused(line, 'FOREIGN_CLIENT')
})

test('attack: a message heavier than a room takes', async () => {
  const line = await rawLine()
  line.update(new Uint8Array(300 * 1024))
  await expectRefused(line)
  expect(line.closed[0]!.code).toBe(1009)
})

test('attack: a flood of messages', async () => {
  const line = await rawLine()
  for (let n = 0; n < 1000; n++) line.send(3, () => undefined)
  await expectRefused(line)
  expect(line.closed[0]).toEqual({ code: 4429, reason: 'TOO_FAST' })
})

test('attack: speaking to everybody in the server\'s name', async () => {
  const line = await rawLine()
  line.send(6, encoder => encoding.writeVarString(encoder, JSON.stringify({ kind: 'saved', mark: 1 })))
  await expectRefused(line, 'MALFORMED')
  expect(friend.news.some(({ kind, mark, seq }) => kind === 'saved' && mark === 1 && seq === undefined)).toBe(false)
})

test('attack: one line into many rooms', async () => {
  const line = await rawLine()
  line.send(2, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, '')
  }, 'a'.repeat(24))
  await expectRefused(line, 'OTHER_ROOM')
})

test('attack: writing before having said who one is', async () => {
  const line = await rawLine({ auth: false })
  line.update(written(line.doc, doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'siapa')))
  for (let n = 0; n < 250; n++) line.send(3, () => undefined)
  await expectRefused(line, 'TOO_EARLY')
})

test('attack: hostile writing sent along with the sign-in, before the room has opened', async () => {
  const line = await rawLine({ auth: false })
  line.send(2, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, '')
  })
  line.update(written(line.doc, doc => doc.getMap('evil').set('a', 1)))
  await expectRefused(line, 'OUT_OF_SHAPE')
})

test('attack: another site opens the line in a visitor\'s name', async () => {
  await expect(rawLine({ auth: false, headers: { origin: 'https://evil.example' } })).rejects.toThrow('403')
})

test('attack: a path that is none', async () => {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, { headers: { origin: app.url } })
  lines.push(socket)
  await expect(new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))).rejects.toThrow('404')
})

test('attack: a reader writes by hand', async () => {
  const line = await rawLine({ person: await aPerson({ roles: [['AUDITOR']] }) })
  line.update(written(line.doc, doc => (elementOf(doc).get('title') as Y.Text).insert(0, 'Auditor ')))
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(friend.content().subjects[0]!.title).toBe('Dasar layanan')
  expect((await CurriculumModel.findById(curriculum._id).lean<CurriculumDoc>())!.content.subjects[0]!.title).toBe('Dasar layanan')
})

test('attack: one person opens line after line', async () => {
  const writers = await Promise.all(Array.from({ length: 16 }, () => enterStudio(app, attacker, curriculum._id, { wait: false })))
  here.push(...writers)
  await until(() => writers.filter(({ denied }) => denied.includes('NO_PLACE')).length >= 4, 'to be refused a place')
  expect(writers.filter(({ provider }) => provider.isAuthenticated).length).toBeLessThanOrEqual(12)
})
