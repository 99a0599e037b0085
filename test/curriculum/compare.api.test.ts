import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { approveCurriculum, editCurriculum, publishCurriculum, reviseCurriculum, submitCurriculum } from '../../server/curriculum/index.ts'
import { CurriculumSnapshotModel } from '../../server/curriculum/reviewModel.ts'
import { aScene, type Scene } from './scene.ts'

let scene: Scene
let id: string
let first: string
beforeAll(async () => {
  scene = await aScene()
  const begun = await scene.begun()
  id = begun.id
  const { hash, revision } = begun.curriculum
  await submitCurriculum(await scene.as('author'), id, revision)
  await approveCurriculum(await scene.as('dean'), id, hash)
  await approveCurriculum(await scene.as('director'), id, hash)
  await publishCurriculum(await scene.as('officer'), id, hash)
  await reviseCurriculum(await scene.as('author'), id)
  const { curriculum } = await scene.clients.dean.ok('query ($id: ID!) { curriculum(id: $id) { versions { id } } }', { id })
  first = curriculum.versions[0].id
}, 90_000)
afterAll(() => scene?.app.stop())

const SHAPE = `{ total counts { kind count } from { version { number } hash hours { total } } to { version { number } hash }
  sections { section changes { element kind field label from to side by { id } redline { kind text } } } }`
const COMPARE = `query ($id: ID!, $from: ID!, $to: ID!) { curriculumComparison(curriculum: $id, from: $from, to: $to) ${SHAPE} }`
const SEEN = `query ($id: ID!) { curriculum(id: $id) { hash changedSinceSeen ${SHAPE} } }`
const MARK = 'mutation ($id: ID!, $hash: String!) { markCurriculumSeen(curriculum: $id, hash: $hash) { id } }'

const edit = async (who: 'author' | 'officer', patch: Parameters<typeof editCurriculum>[3]) => {
  const { revision } = await scene.read(id)
  await editCurriculum(await scene.as(who), id, revision, patch)
}
const outcomes = (text: string) => [
  { id: 'o1', code: 'CP-1', text, level: 'C2' as const, indicators: ['Menyebutkan standar'] },
  { id: 'o2', code: 'CP-2', text: 'Memperbaiki layanan.', level: 'C3' as const, indicators: [] },
]

describe('comparing any two', () => {
  test('version and draft: grouped, counted, word by word, each in the colour of the side whose hand was last', async () => {
    await edit('author', { outcomes: outcomes('Menjelaskan standar layanan.') })
    await edit('officer', { references: ['UU 25/2009', 'UU 30/2014'] })
    const { curriculumComparison: found } = await scene.clients.director.ok(COMPARE, { id, from: first, to: 'draft' })
    expect(found).toMatchObject({
      total: 2, counts: [{ kind: 'REWORDED', count: 1 }, { kind: 'ADDED', count: 1 }], from: { version: { number: 1 }, hours: { total: 14 } }, to: { version: null },
      sections: [
        { section: 'OUTCOMES', changes: [{
          element: 'o1', kind: 'REWORDED', field: 'text', label: 'CP-1 Menjelaskan standar layanan.', side: 'PARTNER', by: { id: String(scene.people.author._id) },
          redline: [{ kind: 'SAME', text: 'Menjelaskan ' }, { kind: 'ADDED', text: 'standar ' }, { kind: 'SAME', text: 'layanan.' }],
        }] },
        { section: 'REFERENCES', changes: [{ element: null, kind: 'ADDED', side: 'AGENCY', redline: [{ kind: 'ADDED', text: 'UU 30/2014' }] }] },
      ],
    })
    const { curriculumComparison: back } = await scene.clients.director.ok(COMPARE, { id, from: 'draft', to: first })
    expect(back.counts).toEqual([{ kind: 'REWORDED', count: 1 }, { kind: 'REMOVED', count: 1 }])
  })

  test('of the same with itself is nothing', async () => {
    expect((await scene.clients.dean.ok(COMPARE, { id, from: first, to: first })).curriculumComparison).toMatchObject({ total: 0, counts: [], sections: [] })
  })

  test('is null for others, and for a version of another curriculum', async () => {
    const { id: other } = await scene.begun()
    for (const who of ['learner', 'stranger'] as const) expect((await scene.clients[who].ok(COMPARE, { id, from: first, to: 'draft' })).curriculumComparison).toBeNull()
    expect((await scene.clients.dean.ok(COMPARE, { id: other, from: first, to: 'draft' })).curriculumComparison).toBeNull()
    expect((await scene.clients.dean.ok(COMPARE, { id, from: 'x', to: '{"$ne":1}' })).curriculumComparison).toBeNull()
  })
})

describe('since one last looked', () => {
  test('one never looked; one looked; another wrote; one sees exactly that', async () => {
    expect((await scene.clients.director.ok(SEEN, { id })).curriculum.changedSinceSeen).toBeNull()
    const { curriculum } = await scene.clients.director.ok(SEEN, { id })
    await scene.clients.director.ok(MARK, { id, hash: curriculum.hash })
    expect((await scene.clients.director.ok(SEEN, { id })).curriculum.changedSinceSeen).toMatchObject({ total: 0 })
    await edit('author', { outcomes: outcomes('Menguraikan layanan.') })
    expect((await scene.clients.director.ok(SEEN, { id })).curriculum.changedSinceSeen).toMatchObject({ total: 1, sections: [{ changes: [{ element: 'o1', side: 'PARTNER' }] }] })
    expect((await scene.clients.auditor.ok(SEEN, { id })).curriculum.changedSinceSeen).toBeNull()
  })

  test('what is no longer there cannot be noted as looked at', async () => {
    const { hash } = await scene.read(id)
    await edit('author', { outcomes: outcomes('Merinci layanan.') })
    await scene.clients.auditor.ok(MARK, { id, hash })
    expect((await scene.clients.auditor.ok(SEEN, { id })).curriculum.changedSinceSeen).toBeNull()
  })

  test('there are never more copies than readers, whatever they look at', async () => {
    for (let round = 0; round < 4; round++) {
      await edit('author', { outcomes: outcomes(`Putaran ${round}.`) })
      const { hash } = await scene.read(id)
      scene.app.clock.advance(2 * 3_600_000)
      for (const who of ['dean', 'lead'] as const) await scene.clients[who].ok(MARK, { id, hash })
    }
    // The director's, and the one that both others look at.
    expect(await CurriculumSnapshotModel.countDocuments({ curriculum: id })).toBe(2)
    scene.app.clock.set(new Date())
  })
})
