import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { anAgreement, aPartner, someTerms } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

const today = dayOf(new Date())
let app: TestApp
let officer: Client, director: Client, signatory: Client, author: Client, stranger: Client, learner: Client, auditor: Client, admin: Client, out: Client
let ours: PartnerDoc, theirs: PartnerDoc

beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  theirs = await aPartner()
  const client = async (...roles: NonNullable<Parameters<typeof aPerson>[0]>['roles'] & object) => app.client(await aPerson({ roles }))
  officer = await client(['CURRICULUM_OFFICER'])
  director = await client(['AGENCY_SIGNATORY'])
  signatory = await client(['PARTNER_SIGNATORY', 'PARTNER', ours._id])
  author = await client(['PARTNER_AUTHOR', 'PARTNER', ours._id])
  stranger = await client(['PARTNER_SIGNATORY', 'PARTNER', theirs._id])
  learner = await client(['LEARNER'])
  auditor = await client(['AUDITOR'])
  admin = await client(['ADMIN'])
  out = await app.client()
}, 60_000)
afterAll(() => app?.stop())

describe('partners', () => {
  const CREATE = 'mutation ($input: PartnerInput!) { createPartner(input: $input) { id revision name code viewerCan { edit } } }'
  const UPDATE = 'mutation ($id: ID!, $revision: Int!, $input: PartnerInput!) { updatePartner(partner: $id, revision: $revision, input: $input) { revision name } }'
  const input = { name: 'Universitas Baru', shortName: 'UB', kind: 'UNIVERSITY', city: 'Medan', code: '001234' }

  test('are made by officers, tidied, once', async () => {
    const { createPartner } = await officer.ok(CREATE, { input: { ...input, name: '  Universitas   Baru ' } })
    expect(createPartner).toMatchObject({ revision: 0, name: 'Universitas Baru', viewerCan: { edit: true } })
    const again = await officer.send(CREATE, { input })
    expect(again.refusal).toMatchObject({ code: 'NOT_UNIQUE', field: 'input.name' })
    for (const who of [learner, author, auditor, admin, director]) expect(await who.refused(CREATE, { input })).toBe('FORBIDDEN')
    expect(await out.refused(CREATE, { input })).toBe('UNAUTHENTICATED')
  })

  test('say every fault at once, also five megabytes of it', async () => {
    const answer = await officer.send(CREATE, { input: { ...input, name: ' ', shortName: 'x'.repeat(41), code: '12' } })
    expect(answer.refusal?.faults?.map(fault => [fault.code, fault.field])).toEqual([
      ['REQUIRED', 'input.name'], ['TOO_LONG', 'input.shortName'], ['INVALID', 'input.code'],
    ])
    const huge = await officer.send(CREATE, { input: { ...input, name: 'x'.repeat(5_000_000) } })
    expect(huge.data?.createPartner ?? null).toBeNull()
    expect(['TOO_LONG', 'TOO_LARGE']).toContain(huge.refusal?.code)
  })

  test('are changed by officers, on what they saw', async () => {
    const partner = await aPartner({ agreement: false })
    const change = { id: String(partner._id), revision: 0, input: { ...input, name: `Politeknik ${partner.name}`, code: null } }
    expect((await officer.ok(UPDATE, change)).updatePartner.revision).toBe(1)
    expect(await officer.refused(UPDATE, change)).toBe('STALE')
    expect(await author.refused(UPDATE, change)).toBe('NOT_FOUND')
    expect(await author.refused(UPDATE, { ...change, id: String(ours._id) })).toBe('FORBIDDEN')
    expect(await officer.refused(UPDATE, { ...change, id: 'x' })).toBe('NOT_FOUND')
  })

  test('show to their own people and to the agency', async () => {
    const PARTNER = 'query ($id: ID!) { partner(id: $id) { name agreementInForce { inForce } agreements { total } members { total } } partners { nodes { id } } agreements { nodes { partner { id } } } }'
    for (const who of [officer, director, auditor, admin, author, signatory]) {
      const { partner } = await who.ok(PARTNER, { id: String(ours._id) })
      expect(partner).toMatchObject({ agreementInForce: { inForce: true }, agreements: { total: 2 } })
    }
    for (const who of [stranger, learner]) expect((await who.ok(PARTNER, { id: String(ours._id) })).partner).toBeNull()
    const own = await author.ok(PARTNER, { id: String(ours._id) })
    expect(own.partners.nodes).toEqual([{ id: String(ours._id) }])
    expect(new Set(own.agreements.nodes.map((one: any) => one.partner.id))).toEqual(new Set([String(ours._id)]))
    expect(await out.refused(PARTNER, { id: String(ours._id) })).toBe('UNAUTHENTICATED')
  })
})

describe('members', () => {
  const ADD = 'mutation ($partner: ID!, $person: ID!, $role: Role!) { addPartnerMember(partner: $partner, person: $person, role: $role) { members { nodes { id role person { id } } } } }'
  const REMOVE = 'mutation ($partner: ID!, $grant: ID!) { removePartnerMember(partner: $partner, grant: $grant) { members { nodes { id } } } }'

  test('come and go by an officer or a signatory of the partner; twice is once', async () => {
    const person = await aPerson({ employment: 'EXTERNAL', nip: null, roles: [] })
    const add = { partner: String(ours._id), person: String(person._id), role: 'PARTNER_AUTHOR' }
    await signatory.ok(ADD, add)
    const { addPartnerMember } = await officer.ok(ADD, add)
    const own = addPartnerMember.members.nodes.filter((member: any) => member.person.id === String(person._id))
    expect(own).toHaveLength(1)
    const client = await app.client(person)
    expect((await client.ok('{ partners { total } }')).partners.total).toBe(1)
    const remove = { partner: String(ours._id), grant: own[0].id }
    expect(await stranger.refused(REMOVE, remove)).toBe('NOT_FOUND')
    expect(await author.refused(REMOVE, remove)).toBe('FORBIDDEN')
    await signatory.ok(REMOVE, remove)
    await signatory.ok(REMOVE, remove)
    expect((await client.ok('{ partners { total } }')).partners.total).toBe(0)
  })

  test('a signatory reaches no other role, and no other partner', async () => {
    const person = await aPerson()
    const add = { partner: String(ours._id), person: String(person._id), role: 'ADMIN' }
    expect((await signatory.send(ADD, add)).refusal).toMatchObject({ code: 'NOT_A_PARTNER_ROLE', field: 'role' })
    expect(await signatory.refused(ADD, { ...add, role: 'PARTNER_AUTHOR', partner: String(theirs._id) })).toBe('NOT_FOUND')
    expect((await signatory.send(ADD, { ...add, role: 'PARTNER_AUTHOR', person: String(ours._id) })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'person' })
    for (const who of [author, auditor, admin, director]) expect(await who.refused(ADD, { ...add, role: 'PARTNER_AUTHOR' })).toBe('FORBIDDEN')
  })

  test('a grant of another scope is out of reach', async () => {
    const member = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', theirs._id]] })
    const { partner } = await officer.ok('query ($id: ID!) { partner(id: $id) { members { nodes { id person { id } } } } }', { id: String(theirs._id) })
    const grant = partner.members.nodes.find((one: any) => one.person.id === String(member._id)).id
    await signatory.ok(REMOVE, { partner: String(ours._id), grant })
    expect((await (await app.client(member)).ok('{ partners { total } }')).partners.total).toBe(1)
  })
})

describe('agreements', () => {
  const CREATE = 'mutation ($input: AgreementInput!) { createAgreement(input: $input) { id revision state status moves } }'
  const UPDATE = 'mutation ($id: ID!, $revision: Int!, $input: AgreementInput!) { updateAgreement(agreement: $id, revision: $revision, input: $input) { revision title } }'
  const MOVE = `mutation ($id: ID!, $revision: Int!, $move: AgreementMove!, $reason: String, $endsOn: Date) {
    moveAgreement(agreement: $id, revision: $revision, move: $move, reason: $reason, endsOn: $endsOn) { id revision state status inForce daysLeft signedOn endsOn moves history { move to reason by { id } } } }`
  let count = 0
  const input = (fields: object = {}) => ({
    kind: 'KSB', partner: String(ours._id), parent: null, title: 'Kesepakatan uji', numberAgency: `API/${++count}/A`, numberPartner: `API/${count}/P`,
    scope: ['Pelatihan'], signedOn: null, startsOn: today, endsOn: addDays(today, 400), ...fields,
  })
  /** Writes terms that lack nothing; gives the revision. */
  const withTerms = async (id: string, revision = 0): Promise<number> => (await officer.ok(
    'mutation ($id: ID!, $revision: Int!, $terms: AgreementTermsInput!) { setAgreementTerms(agreement: $id, revision: $revision, terms: $terms) { revision } }',
    { id, revision, terms: someTerms() })).setAgreementTerms.revision
  const go = async (who: Client, id: string, revision: number, move: string, more: object = {}) => (await who.ok(MOVE, { id, revision, move, ...more })).moveAgreement

  test('go the whole way: officer to signing, signatory signs, extended, terminated with a reason', async () => {
    const { createAgreement } = await officer.ok(CREATE, { input: input() })
    expect(createAgreement).toMatchObject({ revision: 0, state: 'DRAFT', status: 'DRAFT', moves: ['submit'] })
    const { id } = createAgreement
    const bare = await officer.send(MOVE, { id, revision: 0, move: 'submit' })
    expect(bare.refusal).toMatchObject({ code: 'TERMS_MISSING', field: 'terms' })
    let now = await go(officer, id, await withTerms(id), 'submit')
    now = await go(officer, id, now.revision, 'recommend')
    now = await go(officer, id, now.revision, 'approve')
    expect((await officer.send(MOVE, { id, revision: now.revision, move: 'sign' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'signedOn' })
    now = await go(director, id, now.revision, 'sign')
    expect(now).toMatchObject({ state: 'SIGNING', inForce: false, signedOn: null, moves: ['return'] })
    expect(await director.refused(MOVE, { id, revision: now.revision, move: 'sign' })).toBe('ALREADY_SIGNED')
    now = await go(signatory, id, now.revision, 'sign')
    expect(now).toMatchObject({ state: 'ACTIVE', status: 'ACTIVE', inForce: true, daysLeft: 400, signedOn: today })
    expect((await officer.send(MOVE, { id, revision: now.revision, move: 'extend', endsOn: addDays(today, 300) })).refusal).toMatchObject({ code: 'DATES_REVERSED', field: 'endsOn' })
    now = await go(officer, id, now.revision, 'extend', { endsOn: addDays(today, 800) })
    expect(now).toMatchObject({ state: 'EXTENDED', status: 'EXTENDED', daysLeft: 800 })
    expect((await officer.send(MOVE, { id, revision: now.revision, move: 'terminate', reason: '  ' })).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' })
    now = await go(officer, id, now.revision, 'terminate', { reason: 'Diganti.' })
    expect(now).toMatchObject({ state: 'TERMINATED', inForce: false, moves: [] })
    expect(now.history.map((step: any) => step.move)).toEqual(['submit', 'recommend', 'approve', 'sign', 'sign', 'extend', 'terminate'])
    expect(await officer.refused(MOVE, { id, revision: now.revision, move: 'submit' })).toBe('WRONG_STATE')
  })

  test('sent twice, a step is taken once', async () => {
    const { createAgreement: { id } } = await officer.ok(CREATE, { input: input() })
    const revision = await withTerms(id)
    const both = await Promise.all([0, 1].map(() => officer.send(MOVE, { id, revision, move: 'submit' })))
    expect(both.filter(({ refusal }) => !refusal)).toHaveLength(1)
    expect(both.map(({ refusal }) => refusal?.code).filter(Boolean)[0]).toMatch(/STALE|WRONG_STATE/)
  })

  test('are moved by nobody else', async () => {
    const { createAgreement: { id } } = await officer.ok(CREATE, { input: input() })
    for (const who of [author, signatory, auditor, admin, director]) expect(await who.refused(MOVE, { id, revision: 0, move: 'submit' })).toBe('FORBIDDEN')
    for (const who of [stranger, learner]) expect(await who.refused(MOVE, { id, revision: 0, move: 'submit' })).toBe('NOT_FOUND')
    expect(await out.refused(MOVE, { id, revision: 0, move: 'submit' })).toBe('UNAUTHENTICATED')
    for (const who of [author, auditor, admin]) expect(await who.refused(CREATE, { input: input() })).toBe('FORBIDDEN')
    for (const who of [stranger, learner]) expect(await who.refused(CREATE, { input: input() })).toBe('NOT_FOUND')
  })

  test('rest on what their kind asks for', async () => {
    const ksb = await anAgreement(ours, { kind: 'KSB', to: 300 })
    const foreign = await anAgreement(theirs, { kind: 'KSB' })
    const pks = (fields: object) => input({ kind: 'PKS', parent: String(ksb._id), endsOn: addDays(today, 200), ...fields })
    const refusal = async (fields: object) => (await officer.send(CREATE, { input: pks(fields) })).refusal
    expect(await refusal({ parent: null })).toMatchObject({ code: 'PARENT_REQUIRED', field: 'input.parent' })
    expect(await refusal({ kind: 'IA' })).toMatchObject({ code: 'PARENT_KIND', field: 'input.parent' })
    expect(await refusal({ parent: String(foreign._id) })).toMatchObject({ code: 'PARENT_OTHER_PARTNER', field: 'input.parent' })
    expect(await refusal({ endsOn: addDays(today, 301) })).toMatchObject({ code: 'ENDS_AFTER_PARENT', field: 'input.endsOn', facts: { parentEndsOn: ksb.endsOn } })
    expect(await refusal({ startsOn: addDays(today, 250) })).toMatchObject({ code: 'DATES_REVERSED', field: 'input.endsOn' })
    expect(await refusal({ startsOn: '2026-02-30' })).toMatchObject({ code: 'NOT_A_DATE', field: 'input.startsOn' })
    expect(await refusal({ numberAgency: ksb.numberAgency })).toMatchObject({ code: 'AGREEMENT_NUMBER_TAKEN', field: 'input.numberAgency' })
    expect(await refusal({ numberPartner: ksb.numberPartner })).toMatchObject({ code: 'AGREEMENT_NUMBER_TAKEN', field: 'input.numberPartner' })
    expect(await refusal({})).toBeNull()
  })

  test('a PKS is not signed before its KSB is', async () => {
    const ksb = await anAgreement(ours, { kind: 'KSB', state: 'SIGNING' })
    const pks = await anAgreement(ours, { state: 'SIGNING', parent: ksb._id })
    expect(await director.refused(MOVE, { id: String(pks._id), revision: 0, move: 'sign' })).toBe('WRONG_STATE')
  })

  test('are edited as drafts; at signing only numbers and the day of signing', async () => {
    const { createAgreement: { id } } = await officer.ok(CREATE, { input: input() })
    const text = input({ title: 'Judul baru' })
    expect((await officer.ok(UPDATE, { id, revision: 0, input: text })).updateAgreement).toEqual({ revision: 1, title: 'Judul baru' })
    expect(await officer.refused(UPDATE, { id, revision: 0, input: text })).toBe('STALE')
    expect(await author.refused(UPDATE, { id, revision: 1, input: text })).toBe('FORBIDDEN')
    await go(officer, id, await withTerms(id, 1), 'submit')
    expect(await officer.refused(UPDATE, { id, revision: 3, input: { ...text, title: 'Lain' } })).toBe('WRONG_STATE')
    await go(officer, id, 3, 'recommend')
    await go(officer, id, 4, 'approve')
    const late = await officer.send(UPDATE, { id, revision: 5, input: { ...text, scope: ['Lain'] } })
    expect(late.refusal).toMatchObject({ code: 'WRONG_STATE', field: 'input.scope' })
    await officer.ok(UPDATE, { id, revision: 5, input: { ...text, numberPartner: 'NOMOR/BARU', signedOn: today } })
    expect(await go(officer, id, 6, 'sign')).toMatchObject({ state: 'ACTIVE', signedOn: today })
  })

  test('one that has ended is not extended, and binds no more', async () => {
    const partner = await aPartner({ agreement: false })
    const pks = await anAgreement(partner, { from: -400, to: -1 })
    const QUERY = 'query ($id: ID!) { partner(id: $id) { agreementInForce { id } agreements { nodes { status inForce moves } } } }'
    expect((await officer.ok(QUERY, { id: String(partner._id) })).partner).toEqual({
      agreementInForce: null, agreements: { nodes: [{ status: 'EXPIRED', inForce: false, moves: ['terminate'] }] },
    })
    expect(await officer.refused(MOVE, { id: String(pks._id), revision: 0, move: 'extend', endsOn: addDays(today, 10) })).toBe('WRONG_STATE')
    app.clock.advance(-2 * 86_400_000)
    expect((await officer.ok(QUERY, { id: String(partner._id) })).partner.agreementInForce).toEqual({ id: String(pks._id) })
    app.clock.advance(2 * 86_400_000)
  })

  test('are found by status, and those of others are not found', async () => {
    const pks = await anAgreement(ours, { to: 60 })
    const LIST = 'query ($partner: ID, $status: AgreementStatus) { agreements(partner: $partner, status: $status) { nodes { id status daysLeft lacksFollowUp parent { id } } } }'
    const { agreements } = await author.ok(LIST, { status: 'EXPIRING' })
    expect(agreements.nodes).toMatchObject([{ id: String(pks._id), status: 'EXPIRING', daysLeft: 60 }])
    expect((await author.ok(LIST, { partner: String(theirs._id) })).agreements.nodes).toEqual([])
    expect((await officer.ok(LIST, { partner: 'tidak-ada' })).agreements.nodes).toEqual([])
    expect((await stranger.ok('query ($id: ID!) { agreement(id: $id) { id } }', { id: String(pks._id) })).agreement).toBeNull()
  })
})
