import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CurriculumModel } from '../../server/curriculum/index.ts'
import { remindAll } from '../../server/curriculum/service/remind.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import { GrantModel } from '../../server/people/index.ts'
import { aScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => { scene = await aScene() }, 60_000)
afterAll(() => scene?.app.stop())

const CELLS = 'signOffs { section side hash stale signOff { by { id } } }'
const SUBMIT = `mutation ($id: ID!, $revision: Int!, $due: Date) { submitCurriculum(curriculum: $id, revision: $revision, due: $due) { id state hash reviewDue ${CELLS} } }`
const SIGN = `mutation ($id: ID!, $section: CurriculumSection!, $hash: String!) { signOffSection(curriculum: $id, section: $section, hash: $hash) { ${CELLS} } }`
const TAKE_BACK = `mutation ($id: ID!, $section: CurriculumSection!) { takeBackSignOff(curriculum: $id, section: $section) { ${CELLS} } }`
const EDIT = 'mutation ($id: ID!, $revision: Int!, $patch: CurriculumPatch!) { editCurriculum(curriculum: $id, revision: $revision, patch: $patch) { revision state } }'
const APPROVE = 'mutation ($id: ID!, $hash: String!) { approveCurriculum(curriculum: $id, hash: $hash) { state approvals { side by { id } onBehalfOf { id } } } }'
const RETURN = 'mutation ($id: ID!, $reason: String!) { returnCurriculum(curriculum: $id, reason: $reason) { state } }'
const DUE = 'mutation ($id: ID!, $due: Date!) { setReviewDue(curriculum: $id, due: $due) { reviewDue } }'
const DELEGATE = 'mutation ($id: ID!, $input: DelegationInput!) { delegateApproval(curriculum: $id, input: $input) { delegations { id side state reason from { id } to { id } } } }'
const REVOKE = 'mutation ($id: ID!, $delegation: ID!) { revokeDelegation(curriculum: $id, delegation: $delegation) { delegations { id state } } }'
const GET = `query ($id: ID!) { curriculum(id: $id) { revision hash state reviewDue approvesFor { side unsigned onBehalfOf { id } } delegates { id } moves viewerCan { approve signOff delegate } ${CELLS} } }`

const today = () => dayOf(scene.app.services.now())
const idOf = (who: keyof Scene['people']) => String(scene.people[who]._id)
type Cell = { section: string; side: string; hash: string; stale: boolean; signOff: { by: { id: string } } | null }
const cell = (cells: Cell[], section: string, side: string) => cells.find(one => one.section === section && one.side === side)!

async function inReview(due?: string) {
  const { id, curriculum } = await scene.begun()
  const { submitCurriculum } = await scene.clients.author.ok(SUBMIT, { id, revision: curriculum.revision, due })
  return { id, hash: curriculum.hash, cells: submitCurriculum.signOffs as Cell[], due: submitCurriculum.reviewDue as string }
}
const noticesTo = async (who: keyof Scene['people'], kind: string) => NoticeModel.find({ person: scene.people[who]._id, kind }).lean()

describe('signing off, section by section', () => {
  test('each side for itself, of exactly what was read, once', async () => {
    const { id, cells } = await inReview()
    expect(cells).toHaveLength(14)
    const { hash } = cell(cells, 'TEAM', 'PARTNER')
    const { signOffSection } = await scene.clients.dean.ok(SIGN, { id, section: 'TEAM', hash })
    expect(cell(signOffSection.signOffs, 'TEAM', 'PARTNER')).toMatchObject({ stale: false, signOff: { by: { id: idOf('dean') } } })
    expect(cell(signOffSection.signOffs, 'TEAM', 'AGENCY').signOff).toBeNull()
    await scene.clients.lead.ok(SIGN, { id, section: 'TEAM', hash })
    const { curriculum } = await scene.clients.officer.ok('query ($id: ID!) { curriculum(id: $id) { entries { nodes { kind } } } }', { id })
    expect(curriculum.entries.nodes.filter((one: { kind: string }) => one.kind === 'signOff')).toHaveLength(1)
    expect(await scene.clients.director.refused(SIGN, { id, section: 'TEAM', hash: 'lain' })).toBe('STALE')
  })

  test('four eyes: whoever made the last change leaves it to another of the side; a signatory is always one', async () => {
    const { id, cells } = await inReview()
    const { hash } = cell(cells, 'OUTCOMES', 'PARTNER')
    expect((await scene.clients.author.send(SIGN, { id, section: 'OUTCOMES', hash })).refusal).toMatchObject({ code: 'OWN_CHANGE', facts: { section: 'OUTCOMES' } })
    await scene.clients.secondAuthor.ok(SIGN, { id, section: 'OUTCOMES', hash })
    await scene.clients.officer.ok(SIGN, { id, section: 'OUTCOMES', hash })
  })

  test('stands through a return as long as the section does not change, and is stale when it did', async () => {
    const { id, cells } = await inReview()
    for (const section of ['TEAM', 'REFERENCES']) await scene.clients.director.ok(SIGN, { id, section, hash: cell(cells, section, 'AGENCY').hash })
    await scene.clients.director.ok(RETURN, { id, reason: 'Rujukan kurang.' })
    const { curriculum } = await scene.clients.author.ok(GET, { id })
    await scene.clients.author.ok(EDIT, { id, revision: curriculum.revision, patch: { references: ['UU 30/2014'] } })
    const { curriculum: edited } = await scene.clients.author.ok(GET, { id })
    expect(await scene.clients.director.refused(SIGN, { id, section: 'TEAM', hash: cell(cells, 'TEAM', 'AGENCY').hash })).toBe('WRONG_STATE')
    const { submitCurriculum } = await scene.clients.author.ok(SUBMIT, { id, revision: edited.revision })
    expect(cell(submitCurriculum.signOffs, 'TEAM', 'AGENCY')).toMatchObject({ stale: false, signOff: { by: { id: idOf('director') } } })
    expect(cell(submitCurriculum.signOffs, 'REFERENCES', 'AGENCY')).toMatchObject({ stale: true })
  })

  test('is taken back by who gave it', async () => {
    const { id, cells } = await inReview()
    await scene.clients.dean.ok(SIGN, { id, section: 'TEAM', hash: cell(cells, 'TEAM', 'PARTNER').hash })
    const { takeBackSignOff: others } = await scene.clients.lead.ok(TAKE_BACK, { id, section: 'TEAM' })
    expect(cell(others.signOffs, 'TEAM', 'PARTNER').signOff).not.toBeNull()
    const { takeBackSignOff } = await scene.clients.dean.ok(TAKE_BACK, { id, section: 'TEAM' })
    expect(cell(takeBackSignOff.signOffs, 'TEAM', 'PARTNER').signOff).toBeNull()
  })

  test('is not for auditors, learners or another institution', async () => {
    const { id, cells } = await inReview()
    const sign = { id, section: 'TEAM', hash: cells[0]!.hash }
    expect(await scene.clients.auditor.refused(SIGN, sign)).toBe('FORBIDDEN')
    for (const who of ['learner', 'stranger'] as const) expect(await scene.clients[who].refused(SIGN, sign)).toBe('NOT_FOUND')
  })

  test('what a side has not signed off holds its approval not back: it is shown before, and the history names it', async () => {
    const { id, hash, cells } = await inReview()
    await scene.clients.dean.ok(SIGN, { id, section: 'TEAM', hash: cell(cells, 'TEAM', 'PARTNER').hash })
    const { curriculum } = await scene.clients.dean.ok(GET, { id })
    expect(curriculum.approvesFor).toMatchObject({ side: 'PARTNER', onBehalfOf: null })
    expect(curriculum.approvesFor.unsigned).toHaveLength(6)
    await scene.clients.dean.ok(APPROVE, { id, hash })
    const { curriculum: after } = await scene.clients.dean.ok('query ($id: ID!) { curriculum(id: $id) { entries(first: 1) { nodes { kind facts } } } }', { id })
    expect(after.entries.nodes[0]).toMatchObject({ kind: 'approve', facts: { side: 'PARTNER', unsigned: expect.not.arrayContaining(['TEAM']) } })
  })
})

describe('standing in for a signatory', () => {
  const period = (fields: object = {}) => ({ to: idOf('secondOfficer'), startsOn: today(), endsOn: addDays(today(), 6), reason: 'Dinas luar kota', ...fields })

  test('who stands in approves in the other’s name, within the days, until it is revoked', async () => {
    const { id, hash } = await inReview()
    expect(await scene.clients.secondOfficer.refused(APPROVE, { id, hash })).toBe('FORBIDDEN')
    const { delegateApproval } = await scene.clients.director.ok(DELEGATE, { id, input: period() })
    expect(delegateApproval.delegations).toMatchObject([{ side: 'AGENCY', state: 'IN_FORCE', from: { id: idOf('director') }, to: { id: idOf('secondOfficer') } }])
    expect(await noticesTo('secondOfficer', 'APPROVAL_DELEGATED')).toHaveLength(1)
    const { curriculum } = await scene.clients.secondOfficer.ok(GET, { id })
    expect(curriculum).toMatchObject({ approvesFor: { side: 'AGENCY', onBehalfOf: { id: idOf('director') } }, viewerCan: { approve: true, delegate: false }, moves: expect.arrayContaining(['approve']) })
    const { approveCurriculum } = await scene.clients.secondOfficer.ok(APPROVE, { id, hash })
    expect(approveCurriculum.approvals).toMatchObject([{ side: 'AGENCY', by: { id: idOf('secondOfficer') }, onBehalfOf: { id: idOf('director') } }])
    expect(await scene.clients.director.refused(APPROVE, { id, hash })).toBe('ALREADY_APPROVED')
  })

  test('not before, not after, not once it is revoked, and not sent twice', async () => {
    const { id, hash } = await inReview()
    await scene.clients.director.ok(DELEGATE, { id, input: period({ startsOn: addDays(today(), 2) }) })
    const { delegateApproval: { delegations } } = await scene.clients.director.ok(DELEGATE, { id, input: period({ startsOn: addDays(today(), 2) }) })
    expect(delegations).toMatchObject([{ state: 'COMING' }])
    expect(await scene.clients.secondOfficer.refused(APPROVE, { id, hash })).toBe('FORBIDDEN')
    await scene.wait(3)
    expect((await scene.clients.secondOfficer.ok(GET, { id })).curriculum.viewerCan.approve).toBe(true)
    const { revokeDelegation } = await scene.clients.director.ok(REVOKE, { id, delegation: delegations[0].id })
    expect(revokeDelegation.delegations).toMatchObject([{ state: 'REVOKED' }])
    expect(await scene.clients.secondOfficer.refused(APPROVE, { id, hash })).toBe('FORBIDDEN')
    await scene.clients.director.ok(DELEGATE, { id, input: period() })
    await scene.wait(10)
    expect(await scene.clients.secondOfficer.refused(APPROVE, { id, hash })).toBe('FORBIDDEN')
    await scene.wait(null)
  })

  test('is given by signatories alone, to another of their own side, for a time that is one', async () => {
    const { id } = await inReview()
    for (const who of ['officer', 'author', 'lead', 'auditor'] as const) expect(await scene.clients[who].refused(DELEGATE, { id, input: period() })).toBe('FORBIDDEN')
    expect(await scene.clients.stranger.refused(DELEGATE, { id, input: period() })).toBe('NOT_FOUND')
    const refusal = async (fields: object) => (await scene.clients.director.send(DELEGATE, { id, input: period(fields) })).refusal
    for (const to of ['director', 'author', 'learner', 'stranger'] as const) expect(await refusal({ to: idOf(to) })).toMatchObject({ code: 'DELEGATE_NOT_OF_SIDE', field: 'input.to' })
    expect(await refusal({ to: '../../x' })).toMatchObject({ code: 'DELEGATE_NOT_OF_SIDE' })
    expect(await refusal({ reason: ' ' })).toMatchObject({ code: 'REQUIRED', field: 'input.reason' })
    expect(await refusal({ startsOn: addDays(today(), -1) })).toMatchObject({ code: 'OUT_OF_RANGE', field: 'input.startsOn' })
    expect(await refusal({ endsOn: '2026-02-30' })).toMatchObject({ code: 'NOT_A_DATE', field: 'input.endsOn' })
    expect(await refusal({ endsOn: addDays(today(), 400) })).toMatchObject({ code: 'DELEGATION_TOO_LONG', facts: { max: 92 } })
    await scene.clients.director.ok(DELEGATE, { id, input: period() })
    expect(await refusal({ to: idOf('officer') })).toMatchObject({ code: 'DELEGATION_OVERLAPS' })
  })

  test('attack: a delegate passes it on, or the other side revokes it', async () => {
    const { id } = await inReview()
    const { delegateApproval } = await scene.clients.director.ok(DELEGATE, { id, input: period() })
    expect(await scene.clients.secondOfficer.refused(DELEGATE, { id, input: period({ to: idOf('officer') }) })).toBe('FORBIDDEN')
    expect(await scene.clients.dean.refused(REVOKE, { id, delegation: delegateApproval.delegations[0].id })).toBe('NOT_FOUND')
  })

  test('attack: standing in for one who signs no longer', async () => {
    const { id, hash } = await inReview()
    const { aPerson } = await import('../support/people.ts')
    const former = await aPerson({ roles: [['PARTNER_SIGNATORY', 'PARTNER', scene.ours._id]] })
    await (await scene.app.client(former)).ok(DELEGATE, { id, input: period({ to: idOf('secondAuthor') }) })
    await GrantModel.deleteMany({ person: former._id })
    expect(await scene.clients.secondAuthor.refused(APPROVE, { id, hash })).toBe('DELEGATOR_SIGNS_NO_LONGER')
    expect((await CurriculumModel.findById(id).lean())!.approvals).toEqual([])
  })
})

describe('due dates and reminders', () => {
  test('fourteen days unless another day is said; later it may be moved', async () => {
    const { id, due } = await inReview()
    expect(due).toBe(addDays(today(), 14))
    expect((await inReview(addDays(today(), 5))).due).toBe(addDays(today(), 5))
    expect((await scene.clients.director.ok(DUE, { id, due: addDays(today(), 20) })).setReviewDue.reviewDue).toBe(addDays(today(), 20))
    expect((await scene.clients.author.send(DUE, { id, due: addDays(today(), -1) })).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'due' })
    expect((await scene.clients.author.send(DUE, { id, due: 'besok' })).refusal).toMatchObject({ code: 'NOT_A_DATE', field: 'due' })
    const { curriculum } = await scene.begun()
    expect(await scene.clients.author.refused(DUE, { id: String(curriculum._id), due: addDays(today(), 3) })).toBe('WRONG_STATE')
  })

  test('tell those whose turn it is, and who was told is told once', async () => {
    const { id, hash } = await inReview()
    const ours = { link: `/kurikulum/${id}` }
    const count = async (who: 'dean' | 'director', kind: string) => (await noticesTo(who, kind)).filter(one => one.link === ours.link).length
    expect([await count('dean', 'REVIEW_ASKED'), await count('director', 'REVIEW_ASKED')]).toEqual([1, 1])
    await scene.clients.dean.ok(APPROVE, { id, hash })
    await scene.wait(12)
    for (let round = 0; round < 2; round++) await remindAll(scene.app.services)
    expect([await count('dean', 'REVIEW_DUE'), await count('director', 'REVIEW_DUE')]).toEqual([0, 1])
    await scene.wait(3)
    for (let round = 0; round < 2; round++) await remindAll(scene.app.services)
    expect([await count('dean', 'REVIEW_OVERDUE'), await count('director', 'REVIEW_OVERDUE')]).toEqual([0, 1])
    await scene.wait(7)
    await remindAll(scene.app.services)
    expect(await count('director', 'REVIEW_OVERDUE')).toBe(2)
    await scene.wait(null)
  })

  test('a return tells its authors why; an edit tells those whose approval fell', async () => {
    const { id, hash } = await inReview()
    await scene.clients.dean.ok(APPROVE, { id, hash })
    const { revision } = await scene.read(id)
    await scene.clients.author.ok(EDIT, { id, revision, patch: { references: ['UU 30/2014'] } })
    expect((await noticesTo('dean', 'APPROVAL_FELL')).map(one => one.link)).toContain(`/kurikulum/${id}/versi`)
    await scene.clients.author.ok(SUBMIT, { id, revision: (await scene.read(id)).revision })
    await scene.clients.director.ok(RETURN, { id, reason: 'Lengkapi.' })
    expect((await noticesTo('author', 'CURRICULUM_RETURNED')).map(one => one.facts)).toContainEqual(expect.objectContaining({ reason: 'Lengkapi.' }))
  })
})
