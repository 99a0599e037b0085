import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { listOf, rootOf, toContent } from '../../schema/studio/read.ts'
import { addElement, moveElement, removeElement } from '../../schema/studio/write.ts'
import { CurriculumChangeModel, CurriculumModel, hashOf, type CurriculumDoc } from '../../server/curriculum/index.ts'
import type { CurriculumChangeDoc } from '../../server/curriculum/model.ts'
import { CurriculumRoomModel, CurriculumUpdateModel } from '../../server/curriculum/studio/model.ts'
import { materialiseLeft } from '../../server/curriculum/studio/sweep.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { GrantModel, type PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { clientOf } from '../support/client.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'
import { enterStudio, until, type Writer } from '../support/studio.ts'

let app: TestApp
let partner: PartnerDoc
let officer: PersonDoc
let author: PersonDoc
let curriculum: CurriculumDoc
let here: Writer[] = []

beforeAll(async () => {
  app = await startTestApp()
  partner = await aPartner({ shortName: 'USU' })
  officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
  author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] })
})
afterAll(() => app.stop())
beforeEach(async () => { curriculum = await aCurriculum(partner) })
afterEach(() => {
  here.forEach(writer => writer.leave())
  here = []
})

async function enter(person: PersonDoc | null, options: Parameters<typeof enterStudio>[3] = {}): Promise<Writer> {
  const writer = await enterStudio(app, person, curriculum._id, options)
  here.push(writer)
  return writer
}
const stored = async () => (await CurriculumModel.findById(curriculum._id).lean<CurriculumDoc>())!
const textOf = (writer: Writer, id = 'o1') => listOf(writer.doc, 'outcomes')!.get(id)!.get('text') as Y.Text
const contains = (text: string) => until(async () => JSON.stringify((await stored()).content).includes(text), `"${text}" in the content`)

describe('several people in one room', () => {
  test('two people of different organisations write at once and end with the same text', async () => {
    const [a, b] = [await enter(officer), await enter(author)]
    textOf(a).insert(0, 'Mampu: ')
    textOf(b).insert(textOf(b).length, ' Dengan santun.')
    addElement(b.doc, 'outcomes', { id: 'o9', code: 'CP-9', text: 'Baru' })
    moveElement(a.doc, 'subjects', 's2', 0)
    await until(() => a.content().outcomes.length === 3 && JSON.stringify(a.content()) === JSON.stringify(b.content()) && a.content().outcomes[0]!.text.includes('santun'), 'the same on both sides')
    expect(a.content().outcomes[0]!.text).toBe('Mampu: Menjelaskan layanan. Dengan santun.')
    expect(a.content().subjects.map(({ id }) => id)).toEqual(['s2', 's1'])
  })

  test('what is written becomes the typed content, with its hash, its revision, and who wrote what for whom', async () => {
    const [a, b] = [await enter(officer), await enter(author)]
    textOf(a, 'o1').insert(0, 'Agensi ')
    textOf(b, 'o2').insert(0, 'Mitra ')
    await contains('Agensi ')
    await contains('Mitra ')
    const saved = await stored()
    expect(saved.hash).toBe(hashOf(saved.content))
    expect(saved.revision).toBeGreaterThan(curriculum.revision)
    expect(saved.changedAt.OUTCOMES).toBe(saved.revision)
    const edits = (await CurriculumChangeModel.find({ curriculum: curriculum._id }).lean<CurriculumChangeDoc[]>()).flatMap(change => change.edits)
    const said = edits.map(({ section, element, by, organisation }) => `${section} ${element} ${String(by)} ${organisation}`)
    expect(said.sort()).toEqual([`OUTCOMES o1 ${String(officer._id)} AGENCY`, `OUTCOMES o2 ${String(author._id)} ${String(partner._id)}`].sort())
  })

  test('entering and leaving changes nothing, and leaves no entry', async () => {
    const a = await enter(officer)
    a.leave()
    await until(async () => (await CurriculumRoomModel.countDocuments({ _id: curriculum._id })) === 1)
    expect(await stored()).toMatchObject({ revision: curriculum.revision, hash: curriculum.hash })
  })

  test('presence carries the name and organisation the server knows, whatever a client says of itself', async () => {
    const [a, b] = [await enter(officer), await enter(author)]
    b.provider.awareness!.setLocalState({ at: 'SUBJECTS/s1/title', user: { name: 'Wali Kota', organisation: 'BKPSDM', person: String(officer._id) }, more: 'x'.repeat(50) })
    const state = await until(() => [...a.provider.awareness!.getStates().values()].find(one => one.at === 'SUBJECTS/s1/title'))
    expect(state).toEqual({ at: 'SUBJECTS/s1/title', user: { person: String(author._id), name: author.name, organisation: 'USU', side: 'PARTNER', colour: expect.any(Number) } })
  })

  test('checks are told to everybody while somebody types', async () => {
    const [a, b] = [await enter(officer), await enter(author)]
    removeElement(a.doc, 'assessments', 'a2')
    const told = await until(() => b.news.findLast(one => one.kind === 'content' && one.problems.some((problem: any) => problem.code === 'OUTCOME_NOT_ASSESSED')))
    expect(told.problems.find((problem: any) => problem.code === 'OUTCOME_NOT_ASSESSED')).toMatchObject({ section: 'ASSESSMENTS', at: 'o2', blocking: true })
  })
})

describe('what was typed is safe', () => {
  test('what is told to be saved is in the log by then', async () => {
    const a = await enter(officer)
    textOf(a).insert(0, 'Tersimpan ')
    const { seq } = await a.saved()
    const doc = new Y.Doc()
    const room = (await CurriculumRoomModel.findById(curriculum._id).lean())!
    Y.applyUpdate(doc, (room.snapshot as any).buffer ?? room.snapshot)
    for (const row of await CurriculumUpdateModel.find({ curriculum: curriculum._id, seq: { $lte: seq } }).sort({ seq: 1 }).lean()) Y.applyUpdate(doc, (row.update as any).buffer ?? row.update)
    expect(toContent(doc).content.outcomes[0]!.text).toBe('Tersimpan Menjelaskan layanan.')
  })

  test('a dropped line loses nothing: what both sides wrote meanwhile is merged', async () => {
    const [a, b] = [await enter(officer), await enter(author)]
    a.drop()
    await until(() => a.closed.length > 0)
    textOf(a).insert(0, 'Di kereta: ')
    textOf(b).insert(textOf(b).length, ' Di kantor.')
    addElement(a.doc, 'activities', { id: 'g9', title: 'Ditulis tanpa jaringan' }, { of: 's1' })
    await b.saved()
    a.comeBack()
    await until(() => b.content().outcomes[0]!.text === 'Di kereta: Menjelaskan layanan. Di kantor.' && a.content().outcomes[0]!.text.endsWith('Di kantor.'), 'both on both sides')
    expect(b.content().subjects[0]!.activities.at(-1)!.title).toBe('Ditulis tanpa jaringan')
  })

  test('a process that dies with what it acknowledged in the log alone: the sweep makes it content, credited to who wrote it', async () => {
    const a = await enter(author)
    await a.saved()
    a.leave()
    await until(async () => !(await CurriculumUpdateModel.exists({ curriculum: curriculum._id })))
    // As another process would have left it: a row in the log, no content, and nobody there.
    const room = (await CurriculumRoomModel.findById(curriculum._id).lean())!
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (room.snapshot as any).buffer ?? room.snapshot)
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    ;(listOf(doc, 'outcomes')!.get('o1')!.get('text') as Y.Text).insert(0, 'Sebelum padam: ')
    await CurriculumRoomModel.updateOne({ _id: curriculum._id }, { pendingSince: new Date(Date.now() - 3_600_000) })
    await CurriculumUpdateModel.create({
      curriculum: curriculum._id, seq: room.snapshotSeq + 1, update: Buffer.from(Y.mergeUpdates(updates)), at: new Date(),
      edits: [{ section: 'OUTCOMES', element: 'o1', by: author._id, organisation: String(partner._id) }],
    })
    await materialiseLeft(app.services)
    await materialiseLeft(app.services)
    const saved = await stored()
    expect(saved.content.outcomes[0]!.text).toBe('Sebelum padam: Menjelaskan layanan.')
    const changes = await CurriculumChangeModel.find({ curriculum: curriculum._id }).lean<CurriculumChangeDoc[]>()
    expect(changes).toHaveLength(1)
    expect(changes[0]!.edits).toMatchObject([{ section: 'OUTCOMES', element: 'o1', by: author._id, organisation: String(partner._id) }])
    expect((await CurriculumRoomModel.findById(curriculum._id).lean())!.pendingSince).toBeNull()
  })

  test('what another process writes to the same log reaches the room, and both keep their numbers apart', async () => {
    const a = await enter(officer)
    const room = (await CurriculumRoomModel.findById(curriculum._id).lean())!
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (room.snapshot as any).buffer ?? room.snapshot)
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    ;(rootOf(doc).get('title') as Y.Text).insert(0, 'Sebelah: ')
    await CurriculumUpdateModel.create({
      curriculum: curriculum._id, seq: room.snapshotSeq + 1, update: Buffer.from(Y.mergeUpdates(updates)), at: new Date(),
      edits: [{ section: 'IDENTITY', element: null, by: author._id, organisation: String(partner._id) }],
    })
    textOf(a).insert(0, 'Sini: ')
    await a.saved()
    await until(() => a.content().title === 'Sebelah: Pelatihan Uji', 'what the other process wrote')
    await contains('Sebelah: ')
    await contains('Sini: ')
  })

  test('the log is made short when the last one leaves, and reads the same after', async () => {
    const a = await enter(officer)
    for (const letter of 'panjang ') {
      textOf(a).insert(0, letter)
      await a.saved()
    }
    const wrote = a.content()
    expect(await CurriculumUpdateModel.countDocuments({ curriculum: curriculum._id })).toBeGreaterThan(3)
    a.leave()
    await until(async () => (await CurriculumUpdateModel.countDocuments({ curriculum: curriculum._id })) === 0, 'the snapshot')
    expect((await stored()).content).toEqual(wrote)
    const b = await enter(author)
    expect(b.content()).toEqual(wrote)
  })
})

describe('together with the other ways to change a curriculum', () => {
  const edit = 'mutation($id: ID!, $revision: Int!, $patch: CurriculumPatch!) { editCurriculum(curriculum: $id, revision: $revision, patch: $patch) { revision content { references } } }'

  test('an edit through GraphQL is in the open room when it returns, beside what is being typed', async () => {
    const a = await enter(author)
    textOf(a).insert(0, 'Diketik ')
    await a.saved()
    const client = await app.client(officer)
    await client.ok(edit, { id: String(curriculum._id), revision: curriculum.revision, patch: { references: ['UU 25/2009', 'PP 11/2017'] } })
    await until(() => a.content().references.length === 2, 'the reference')
    expect(a.content().outcomes[0]!.text).toBe('Diketik Menjelaskan layanan.')
    const saved = await stored()
    expect(saved.content.references).toEqual(['UU 25/2009', 'PP 11/2017'])
    expect(saved.content.outcomes[0]!.text).toBe('Diketik Menjelaskan layanan.')
  })

  test('an edit made while nobody was there is in the room that opens next', async () => {
    const a = await enter(author)
    a.leave()
    await until(async () => (await CurriculumRoomModel.countDocuments({ _id: curriculum._id })) === 1)
    const client = await app.client(officer)
    await client.ok(edit, { id: String(curriculum._id), revision: curriculum.revision, patch: { references: ['Baru'] } })
    const b = await enter(author)
    expect(b.content().references).toEqual(['Baru'])
  })

  test('a content changed behind the back of everything is followed when the room opens', async () => {
    const a = await enter(author)
    a.leave()
    await until(async () => (await CurriculumRoomModel.countDocuments({ _id: curriculum._id })) === 1)
    await new Promise(resolve => setTimeout(resolve, 200))
    await CurriculumModel.updateOne({ _id: curriculum._id }, { 'content.title': 'Diperbaiki oleh migrasi' })
    const b = await enter(author)
    expect(b.content().title).toBe('Diperbaiki oleh migrasi')
  })

  test('submitting takes what was typed a moment ago; typing in review withdraws', async () => {
    const a = await enter(author)
    textOf(a).insert(0, 'Sampai akhir ')
    await a.saved()
    const client = await app.client(author)
    const refused = await client.refused('mutation($id: ID!, $revision: Int!) { submitCurriculum(curriculum: $id, revision: $revision) { state } }', { id: String(curriculum._id), revision: curriculum.revision })
    expect(refused).toBe('STALE')
    const { revision, content } = await stored()
    expect(content.outcomes[0]!.text).toContain('Sampai akhir')
    await CurriculumModel.updateOne({ _id: curriculum._id }, { state: 'IN_REVIEW' })
    textOf(a).insert(0, 'Lagi ')
    await contains('Lagi ')
    expect(await stored()).toMatchObject({ state: 'DRAFT', revision: revision + 1 })
  })

  test('a curriculum that is published is read-only to those who are in its room', async () => {
    const a = await enter(author)
    await CurriculumModel.updateOne({ _id: curriculum._id }, { state: 'PUBLISHED' })
    const client = await app.client(officer)
    await client.ok('mutation($id: ID!) { archiveCurriculum(curriculum: $id, reason: "Selesai") { state } }', { id: String(curriculum._id) })
    await until(() => a.news.some(one => one.kind === 'rights' && one.readOnly))
    textOf(a).insert(0, 'Terlambat ')
    await a.saved()
    expect(await CurriculumUpdateModel.countDocuments({ curriculum: curriculum._id })).toBe(0)
    expect((await stored()).content.outcomes[0]!.text).toBe('Menjelaskan layanan.')
  })
})

describe('who comes in', () => {
  test.each([
    ['an auditor', [['AUDITOR']]], ['a signatory of the agency', [['AGENCY_SIGNATORY']]],
  ] as const)('%s reads along and cannot write', async (_, roles) => {
    const [reader, a] = [await enter(await aPerson({ roles })), await enter(author)]
    expect(reader.provider.authorizedScope).toBe('readonly')
    textOf(reader).insert(0, 'Diam-diam ')
    await reader.saved()
    textOf(a).insert(0, 'Terang ')
    await until(() => textOf(reader).toString().includes('Terang'))
    await contains('Terang ')
    expect(JSON.stringify((await stored()).content)).not.toContain('Diam-diam')
    expect(a.content().outcomes[0]!.text).toBe('Terang Menjelaskan layanan.')
  })

  test('an author of another partner does not find it, nor does a learner', async () => {
    const stranger = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', (await aPartner())._id]] })
    for (const person of [stranger, await aPerson()]) {
      const writer = await enter(person, { wait: false })
      await until(() => writer.denied.length > 0)
      expect(writer.denied).toEqual(['NOT_FOUND'])
      expect(writer.doc.share.size === 0 || writer.content().title === '').toBe(true)
    }
  })

  test('the signed out are told so', async () => {
    const writer = await enter(null, { wait: false })
    await until(() => writer.denied.length > 0)
    expect(writer.denied).toEqual(['UNAUTHENTICATED'])
  })

  test('a room that is none is not found', async () => {
    const writer = await enterStudio(app, officer, 'f'.repeat(24), { wait: false })
    here.push(writer)
    await until(() => writer.denied.length > 0)
    expect(writer.denied).toEqual(['NOT_FOUND'])
  })

  test('whose role is taken back reads no longer', async () => {
    const guest = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] })
    const writer = await enter(guest)
    await GrantModel.deleteMany({ person: guest._id })
    await until(() => writer.closed.some(({ code }) => code === 4404), 'to be shown out', 15_000)
    await until(() => writer.denied.length > 0)
    expect(writer.denied[0]).toBe('NOT_FOUND')
  })

  test('who signs out is shown out at once', async () => {
    const writer = await enter(author)
    const { cookie } = await app.client(author)
    const elsewhere = clientOf(app.url, cookie)
    const { viewer } = await elsewhere.ok('{ viewer { sessions { id current } } }')
    for (const { id } of viewer.sessions.filter((one: { current: boolean }) => !one.current)) await elsewhere.ok('mutation ($session: ID!) { endSession(session: $session) { id } }', { session: id })
    await until(() => writer.closed.some(({ code }) => code === 4401), 'to be shown out', 5000)
    await until(() => writer.denied.length > 0)
    expect(writer.denied[0]).toBe('UNAUTHENTICATED')
  })
})
