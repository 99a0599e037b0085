import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import { AgreementModel, warnOfAgreements, type AgreementDoc, type PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { anAgreement, aPartner, aPlannedItem, someTerms } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

const today = dayOf(new Date())
let app: TestApp
let ours: PartnerDoc
let people: Record<'officer' | 'lead' | 'signatory' | 'author' | 'auditor', PersonDoc>
let officer: Client, lead: Client, signatory: Client, author: Client, auditor: Client
beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  const as = (role: 'PARTNER_LEAD' | 'PARTNER_SIGNATORY' | 'PARTNER_AUTHOR') => aPerson({ roles: [[role, 'PARTNER', ours._id]] })
  people = {
    officer: await aPerson({ roles: [['CURRICULUM_OFFICER']] }), lead: await as('PARTNER_LEAD'), signatory: await as('PARTNER_SIGNATORY'),
    author: await as('PARTNER_AUTHOR'), auditor: await aPerson({ roles: [['AUDITOR']] }),
  }
  officer = await app.client(people.officer)
  lead = await app.client(people.lead)
  signatory = await app.client(people.signatory)
  author = await app.client(people.author)
  auditor = await app.client(people.auditor)
}, 60_000)
afterAll(() => app.stop())

const stored = async (agreement: AgreementDoc) => (await AgreementModel.findById(agreement._id).lean<AgreementDoc>())!

describe('terms', () => {
  const SET = 'mutation ($id: ID!, $revision: Int!, $terms: AgreementTermsInput!) { setAgreementTerms(agreement: $id, revision: $revision, terms: $terms) { revision missing terms { object accountCode agency { official } contacts { side name } } } }'
  const set = (agreement: AgreementDoc, terms: object, revision = 0) => officer.send(SET, { id: agreement._id, revision, terms: someTerms(terms as never) })

  test('are written in more than one sitting; what is missing is named', async () => {
    const draft = await anAgreement(ours, { state: 'DRAFT', terms: null })
    const { data } = await set(draft, { object: ' ', contacts: [] })
    expect(data.setAgreementTerms).toMatchObject({ revision: 1, missing: ['object', 'contacts'] })
    expect((await set(draft, {}, 1)).data.setAgreementTerms).toMatchObject({ revision: 2, missing: [], terms: { object: 'Pelatihan ASN', agency: { official: 'Pejabat Uji' } } })
    expect((await set(draft, {}, 1)).refusal?.code).toBe('STALE')
  })

  test.each([
    [{ object: 'x'.repeat(4001) }, 'TOO_LONG', 'terms.object'], [{ evaluationMonths: 7 }, 'INVALID', 'terms.evaluationMonths'],
    [{ accountCode: '5.1; drop' }, 'INVALID', 'terms.accountCode'], [{ contacts: [{ side: 'AGENCY', name: '', position: '' }] }, 'REQUIRED', 'terms.contacts.0.name'],
    [{ contacts: [{ side: 'AGENCY', name: 'A', position: '', email: 'x' }] }, 'EMAIL_FORMAT', 'terms.contacts.0.email'],
    [{ contacts: Array.from({ length: 11 }, () => ({ side: 'AGENCY', name: 'A', position: '' })) }, 'TOO_LONG', 'terms.contacts'],
  ])('%# are refused with %s', async (terms, code, field) => {
    expect((await set(await anAgreement(ours, { state: 'DRAFT' }), terms)).refusal).toMatchObject({ code, field })
  })

  test('of what was submitted are not rewritten', async () => {
    for (const state of ['LEGAL_REVIEW', 'SIGNING', 'ACTIVE', 'TERMINATED'] as const) {
      expect((await set(await anAgreement(ours, { state }), {})).refusal?.code).toBe('WRONG_STATE')
    }
  })

  test('that lack something are not submitted, and every fault is named', async () => {
    const draft = await anAgreement(ours, { state: 'DRAFT', terms: { ...someTerms({ object: '' }), contacts: [] } as never })
    const { refusal } = await officer.send('mutation ($id: ID!) { moveAgreement(agreement: $id, revision: 0, move: submit) { id } }', { id: draft._id })
    expect(refusal!.faults).toMatchObject([{ code: 'TERMS_MISSING', field: 'terms.object' }, { code: 'TERMS_MISSING', field: 'terms.contacts' }])
  })

  test('an agreement from before there were any is read as it is', async () => {
    const { insertedId } = await AgreementModel.collection.insertOne({
      kind: 'KSB', partner: ours._id, parent: null, title: 'Lama', numberAgency: 'LAMA/1', numberPartner: 'LAMA/1', scope: ['Pelatihan'], signedOn: today,
      startsOn: today, endsOn: addDays(today, 500), state: 'ACTIVE', history: [], revision: 0,
    })
    const { agreement } = await officer.ok('query ($id: ID!) { agreement(id: $id) { terms { object } missing signatures { side } actions { id } evaluations { id } evaluationDueOn documents { title } renews { id } renewedBy { id } warnings { kind } } }', { id: insertedId })
    expect(agreement).toEqual({ terms: null, missing: [], signatures: [], actions: [], evaluations: [], evaluationDueOn: null, documents: [], renews: null, renewedBy: null, warnings: [] })
  })
})

describe('the plan', () => {
  const SET = 'mutation ($id: ID!, $revision: Int!, $actions: [AgreementActionInput!]!) { setAgreementActions(agreement: $id, revision: $revision, actions: $actions) { revision actions { id activity status side } } }'
  const MOVE = 'mutation ($id: ID!, $action: ID!, $move: AgreementActionMove!, $note: String) { moveAgreementAction(agreement: $id, action: $action, move: $move, note: $note) { actions { id status moves record { status note by { id } } } } }'
  const item = (fields: object = {}) => ({ activity: 'Menyusun modul', output: 'Satu modul', dueOn: addDays(today, 30), side: 'PARTNER', owner: 'Dosen', ...fields })

  test('is set by either side; an item keeps its status when others are added', async () => {
    const agreement = await anAgreement(ours)
    const first = (await officer.ok(SET, { id: agreement._id, revision: 0, actions: [item()] })).setAgreementActions
    await lead.ok(MOVE, { id: agreement._id, action: first.actions[0].id, move: 'start' })
    const second = (await lead.ok(SET, { id: agreement._id, revision: 2, actions: [item({ activity: 'Baru', side: 'AGENCY' }), item({ id: first.actions[0].id, activity: 'Menyusun dua modul' })] })).setAgreementActions
    expect(second.actions).toMatchObject([{ activity: 'Baru', status: 'PLANNED', side: 'AGENCY' }, { id: first.actions[0].id, activity: 'Menyusun dua modul', status: 'ONGOING' }])
    expect((await officer.send(SET, { id: agreement._id, revision: 3, actions: [] })).refusal).toMatchObject({ code: 'ACTION_UNDER_WAY', facts: { activity: 'Menyusun dua modul' } })
    expect((await officer.send(SET, { id: agreement._id, revision: 3, actions: [item({ id: String(ours._id) })] })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'actions.0.id' })
    expect(await officer.refused(SET, { id: agreement._id, revision: 1, actions: [] })).toBe('STALE')
    for (const who of [author, signatory, auditor]) expect(await who.refused(SET, { id: agreement._id, revision: 3, actions: [] })).toBe('FORBIDDEN')
  })

  test('each side reports on what it owns, and on nothing else', async () => {
    const [own, other] = [aPlannedItem(), aPlannedItem({ side: 'AGENCY' })]
    const agreement = await anAgreement(ours, { actions: [own, other] })
    const move = (who: Client, action: { _id: unknown }, more: object = { move: 'start' }) => who.send(MOVE, { id: agreement._id, action: action._id, ...more })
    for (const who of [officer, author, auditor]) expect((await move(who, own)).refusal?.code).toBe('FORBIDDEN')
    for (const who of [lead, signatory, author]) expect((await move(who, other)).refusal?.code).toBe('FORBIDDEN')
    const { data } = await move(signatory, own)
    expect(data.moveAgreementAction.actions).toMatchObject([{ status: 'ONGOING', moves: ['finish', 'drop'], record: [{ status: 'ONGOING', note: null, by: { id: String(people.signatory._id) } }] }, { status: 'PLANNED', moves: [] }])
    expect((await move(lead, own)).refusal?.code).toBe('WRONG_STATE')
    expect((await move(lead, own, { move: 'drop' })).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'note' })
    await move(lead, own, { move: 'drop', note: 'Diganti modul lain.' })
    expect((await stored(agreement)).actions![0]!.record.map(({ status }) => status)).toEqual(['ONGOING', 'DROPPED'])
  })

  test('both sides may report at once', async () => {
    const [own, other] = [aPlannedItem(), aPlannedItem({ side: 'AGENCY' })]
    const agreement = await anAgreement(ours, { actions: [own, other] })
    const answers = await Promise.all([lead.send(MOVE, { id: agreement._id, action: own._id, move: 'start' }), officer.send(MOVE, { id: agreement._id, action: other._id, move: 'start' })])
    expect(answers.map(({ refusal }) => refusal)).toEqual([null, null])
    expect((await stored(agreement)).actions!.map(({ status }) => status)).toEqual(['ONGOING', 'ONGOING'])
  })

  test('sent twice at once, a step is taken once', async () => {
    const own = aPlannedItem()
    const agreement = await anAgreement(ours, { actions: [own] })
    await Promise.all([0, 1, 2].map(() => lead.send(MOVE, { id: agreement._id, action: own._id, move: 'start' })))
    expect((await stored(agreement)).actions![0]!.record).toHaveLength(1)
  })

  test('nothing is under way before both have signed, and nothing is planned after it was ended', async () => {
    const own = aPlannedItem()
    const waiting = await anAgreement(ours, { state: 'SIGNING', actions: [own] })
    expect(await lead.refused(MOVE, { id: waiting._id, action: own._id, move: 'start' })).toBe('WRONG_STATE')
    const ended = await anAgreement(ours, { state: 'TERMINATED' })
    expect(await officer.refused(SET, { id: ended._id, revision: 0, actions: [item()] })).toBe('WRONG_STATE')
  })

  test.each([[{ activity: '' }, 'REQUIRED', 'actions.0.activity'], [{ dueOn: '2026-02-30' }, 'NOT_A_DATE', 'actions.0.dueOn'], [{ owner: 'x'.repeat(161) }, 'TOO_LONG', 'actions.0.owner']])('%j is refused', async (fields, code, field) => {
    expect((await officer.send(SET, { id: (await anAgreement(ours))._id, revision: 0, actions: [item(fields)] })).refusal).toMatchObject({ code, field })
  })
})

describe('evaluations', () => {
  const RECORD = 'mutation ($id: ID!, $revision: Int!, $input: AgreementEvaluationInput!) { recordAgreementEvaluation(agreement: $id, revision: $revision, input: $input) { evaluationDueOn evaluations { on mean decision by { id } objectives { score } } } }'
  const input = (fields: object = {}) => ({ on: today, findings: 'Berjalan baik.', objectives: [{ objective: 'Modul', score: 4 }, { objective: 'Kelas', score: 3 }], decision: 'CONTINUE', ...fields })

  test('are kept in order, with who made them, and say when the next is due', async () => {
    const agreement = await anAgreement(ours, { from: -400 })
    await officer.ok(RECORD, { id: agreement._id, revision: 0, input: input() })
    const { recordAgreementEvaluation: after } = await officer.ok(RECORD, { id: agreement._id, revision: 1, input: input({ on: addDays(today, -200), decision: 'AMEND' }) })
    expect(after.evaluations).toMatchObject([{ on: addDays(today, -200), mean: 3.5, decision: 'AMEND' }, { on: today, by: { id: String(people.officer._id) } }])
    expect(after.evaluationDueOn > today).toBe(true)
    expect((await officer.send(RECORD, { id: agreement._id, revision: 2, input: input() })).refusal).toMatchObject({ code: 'EVALUATION_THAT_DAY', field: 'input.on' })
  })

  test.each([
    [{ on: addDays(today, 1) }, 'OUT_OF_RANGE', 'input.on'], [{ on: addDays(today, -101) }, 'OUT_OF_RANGE', 'input.on'], [{ findings: ' ' }, 'REQUIRED', 'input.findings'],
    [{ objectives: [] }, 'TOO_SHORT', 'input.objectives'], [{ objectives: [{ objective: 'x', score: 5 }] }, 'OUT_OF_RANGE', 'input.objectives.0.score'],
  ])('%j is refused with %s', async (fields, code, field) => {
    expect((await officer.send(RECORD, { id: (await anAgreement(ours))._id, revision: 0, input: input(fields) })).refusal).toMatchObject({ code, field })
  })

  test('are recorded by officers, of what was signed', async () => {
    const agreement = await anAgreement(ours)
    for (const who of [lead, signatory, author, auditor]) expect(await who.refused(RECORD, { id: agreement._id, revision: 0, input: input() })).toBe('FORBIDDEN')
    expect(await officer.refused(RECORD, { id: (await anAgreement(ours, { state: 'DRAFT' }))._id, revision: 0, input: input() })).toBe('WRONG_STATE')
  })
})

describe('renewal', () => {
  const RENEW = `mutation ($id: ID!, $input: AgreementRenewalInput!) { renewAgreement(agreement: $id, input: $input) {
    id state title scope startsOn endsOn numberAgency missing renews { id renewedBy { id } } parent { id } actions { activity status dueOn } } }`
  let count = 0
  const input = (old: AgreementDoc, fields: object = {}) =>
    ({ numberAgency: `LANJUT/${++count}/A`, numberPartner: `LANJUT/${count}/P`, startsOn: addDays(old.endsOn, 1), endsOn: addDays(old.endsOn, 365), ...fields })

  test('carries over what was agreed and what is left to do, links both, and is there once', async () => {
    const ksb = await anAgreement(ours, { kind: 'KSB', to: 2000 })
    const old = await anAgreement(ours, { parent: ksb._id, to: 20, actions: [aPlannedItem({ activity: 'Sisa', status: 'ONGOING' }), aPlannedItem({ activity: 'Selesai', status: 'DONE' })] })
    const given = input(old)
    const both = await Promise.all([0, 1].map(() => officer.ok(RENEW, { id: old._id, input: given })))
    const [one, same] = both.map(({ renewAgreement }) => renewAgreement)
    expect(one.id).toBe(same.id)
    expect(one).toMatchObject({ state: 'DRAFT', title: old.title, scope: ['Pelatihan ASN'], missing: [], parent: { id: String(ksb._id) }, renews: { id: String(old._id), renewedBy: { id: one.id } }, actions: [{ activity: 'Sisa', status: 'PLANNED' }] })
    expect(await AgreementModel.countDocuments({ renews: old._id })).toBe(1)
  })

  test.each([
    ['a number that is taken', (old: AgreementDoc) => ({ numberAgency: old.numberAgency }), 'AGREEMENT_NUMBER_TAKEN', 'input.numberAgency'],
    ['days the wrong way round', (old: AgreementDoc) => ({ endsOn: old.endsOn }), 'DATES_REVERSED', 'input.endsOn'],
    ['a beginning before the old one began', (old: AgreementDoc) => ({ startsOn: old.startsOn }), 'STARTS_BEFORE_RENEWED', 'input.startsOn'],
    ['an end after the KSB', (old: AgreementDoc) => ({ endsOn: addDays(old.endsOn, 5000) }), 'ENDS_AFTER_PARENT', 'input.endsOn'],
  ])('%s is refused', async (_, fields, code, field) => {
    const ksb = await anAgreement(ours, { kind: 'KSB', to: 2000 })
    const old = await anAgreement(ours, { parent: ksb._id, to: 20 })
    expect((await officer.send(RENEW, { id: old._id, input: input(old, fields(old)) })).refusal).toMatchObject({ code, field })
  })

  test('is of what was signed, by officers', async () => {
    const draft = await anAgreement(ours, { kind: 'KSB', state: 'DRAFT' })
    expect(await officer.refused(RENEW, { id: draft._id, input: input(draft) })).toBe('WRONG_STATE')
    const old = await anAgreement(ours, { kind: 'KSB' })
    for (const who of [lead, signatory, author, auditor]) expect(await who.refused(RENEW, { id: old._id, input: input(old) })).toBe('FORBIDDEN')
    const ended = await anAgreement(ours, { kind: 'KSB', from: -500, to: -10 })
    expect((await officer.send(RENEW, { id: ended._id, input: input(ended) })).refusal).toBeNull()
  })
})

describe('warnings', () => {
  test('reach both sides once, however often the sweep runs, and again at the next step', async () => {
    const partner = await aPartner({ agreement: false, shortName: 'Peringatan' })
    const of = (role: 'PARTNER_LEAD' | 'PARTNER_SIGNATORY' | 'PARTNER_AUTHOR') => aPerson({ roles: [[role, 'PARTNER', partner._id]] })
    const told = [people.officer, await of('PARTNER_LEAD'), await of('PARTNER_SIGNATORY')]
    const untold = [await of('PARTNER_AUTHOR'), people.lead]
    const agreement = await anAgreement(partner, { kind: 'KSB', to: 31, terms: null })
    const link = `/perjanjian/${String(agreement._id)}`
    const count = (to: PersonDoc[]) => NoticeModel.countDocuments({ person: { $in: to.map(({ _id }) => _id) }, link })
    await Promise.all([warnOfAgreements(app.services), warnOfAgreements(app.services)])
    await warnOfAgreements(app.services)
    expect([await count(told), await count(untold)]).toEqual([3, 0])
    expect(await NoticeModel.findOne({ person: told[1]!._id, link }).lean()).toMatchObject({ kind: 'AGREEMENT_ENDING', facts: { partner: 'Peringatan', days: 31, on: agreement.endsOn, number: agreement.numberAgency } })
    const LIST = 'query ($id: ID!) { agreement(id: $id) { warnings { kind on days } } }'
    expect((await officer.ok(LIST, { id: agreement._id })).agreement.warnings).toEqual([{ kind: 'ENDING', on: agreement.endsOn, days: 31 }])
    app.clock.advance(86_400_000)
    await warnOfAgreements(app.services)
    expect(await count(told)).toBe(6)
    app.clock.advance(-86_400_000)
  })

  test('who is to sign is told when an agreement is ready', async () => {
    const agreement = await anAgreement(ours, { state: 'RECOMMENDATION', signedOn: null })
    await officer.ok('mutation ($id: ID!) { moveAgreement(agreement: $id, revision: 0, move: approve) { id } }', { id: agreement._id })
    const notices = await NoticeModel.find({ link: `/perjanjian/${String(agreement._id)}` }).lean()
    expect(notices).toMatchObject([{ person: people.signatory._id, kind: 'AGREEMENT_TO_SIGN' }])
  })
})
