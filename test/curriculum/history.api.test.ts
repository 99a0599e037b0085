import { createHash } from 'node:crypto'
import mongoose, { Types } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  approveCurriculum, CurriculumEntryModel, editCurriculum, publishCurriculum, reviseCurriculum, signOffSection, submitCurriculum, verifyHistory,
  type CurriculumEntryDoc,
} from '../../server/curriculum/index.ts'
import { report, verifyAll } from '../../server/verifyHistory.ts'
import { aScene, type Scene } from './scene.ts'

let scene: Scene
let id: string
beforeAll(async () => { scene = await aScene() }, 60_000)
afterAll(() => scene?.app.stop())

/** Begun, written, reviewed, approved, published, and a second draft opened: the whole way. */
beforeEach(async () => {
  const begun = await scene.begun()
  id = begun.id
  const { hash, revision } = begun.curriculum
  await submitCurriculum(await scene.as('author'), id, revision)
  await approveCurriculum(await scene.as('dean'), id, hash)
  await approveCurriculum(await scene.as('director'), id, hash)
  await publishCurriculum(await scene.as('officer'), id, hash)
  await reviseCurriculum(await scene.as('author'), id)
  const { revision: now } = await scene.read(id)
  await editCurriculum(await scene.as('officer'), id, now, { references: ['UU 25/2009', 'UU 30/2014'] })
})

const raw = () => mongoose.connection.collection('curriculumentries')
const entry = async (seq: number) => (await CurriculumEntryModel.findOne({ curriculum: id, seq }).lean<CurriculumEntryDoc>())!
const check = async () => verifyHistory(await scene.read(id))

/** JSON with sorted keys, as README.md tells anyone to write it; nothing of ours. */
const plain = (value: any): string => (Array.isArray(value) ? `[${value.map(plain).join()}]`
  : value && typeof value === 'object' ? `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${plain(value[key])}`).join()}}` : JSON.stringify(value))
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the history of a curriculum', () => {
  test('tells everything that happened, linked from the first to the last, each with who and for whom', async () => {
    const { curriculum } = await scene.clients.auditor.ok(`query ($id: ID!) { curriculum(id: $id) {
      entries(first: 50) { total nodes { seq kind side by { id } previous hash contentHash facts } } historyIntact { intact entries seq fault } history { move to } } }`, { id })
    const nodes = [...curriculum.entries.nodes].reverse()
    expect(nodes.map((one: any) => one.kind)).toEqual(['begin', 'edit', 'submit', 'approve', 'approve', 'publish', 'revise', 'edit'])
    expect(nodes.map((one: any) => one.side)).toEqual(['PARTNER', 'PARTNER', 'PARTNER', 'PARTNER', 'AGENCY', 'AGENCY', 'PARTNER', 'AGENCY'])
    nodes.forEach((one: any, index: number) => expect([one.seq, one.previous]).toEqual([index + 1, index === 0 ? '0'.repeat(64) : nodes[index - 1].hash]))
    expect(curriculum.historyIntact).toEqual({ intact: true, entries: 8, seq: null, fault: null })
    expect(curriculum.history.map((one: any) => one.move)).toEqual(['submit', 'approve', 'approve', 'publish', 'revise'])
  })

  test('an entry’s hash is recomputed with nothing but node:crypto', async () => {
    const { curriculum, seq, at, by, organisation, kind, facts, contentHash, previous, hash } = await entry(4)
    expect(sha(plain({ curriculum: String(curriculum), seq, at: at.toISOString(), by: String(by), organisation, kind, facts, contentHash, previous }))).toBe(hash)
  })

  test('the hash both sides approved is recomputed from the content with nothing but node:crypto', async () => {
    const { curriculum } = await scene.clients.dean.ok('query ($id: ID!) { curriculum(id: $id) { versions { hash canonicalContent historyHead { seq hash } approvals { hash } } } }', { id })
    const [{ hash, canonicalContent, historyHead, approvals }] = curriculum.versions
    expect(sha(canonicalContent)).toBe(hash)
    expect(sha(plain(JSON.parse(canonicalContent)))).toBe(hash)
    expect(approvals.map((one: any) => one.hash)).toEqual([hash, hash])
    expect(historyHead).toEqual({ seq: 6, hash: (await entry(6)).hash })
  })

  test('no code changes an entry, however it tries', async () => {
    const { _id } = await entry(2)
    await expect(CurriculumEntryModel.updateOne({ _id }, { $set: { kind: 'x' } })).rejects.toThrow('does not change')
    await expect(CurriculumEntryModel.findOneAndDelete({ _id })).rejects.toThrow('does not change')
    await expect(CurriculumEntryModel.deleteMany({ curriculum: id })).rejects.toThrow('does not change')
    await expect(CurriculumEntryModel.bulkWrite([{ deleteOne: { filter: { _id } } }])).rejects.toThrow('does not change')
    const doc = (await CurriculumEntryModel.findById(_id))!
    doc.kind = 'x'
    await expect(doc.save()).rejects.toThrow('does not change')
    expect((await check()).intact).toBe(true)
  })
})

describe('attack on the store behind our back: found, with the first entry that does not hold', () => {
  const rehash = async (from: number, head = true) => {
    let previous = (await entry(from - 1)).hash
    const last = await CurriculumEntryModel.countDocuments({ curriculum: id })
    for (let seq = from; seq <= last; seq++) {
      const { _id, curriculum, at, by, organisation, kind, facts, contentHash } = await entry(seq)
      const hash = sha(plain({ curriculum: String(curriculum), seq, at: at.toISOString(), by: String(by), organisation, kind, facts, contentHash, previous }))
      await raw().updateOne({ _id }, { $set: { previous, hash } })
      previous = hash
    }
    if (head) await mongoose.connection.collection('curriculums').updateOne({ _id: new Types.ObjectId(id) }, { $set: { head: { seq: last, hash: previous } } })
  }

  test('a tampered entry', async () => {
    await raw().updateOne({ _id: (await entry(4))._id }, { $set: { by: scene.people.stranger._id } })
    expect(await check()).toMatchObject({ intact: false, seq: 4, fault: 'CHANGED' })
  })

  test('a removed entry', async () => {
    await raw().deleteOne({ _id: (await entry(3))._id })
    expect(await check()).toMatchObject({ intact: false, seq: 3, fault: 'MISSING' })
  })

  test('two entries in each other’s place', async () => {
    const [a, b] = [await entry(4), await entry(5)]
    await raw().updateOne({ _id: a._id }, { $set: { seq: 99 } })
    await raw().updateOne({ _id: b._id }, { $set: { seq: 4 } })
    await raw().updateOne({ _id: a._id }, { $set: { seq: 5 } })
    expect(await check()).toMatchObject({ intact: false, seq: 4, fault: 'CHANGED' })
  })

  test('the last entry cut off', async () => {
    await raw().deleteOne({ _id: (await entry(8))._id })
    expect(await check()).toMatchObject({ intact: false, seq: 8, fault: 'MISSING' })
  })

  test('a tail written anew with right hashes, up to the head: the published version knows better', async () => {
    await raw().updateOne({ _id: (await entry(4))._id }, { $set: { by: scene.people.stranger._id } })
    await rehash(4)
    expect(await check()).toMatchObject({ intact: false, seq: 6, fault: 'ANCHOR' })
  })

  test('a tail after the publication written anew: the head knows better', async () => {
    await raw().updateOne({ _id: (await entry(8))._id }, { $set: { by: scene.people.stranger._id } })
    await rehash(8, false)
    expect(await check()).toMatchObject({ intact: false, seq: 8, fault: 'HEAD' })
  })

  test('another’s signature put into a version', async () => {
    await mongoose.connection.collection('curriculumversions').updateOne({ curriculum: new Types.ObjectId(id) }, { $set: { 'approvals.0.by': scene.people.stranger._id } })
    expect(await check()).toMatchObject({ intact: false, seq: 6, fault: 'ANCHOR' })
  })

  test('a version’s content, and the draft', async () => {
    await mongoose.connection.collection('curriculums').updateOne({ _id: new Types.ObjectId(id) }, { $set: { 'content.title': 'Lain' } })
    expect(await check()).toMatchObject({ intact: false, seq: null, fault: 'DRAFT' })
    await mongoose.connection.collection('curriculumversions').updateOne({ curriculum: new Types.ObjectId(id) }, { $set: { 'content.title': 'Lain' } })
    expect(await check()).toMatchObject({ intact: false, seq: 6, fault: 'VERSION' })
  })

  test('all of it taken away', async () => {
    await raw().deleteMany({ curriculum: new Types.ObjectId(id) })
    expect(await check()).toMatchObject({ intact: false, seq: 1, fault: 'MISSING' })
  })
})

test('many who act at once leave one unbroken chain', async () => {
  const { id: fresh, curriculum } = await scene.begun()
  await submitCurriculum(await scene.as('author'), fresh, curriculum.revision)
  const { curriculum: seen } = await scene.clients.dean.ok('query ($id: ID!) { curriculum(id: $id) { signOffs { section side hash } } }', { id: fresh })
  const own = (side: string) => seen.signOffs.filter((one: any) => one.side === side)
  await Promise.all([
    ...own('PARTNER').slice(0, 3).map(async (one: any) => signOffSection(await scene.as('dean'), fresh, one.section, one.hash)),
    ...own('AGENCY').slice(0, 3).map(async (one: any) => signOffSection(await scene.as('director'), fresh, one.section, one.hash)),
  ])
  const result = await verifyHistory(await scene.read(fresh))
  expect(result).toEqual({ intact: true, entries: 9, seq: null, fault: null })
})

test('npm run verify:history names the first broken entry of each history that does not hold', async () => {
  expect((await verifyAll()).broken.map(({ code }) => code)).not.toContain((await scene.read(id)).code)
  await raw().updateOne({ _id: (await entry(5))._id }, { $set: { 'facts.side': 'PARTNER' } })
  const verdict = await verifyAll()
  expect(verdict.broken).toContainEqual(expect.objectContaining({ code: (await scene.read(id)).code, seq: 5, fault: 'CHANGED' }))
  expect(report(verdict)).toContain(`${(await scene.read(id)).code}: entry 5 CHANGED`)
  expect(report({ curricula: 2, entries: 9, broken: [] })).toEqual(['intact: 9 entries of 2 curricula'])
})

test('the history is read without what one does not ask for, in pages', async () => {
  const { curriculum } = await scene.clients.dean.ok(
    'query ($id: ID!) { curriculum(id: $id) { entries(first: 2, without: [edit, begin]) { total next nodes { kind } } } }', { id })
  expect(curriculum.entries).toMatchObject({ total: 5, nodes: [{ kind: 'revise' }, { kind: 'publish' }] })
  const { curriculum: rest } = await scene.clients.dean.ok(
    'query ($id: ID!, $after: String) { curriculum(id: $id) { entries(after: $after, without: [edit, begin]) { next nodes { kind } } } }', { id, after: curriculum.entries.next })
  expect(rest.entries).toEqual({ next: null, nodes: [{ kind: 'approve' }, { kind: 'approve' }, { kind: 'submit' }] })
})
