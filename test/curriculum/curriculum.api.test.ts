import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { actAs } from '../../server/context.ts'
import { CurriculumModel, CurriculumVersionModel, submitCurriculum, withdrawCurriculum, type CurriculumDoc } from '../../server/curriculum/index.ts'
import { on } from '../../server/lib/events.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aContent, aCurriculum, aPublishedVersion } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

let app: TestApp
let ours: PartnerDoc, theirs: PartnerDoc
let officer: Client, author: Client, director: Client, dean: Client, stranger: Client, learner: Client, auditor: Client, admin: Client, out: Client
const published: string[] = []

beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  theirs = await aPartner()
  const client = async (...roles: NonNullable<Parameters<typeof aPerson>[0]>['roles'] & object) => app.client(await aPerson({ roles }))
  officer = await client(['CURRICULUM_OFFICER'])
  author = await client(['PARTNER_AUTHOR', 'PARTNER', ours._id])
  director = await client(['AGENCY_SIGNATORY'])
  dean = await client(['PARTNER_SIGNATORY', 'PARTNER', ours._id])
  stranger = await client(['PARTNER_AUTHOR', 'PARTNER', theirs._id], ['PARTNER_SIGNATORY', 'PARTNER', theirs._id])
  learner = await client(['LEARNER'])
  auditor = await client(['AUDITOR'])
  admin = await client(['ADMIN'])
  out = await app.client()
  on('curriculum.published', async ({ version }) => void published.push(version))
}, 60_000)
afterAll(() => app?.stop())

const FIELDS = '{ id revision state hash title approvals { side hash } history { move to reason } moves problems { code blocking at section } versions { number hash } published { id number } }'
const GET = `query ($id: ID!) { curriculum(id: $id) ${FIELDS} }`
const EDIT = `mutation ($id: ID!, $revision: Int!, $patch: CurriculumPatch!) { editCurriculum(curriculum: $id, revision: $revision, patch: $patch) ${FIELDS} }`
const SUBMIT = `mutation ($id: ID!, $revision: Int!) { submitCurriculum(curriculum: $id, revision: $revision) ${FIELDS} }`
const APPROVE = `mutation ($id: ID!, $hash: String!) { approveCurriculum(curriculum: $id, hash: $hash) ${FIELDS} }`
const PUBLISH = `mutation ($id: ID!, $hash: String!) { publishCurriculum(curriculum: $id, hash: $hash) ${FIELDS} }`
const RETURN = `mutation ($id: ID!, $reason: String!) { returnCurriculum(curriculum: $id, reason: $reason) ${FIELDS} }`
const WITHDRAW = `mutation ($id: ID!) { withdrawCurriculum(curriculum: $id) ${FIELDS} }`
const REVISE = `mutation ($id: ID!) { reviseCurriculum(curriculum: $id) ${FIELDS} }`
const ARCHIVE = `mutation ($id: ID!, $reason: String!) { archiveCurriculum(curriculum: $id, reason: $reason) ${FIELDS} }`

const idOf = ({ _id }: CurriculumDoc) => String(_id)
const get = async (id: string) => (await officer.ok(GET, { id })).curriculum
const identity = { title: 'Pelatihan Uji', kind: 3, mode: 'BLENDED', audience: '', summary: '', faculty: '' }

/** In review, as it would be after submitting. */
const inReview = async (partner: PartnerDoc = ours) => {
  const curriculum = await aCurriculum(partner)
  const id = idOf(curriculum)
  await officer.ok(SUBMIT, { id, revision: 0 })
  return { id, hash: curriculum.hash }
}
const approved = async () => {
  const { id, hash } = await inReview()
  await director.ok(APPROVE, { id, hash })
  await dean.ok(APPROVE, { id, hash })
  return { id, hash }
}

describe('beginning', () => {
  const CREATE = `mutation ($input: NewCurriculumInput!) { createCurriculum(input: $input) ${FIELDS} }`
  let count = 10
  const input = (fields: object = {}) => ({ partner: String(ours._id), code: `plt-api-${++count}`, title: 'Kurikulum baru', kind: 3, mode: 'BLENDED', ...fields })

  test('authors begin with their own partner, officers with any; a code is used once', async () => {
    const first = input()
    const { createCurriculum } = await author.ok(CREATE, { input: first })
    expect(createCurriculum).toMatchObject({ revision: 0, state: 'DRAFT', title: 'Kurikulum baru', moves: ['submit'] })
    expect((await officer.send(CREATE, { input: first })).refusal).toMatchObject({ code: 'CURRICULUM_CODE_TAKEN', field: 'input.code' })
    await officer.ok(CREATE, { input: input({ partner: String(theirs._id) }) })
    expect((await author.send(CREATE, { input: input({ partner: String(theirs._id) }) })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'input.partner' })
  })

  test('nobody else begins one', async () => {
    for (const who of [learner, auditor, admin, director, dean]) expect(await who.refused(CREATE, { input: input() })).toBe('FORBIDDEN')
    expect(await out.refused(CREATE, { input: input() })).toBe('UNAUTHENTICATED')
  })

  test('every fault is said at its field', async () => {
    const { refusal } = await author.send(CREATE, { input: input({ code: 'kurikulum 1', title: '', kind: 26 }) })
    expect(refusal?.faults?.map(({ code, field }) => [code, field])).toEqual([
      ['CURRICULUM_CODE_FORMAT', 'input.code'], ['REQUIRED', 'input.title'], ['INVALID', 'input.kind'],
    ])
  })
})

describe('editing', () => {
  test('two sides at different sections are merged, each change with its author', async () => {
    const id = idOf(await aCurriculum(ours))
    await author.ok(EDIT, { id, revision: 0, patch: { references: ['A'] } })
    const { editCurriculum } = await officer.ok(EDIT, { id, revision: 0, patch: { outcomes: [{ id: 'o1', code: 'X', text: 'Satu' }] } })
    expect(editCurriculum.revision).toBe(2)
    const { curriculum } = await officer.ok('query ($id: ID!) { curriculum(id: $id) { content { references outcomes { code } } changes { nodes { revision sections by { id } } } } }', { id })
    expect(curriculum.content).toEqual({ references: ['A'], outcomes: [{ code: 'X' }] })
    expect(curriculum.changes.nodes.map((one: any) => [one.revision, one.sections])).toEqual([[2, ['OUTCOMES']], [1, ['REFERENCES']]])
    expect(new Set(curriculum.changes.nodes.map((one: any) => one.by.id)).size).toBe(2)
  })

  test('the same section changed by another is refused with its name, and nothing of it is kept', async () => {
    const id = idOf(await aCurriculum(ours))
    await author.ok(EDIT, { id, revision: 0, patch: { references: ['A'] } })
    const answer = await officer.send(EDIT, { id, revision: 0, patch: { references: ['B'], identity } })
    expect(answer.refusal).toMatchObject({ code: 'STALE', facts: { sections: ['REFERENCES'], revision: 1 } })
    expect((await get(id)).revision).toBe(1)
  })

  test('sent twice it is one change', async () => {
    const id = idOf(await aCurriculum(ours))
    const edit = { id, revision: 0, patch: { references: ['A'] } }
    await author.ok(EDIT, edit)
    expect((await author.ok(EDIT, edit)).editCurriculum.revision).toBe(1)
  })

  test('six at once at six sections all come through', async () => {
    const id = idOf(await aCurriculum(ours))
    const patches = [{ references: ['A'] }, { outcomes: [] }, { competencies: [] }, { subjects: [] }, { assessments: [] }, { identity }]
    const answers = await Promise.all(patches.map((patch, index) => (index % 2 ? author : officer).send(EDIT, { id, revision: 0, patch })))
    expect(answers.map(({ refusal }) => refusal)).toEqual(patches.map(() => null))
    expect((await get(id)).revision).toBe(6)
  })

  test('in review or after approval it goes back to the draft, and both approvals fall', async () => {
    const { id, hash } = await approved()
    const { revision } = await get(id)
    const { editCurriculum } = await author.ok(EDIT, { id, revision, patch: { references: ['Berubah'] } })
    expect(editCurriculum).toMatchObject({ state: 'DRAFT', approvals: [] })
    expect(editCurriculum.hash).not.toBe(hash)
    expect(editCurriculum.history.at(-1)).toMatchObject({ move: 'withdraw', to: 'DRAFT' })
    expect(await officer.refused(PUBLISH, { id, hash })).toBe('WRONG_STATE')
  })

  test('is for authors of the partner and officers alone', async () => {
    const id = idOf(await aCurriculum(ours))
    const edit = { id, revision: 0, patch: { references: ['A'] } }
    for (const who of [director, dean, auditor, admin]) expect(await who.refused(EDIT, edit)).toBe('FORBIDDEN')
    for (const who of [stranger, learner]) expect(await who.refused(EDIT, edit)).toBe('NOT_FOUND')
    expect(await out.refused(EDIT, edit)).toBe('UNAUTHENTICATED')
    expect(await officer.refused(EDIT, { ...edit, id: 'tidak-ada' })).toBe('NOT_FOUND')
  })

  test.each([
    ['a title of five megabytes', { identity: { ...identity, title: 'x'.repeat(5_000_000) } }, /TOO_LONG|TOO_LARGE/, undefined],
    ['a title of 201 letters', { identity: { ...identity, title: 'x'.repeat(201) } }, /TOO_LONG/, 'patch.identity.title'],
    ['41 subjects', { subjects: Array.from({ length: 41 }, (_, index) => ({ id: `s${index}`, title: 'x', description: '', topics: [], theory: 1, practice: 0, field: 0, outcomes: [] })) }, /TOO_LONG/, 'patch.subjects'],
    ['401 JP', { subjects: [{ id: 's', title: 'x', description: '', topics: [], theory: 401, practice: 0, field: 0, outcomes: [] }] }, /OUT_OF_RANGE/, 'patch.subjects.0.theory'],
    ['minus one JP', { subjects: [{ id: 's', title: 'x', description: '', topics: [], theory: 1, practice: -1, field: 0, outcomes: [] }] }, /OUT_OF_RANGE/, 'patch.subjects.0.practice'],
    ['one id twice', { outcomes: [{ id: 'o', code: 'A', text: 'x' }, { id: 'o', code: 'B', text: 'y' }] }, /DUPLICATE_ID/, 'patch.outcomes.1.id'],
    ['a level that falls', { competencies: [{ id: 'k', code: 'M.01', name: 'x', kind: 'MANAGERIAL', fromLevel: 4, toLevel: 2 }] }, /OUT_OF_RANGE/, 'patch.competencies.0.toLevel'],
    ['a kind that is none', { identity: { ...identity, kind: 99 } }, /INVALID/, 'patch.identity.kind'],
  ])('%s is refused', async (_, patch, code, field) => {
    const id = idOf(await aCurriculum(ours))
    const { refusal } = await author.send(EDIT, { id, revision: 0, patch })
    expect(refusal?.code).toMatch(code)
    if (field) expect(refusal?.field).toBe(field)
    expect((await get(id)).revision).toBe(0)
  })
})

describe('review', () => {
  test('is not entered with a blocking problem; a note does not hold it back', async () => {
    const bad = await aCurriculum(ours, { content: aContent({ assessments: [] }) })
    const { refusal } = await author.send(SUBMIT, { id: idOf(bad), revision: 0 })
    expect(refusal).toMatchObject({ code: 'CURRICULUM_NOT_READY', facts: { count: 3 } })
    expect((refusal!.facts!.problems as { code: string }[]).map(({ code }) => code)).toContain('OUTCOME_NOT_ASSESSED')
    const long = aContent()
    const [first, second] = long.subjects as [typeof long.subjects[0], typeof long.subjects[0]]
    const wide = { ...second, hours: { theory: 2, practice: 30, field: 2 }, activities: second.activities.map(one => (one.form === 'PRACTICE' ? { ...one, minutes: 30 * 45 } : one)) }
    const noted = await aCurriculum(ours, { content: aContent({ subjects: [first, wide] }) })
    const { submitCurriculum } = await author.ok(SUBMIT, { id: idOf(noted), revision: 0 })
    expect(submitCurriculum).toMatchObject({ state: 'IN_REVIEW', problems: [{ code: 'PPPK_HOURS_EXCEEDED', blocking: false }] })
  })

  test('is not entered with a warning that nobody gave a reason for', async () => {
    const WAIVE = 'mutation ($id: ID!, $at: ID, $reason: String!) { waiveWarning(curriculum: $id, code: NO_ACTIVITIES, at: $at, reason: $reason) { revision problems { code severity waiver { reason by { id } } } } }'
    const id = idOf(await aCurriculum(ours, { content: aContent({ subjects: aContent().subjects.map(subject => ({ ...subject, activities: [] })) }) }))
    expect((await author.send(SUBMIT, { id, revision: 0 })).refusal).toMatchObject({ code: 'CURRICULUM_NOT_READY', facts: { count: 1 } })
    expect(await author.refused(WAIVE, { id, at: 's2', reason: 'Lain' })).toBe('NO_SUCH_WARNING')
    expect(await author.refused(WAIVE, { id, at: 's1', reason: 'x'.repeat(1001) })).toBe('TOO_LONG')
    const { waiveWarning } = await author.ok(WAIVE, { id, at: 's1', reason: 'Disusun bersama pengajar.' })
    expect(waiveWarning.problems).toEqual([{ code: 'NO_ACTIVITIES', severity: 'WARNING', waiver: { reason: 'Disusun bersama pengajar.', by: { id: expect.any(String) } } }])
    const again = await author.ok(WAIVE, { id, at: 's1', reason: 'Disusun bersama pengajar.' })
    expect(again.waiveWarning.revision).toBe(waiveWarning.revision)
    expect((await author.ok(SUBMIT, { id, revision: waiveWarning.revision })).submitCurriculum.state).toBe('IN_REVIEW')
  })

  test('begins with what the author saw', async () => {
    const id = idOf(await aCurriculum(ours))
    await officer.ok(EDIT, { id, revision: 0, patch: { references: ['Baru'] } })
    expect(await author.refused(SUBMIT, { id, revision: 0 })).toBe('STALE')
    for (const who of [director, dean, auditor, admin]) expect(await who.refused(SUBMIT, { id, revision: 1 })).toBe('FORBIDDEN')
    expect(await stranger.refused(SUBMIT, { id, revision: 1 })).toBe('NOT_FOUND')
    await author.ok(SUBMIT, { id, revision: 1 })
    expect(await author.refused(SUBMIT, { id, revision: 2 })).toBe('WRONG_STATE')
  })

  test('a return says why, and a withdrawal need not', async () => {
    const { id, hash } = await inReview()
    expect((await dean.send(RETURN, { id, reason: ' ' })).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' })
    for (const who of [author, auditor, admin]) expect(await who.refused(RETURN, { id, reason: 'x' })).toBe('FORBIDDEN')
    expect(await stranger.refused(RETURN, { id, reason: 'x' })).toBe('NOT_FOUND')
    await director.ok(APPROVE, { id, hash })
    const { returnCurriculum } = await dean.ok(RETURN, { id, reason: 'Lengkapi rujukan.' })
    expect(returnCurriculum).toMatchObject({ state: 'DRAFT', approvals: [] })
    expect(returnCurriculum.history.at(-1)).toEqual({ move: 'return', to: 'DRAFT', reason: 'Lengkapi rujukan.' })
    await author.ok(SUBMIT, { id, revision: returnCurriculum.revision })
    for (const who of [director, dean, auditor]) expect(await who.refused(WITHDRAW, { id })).toBe('FORBIDDEN')
    expect((await author.ok(WITHDRAW, { id })).withdrawCurriculum.state).toBe('DRAFT')
    expect(await author.refused(WITHDRAW, { id })).toBe('WRONG_STATE')
  })
})

describe('approval', () => {
  test('is given to exactly what was read', async () => {
    const { id, hash } = await inReview()
    const { refusal } = await director.send(APPROVE, { id, hash: hash.replace(/^./, 'z') })
    expect(refusal).toMatchObject({ code: 'STALE', facts: { hash } })
  })

  test('by both sides makes it approved, by one twice does not', async () => {
    const { id, hash } = await inReview()
    expect((await director.ok(APPROVE, { id, hash })).approveCurriculum).toMatchObject({ state: 'IN_REVIEW', approvals: [{ side: 'AGENCY', hash }] })
    expect(await director.refused(APPROVE, { id, hash })).toBe('ALREADY_APPROVED')
    expect((await dean.ok(APPROVE, { id, hash })).approveCurriculum).toMatchObject({ state: 'APPROVED' })
    expect(await dean.refused(APPROVE, { id, hash })).toBe('ALREADY_APPROVED')
  })

  test('of both at once is approved all the same', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, hash } = await inReview()
      const both = await Promise.all([director.send(APPROVE, { id, hash }), dean.send(APPROVE, { id, hash })])
      expect(both.map(({ refusal }) => refusal)).toEqual([null, null])
      expect(await get(id)).toMatchObject({ state: 'APPROVED', approvals: expect.arrayContaining([{ side: 'AGENCY', hash }, { side: 'PARTNER', hash }]) })
    }
  })

  test('of the same side at once counts once', async () => {
    const { id, hash } = await inReview()
    const both = await Promise.all([0, 1, 2].map(() => director.send(APPROVE, { id, hash })))
    expect(both.filter(({ refusal }) => !refusal)).toHaveLength(1)
    expect((await get(id)).approvals).toHaveLength(1)
  })

  test('while somebody edits never leaves an approved text that nobody approved', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, hash } = await inReview()
      await dean.ok(APPROVE, { id, hash })
      const { revision } = await get(id)
      await Promise.all([director.send(APPROVE, { id, hash }), author.send(EDIT, { id, revision, patch: { references: [`Putaran ${round}`] } })])
      const now = await get(id)
      expect(now.state).toBe('DRAFT')
      expect(now.approvals).toEqual([])
    }
  })

  test('is the signatories’ alone', async () => {
    const { id, hash } = await inReview()
    for (const who of [author, officer, auditor, admin]) expect(await who.refused(APPROVE, { id, hash })).toBe('FORBIDDEN')
    for (const who of [stranger, learner]) expect(await who.refused(APPROVE, { id, hash })).toBe('NOT_FOUND')
    const draft = await aCurriculum(ours)
    expect(await director.refused(APPROVE, { id: idOf(draft), hash: draft.hash })).toBe('WRONG_STATE')
  })
})

describe('publishing', () => {
  test('freezes the approved content as a version, and tells of it', async () => {
    const { id, hash } = await approved()
    for (const who of [author, director, dean, auditor, admin]) expect(await who.refused(PUBLISH, { id, hash })).toBe('FORBIDDEN')
    const { publishCurriculum } = await officer.ok(PUBLISH, { id, hash })
    expect(publishCurriculum).toMatchObject({ state: 'PUBLISHED', published: { number: 1 }, versions: [{ number: 1, hash }] })
    expect(published).toContain(publishCurriculum.published.id)
    expect(await officer.refused(PUBLISH, { id, hash })).toBe('WRONG_STATE')
  })

  test('twice at once is one version', async () => {
    const { id, hash } = await approved()
    const both = await Promise.all([officer.send(PUBLISH, { id, hash }), officer.send(PUBLISH, { id, hash })])
    expect(both.filter(({ refusal }) => !refusal)).toHaveLength(1)
    expect((await get(id)).versions).toHaveLength(1)
  })

  test('needs approval, the same hash, and a PKS in force', async () => {
    const { id, hash } = await inReview()
    expect(await officer.refused(PUBLISH, { id, hash })).toBe('WRONG_STATE')
    const ready = await approved()
    expect(await officer.refused(PUBLISH, { id: ready.id, hash: 'lain' })).toBe('STALE')
    app.clock.advance(600 * 86_400_000)
    const later = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    expect((await later.send(PUBLISH, ready)).refusal).toMatchObject({ code: 'NO_AGREEMENT_IN_FORCE', facts: { partner: ours.shortName } })
    app.clock.set(new Date())
    await officer.ok(PUBLISH, ready)
  })

  test('what is published does not change: it is revised, and the next version stands beside it', async () => {
    const { id, hash } = await approved()
    const first = (await officer.ok(PUBLISH, { id, hash })).publishCurriculum
    expect(await author.refused(EDIT, { id, revision: first.revision, patch: { references: ['X'] } })).toBe('WRONG_STATE')
    for (const who of [director, dean, auditor]) expect(await who.refused(REVISE, { id })).toBe('FORBIDDEN')
    const draft = (await author.ok(REVISE, { id })).reviseCurriculum
    expect(draft).toMatchObject({ state: 'DRAFT', approvals: [], hash })
    expect(await author.refused(REVISE, { id })).toBe('WRONG_STATE')
    const edited = (await author.ok(EDIT, { id, revision: draft.revision, patch: { references: ['X'] } })).editCurriculum
    await author.ok(SUBMIT, { id, revision: edited.revision })
    await director.ok(APPROVE, { id, hash: edited.hash })
    await dean.ok(APPROVE, { id, hash: edited.hash })
    const second = (await officer.ok(PUBLISH, { id, hash: edited.hash })).publishCurriculum
    expect(second.versions).toEqual([{ number: 1, hash }, { number: 2, hash: edited.hash }])
    const VERSION = 'query ($id: ID!) { curriculumVersion(id: $id) { number hash content { references hours { total practiceShare } } approvals { side } publishedBy { id } curriculum { id } } }'
    const { curriculumVersion } = await dean.ok(VERSION, { id: first.published.id })
    expect(curriculumVersion).toMatchObject({ number: 1, hash, content: { references: ['UU 25/2009'], hours: { total: 14, practiceShare: 8 / 14 } }, curriculum: { id } })
    for (const who of [stranger, learner]) expect((await who.ok(VERSION, { id: first.published.id })).curriculumVersion).toBeNull()
  })

  test('no code changes a version, however it tries', async () => {
    const { _id } = await aPublishedVersion(ours)
    await expect(CurriculumVersionModel.updateOne({ _id }, { $set: { hash: 'x' } })).rejects.toThrow('does not change')
    await expect(CurriculumVersionModel.findOneAndUpdate({ _id }, { $set: { 'content.title': 'x' } })).rejects.toThrow('does not change')
    await expect(CurriculumVersionModel.replaceOne({ _id }, {})).rejects.toThrow('does not change')
    await expect(CurriculumVersionModel.deleteOne({ _id })).rejects.toThrow('does not change')
    const doc = (await CurriculumVersionModel.findById(_id))!
    doc.number = 9
    await expect(doc.save()).rejects.toThrow('does not change')
    expect((await CurriculumVersionModel.findById(_id).lean())!.number).toBe(1)
  })
})

describe('putting away', () => {
  test('is the officer’s, with a reason, and final', async () => {
    const id = idOf(await aCurriculum(ours))
    for (const who of [author, director, dean, auditor, admin]) expect(await who.refused(ARCHIVE, { id, reason: 'x' })).toBe('FORBIDDEN')
    expect(await officer.refused(ARCHIVE, { id, reason: '' })).toBe('REASON_REQUIRED')
    expect((await officer.ok(ARCHIVE, { id, reason: 'Tidak diperlukan lagi.' })).archiveCurriculum).toMatchObject({ state: 'ARCHIVED', moves: [] })
    expect(await officer.refused(ARCHIVE, { id, reason: 'x' })).toBe('WRONG_STATE')
    const { id: under } = await inReview()
    expect(await officer.refused(ARCHIVE, { id: under, reason: 'x' })).toBe('WRONG_STATE')
  })
})

describe('reading', () => {
  test('lists hold one’s own, by search, partner and state', async () => {
    const own = await aCurriculum(ours, { content: aContent({ title: 'Judul (unik) sekali' }) })
    await aCurriculum(theirs)
    const LIST = 'query ($search: String, $partner: ID, $state: CurriculumState) { curricula(search: $search, partner: $partner, state: $state) { total nodes { id partner { id } state } } }'
    expect((await author.ok(LIST, { search: '(unik) judul' })).curricula.nodes).toMatchObject([{ id: idOf(own) }])
    expect((await author.ok(LIST, { partner: String(theirs._id) })).curricula.total).toBe(0)
    expect((await learner.ok(LIST)).curricula.total).toBe(0)
    const { curricula } = await auditor.ok(LIST, { state: 'PUBLISHED' })
    expect(new Set(curricula.nodes.map((one: any) => one.state))).toEqual(new Set(['PUBLISHED']))
    expect(await out.refused(LIST)).toBe('UNAUTHENTICATED')
    expect((await stranger.ok(GET, { id: idOf(own) })).curriculum).toBeNull()
    expect((await learner.ok(GET, { id: idOf(own) })).curriculum).toBeNull()
  })

  test('of the 25 kinds', async () => {
    expect((await learner.ok('{ trainingKinds { id name path flag practiceTarget } }')).trainingKinds).toHaveLength(25)
    expect(await out.refused('{ trainingKinds { id } }')).toBe('UNAUTHENTICATED')
  })

  test('the page shows the last 200 moves of a long history', async () => {
    const curriculum = await aCurriculum(ours)
    const ctx = await actAs(app.services, String((await aPerson({ roles: [['CURRICULUM_OFFICER']] }))._id))
    for (let round = 0; round < 101; round++) {
      const { revision } = (await CurriculumModel.findById(curriculum._id).lean())!
      await submitCurriculum(ctx, idOf(curriculum), revision)
      await withdrawCurriculum(ctx, idOf(curriculum))
    }
    const { history } = await get(idOf(curriculum))
    expect(history).toHaveLength(200)
    expect(history.at(-1).move).toBe('withdraw')
  }, 60_000)
})
