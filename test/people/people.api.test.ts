import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aPerson, aUnit, nipOf } from '../support/people.ts'

const CREATE = 'mutation ($input: PersonInput!) { createPerson(input: $input) { temporaryPassword person { id name nip birthDate gender rank grants { role } } } }'
const UPDATE = 'mutation ($person: ID!, $revision: Int!, $input: PersonInput!) { updatePerson(person: $person, revision: $revision, input: $input) { id revision name } }'
const GRANT = 'mutation ($input: GrantInput!) { grantRole(input: $input) { grants { id role scope { kind id label } } } }'
const REVOKE = 'mutation ($grant: ID!) { revokeRole(grant: $grant) { grants { role } } }'
const input = (fields: object = {}) => ({ name: 'Demo Baru', email: 'baru@uji.example', employment: 'PNS', nip: '198609262015051901', grade: 'III/a', ...fields })

let app: TestApp
let admin: Client
let adminPerson: PersonDoc

beforeAll(async () => {
  app = await startTestApp()
  adminPerson = await aPerson({ roles: [['ADMIN']] })
  admin = await app.client(adminPerson)
})
afterAll(() => app.stop())

describe('making a person', () => {
  test('gives a temporary password, reads birth and gender from the NIP, and makes a civil servant a learner', async () => {
    const { createPerson } = await admin.ok(CREATE, { input: input({ nip: '19860926 201505 1 901' }) })
    expect(createPerson.temporaryPassword).toMatch(/^[a-z2-9-]{19}$/)
    expect(createPerson.person).toMatchObject({ nip: '198609262015051901', birthDate: '1986-09-26', gender: 'L', rank: 'Penata Muda (III/a)', grants: [{ role: 'LEARNER' }] })
  })

  test.each([
    ['an old NIP', { nip: '400051234' }, 'NIP_OLD_FORMAT', 'input.nip'],
    ['a birth date that is none', { nip: '198609662015051901' }, 'NIP_BIRTH_DATE', 'input.nip'],
    ['30 February', { nip: '200702302025011901' }, 'NIP_BIRTH_DATE', 'input.nip'],
    ['a month 13', { nip: '199001012023131901' }, 'NIP_KIND', 'input.nip'],
    ['gender 3', { nip: '198609262015053001' }, 'NIP_GENDER', 'input.nip'],
    ['sequence 000', { nip: '198609262015051000' }, 'NIP_SEQUENCE', 'input.nip'],
    ['letters', { nip: 'NIP1986092620150519' }, 'NIP_FORMAT', 'input.nip'],
    ['a PPPK number for a PNS', { nip: '199001012023211901' }, 'NIP_KIND', 'input.nip'],
    ['no NIP', { nip: '' }, 'REQUIRED', 'input.nip'],
    ['a grade of the other scale', { nip: nipOf(50), grade: 'IX' }, 'GRADE_FORMAT', 'input.grade'],
    ['no name', { name: '  ' }, 'REQUIRED', 'input.name'],
    ['a name without end', { name: 'x'.repeat(121) }, 'TOO_LONG', 'input.name'],
    ['no e-mail', { email: 'bukan surel' }, 'EMAIL_FORMAT', 'input.email'],
    ['a day that is none', { birthDate: '2026-02-30' }, undefined, undefined],
    ['a unit that is none', { nip: nipOf(51), unit: '0'.repeat(24) }, 'NOT_FOUND', 'input.unit'],
  ])('%s is refused beside its field', async (_, fields, code, field) => {
    const { refusal } = await admin.send(CREATE, { input: input(fields) })
    expect(refusal).not.toBeNull()
    if (code) expect(refusal).toMatchObject({ code, field })
  })

  test('every fault is told at once', async () => {
    const { refusal } = await admin.send(CREATE, { input: input({ name: '', email: 'x' }) })
    expect(refusal!.faults!.map(({ field }) => field)).toEqual(['input.name', 'input.email'])
  })

  test('a NIP and an e-mail belong to one', async () => {
    const other = await aPerson()
    expect((await admin.send(CREATE, { input: input({ nip: other.nip, email: 'lain@uji.example' }) })).refusal).toMatchObject({ code: 'NIP_TAKEN', field: 'input.nip' })
    expect((await admin.send(CREATE, { input: input({ nip: nipOf(52), email: other.email.toUpperCase() }) })).refusal).toMatchObject({ code: 'EMAIL_TAKEN', field: 'input.email' })
  })

  test('five megabytes in a name do not get in', async () => {
    const { refusal, status } = await admin.send(CREATE, { input: input({ name: 'x'.repeat(5_000_000) }) })
    expect(status).toBe(413)
    expect(refusal).toMatchObject({ code: 'TOO_LARGE' })
  })
})

describe('changing a record', () => {
  test('two at once: the second is told, and nothing is overwritten', async () => {
    const person = await aPerson({ roles: [] })
    const variables = { person: person._id, revision: 0, input: input({ email: person.email, nip: person.nip, name: 'Pertama' }) }
    await admin.ok(UPDATE, variables)
    expect(await admin.refused(UPDATE, { ...variables, input: { ...variables.input, name: 'Kedua' } })).toBe('STALE')
  })
  test('an id that is none, or nobody’s, is not found', async () => {
    for (const person of ['x', '0'.repeat(24)]) expect(await admin.refused(UPDATE, { person, revision: 0, input: input() })).toBe('NOT_FOUND')
  })
  test('a learner may not see others, and is told they do not exist', async () => {
    const learner = await app.client(await aPerson())
    const other = await aPerson()
    expect((await learner.ok('query ($id: ID!) { person(id: $id) { id } }', { id: other._id })).person).toBeNull()
    expect(await learner.refused(UPDATE, { person: other._id, revision: 0, input: input() })).toBe('NOT_FOUND')
    expect((await learner.ok('query { people { nodes { id } total } }')).people.total).toBe(1)
  })
  test('deactivating ends sessions; reactivating lets in again', async () => {
    const person = await aPerson()
    const client = await app.client(person)
    await admin.ok('mutation ($p: ID!) { deactivatePerson(person: $p) { active } }', { p: person._id })
    expect((await client.ok('query { viewer { id } }')).viewer).toBeNull()
    expect((await admin.ok('mutation ($p: ID!) { reactivatePerson(person: $p) { active } }', { p: person._id })).reactivatePerson.active).toBe(true)
  })
})

describe('roles', () => {
  test('are granted in a scope that fits, once', async () => {
    const person = await aPerson({ roles: [] })
    const unit = await aUnit()
    const variables = { input: { person: person._id, role: 'UNIT_HEAD', scope: 'UNIT', scopeId: unit._id } }
    await admin.ok(GRANT, variables)
    const { grantRole } = await admin.ok(GRANT, variables)
    expect(grantRole.grants).toMatchObject([{ role: 'UNIT_HEAD', scope: { kind: 'UNIT', id: String(unit._id), label: unit.name } }])
    expect(await admin.refused(GRANT, { input: { person: person._id, role: 'UNIT_HEAD', scope: 'AGENCY' } })).toBe('SCOPE_MISMATCH')
    expect(await admin.refused(GRANT, { input: { person: person._id, role: 'UNIT_HEAD', scope: 'UNIT' } })).toBe('SCOPE_MISMATCH')
    expect(await admin.refused(GRANT, { input: { person: person._id, role: 'UNIT_HEAD', scope: 'UNIT', scopeId: '0'.repeat(24) } })).toBe('NOT_FOUND')
  })
  test('open a view at the next request and close it when taken back', async () => {
    const person = await aPerson({ roles: [] })
    const client = await app.client(person)
    const HOMES = 'query { viewer { homes } }'
    const { grantRole } = await admin.ok(GRANT, { input: { person: person._id, role: 'AUDITOR', scope: 'AGENCY' } })
    expect((await client.ok(HOMES)).viewer.homes).toEqual(['AGENCY'])
    await admin.ok(REVOKE, { grant: grantRole.grants[0].id })
    expect((await client.ok(HOMES)).viewer.homes).toEqual([])
  })
  test('the last administrator stays', async () => {
    const { person } = await admin.ok('query ($id: ID!) { person(id: $id) { grants { id role } } }', { id: adminPerson._id })
    expect(await admin.refused(REVOKE, { grant: person.grants[0].id })).toBe('LAST_ADMIN')
  })
})

describe('units', () => {
  test('have a code each', async () => {
    const MAKE = 'mutation ($input: UnitInput!) { createUnit(input: $input) { id code revision } }'
    const unit = { code: 'dinas-x', name: 'Dinas X', shortName: 'Dinas X' }
    expect((await admin.ok(MAKE, { input: unit })).createUnit.code).toBe('DINAS-X')
    expect((await admin.send(MAKE, { input: unit })).refusal).toMatchObject({ code: 'NOT_UNIQUE', field: 'input.code' })
  })
  test('are in the order they were made, page by page', async () => {
    const PAGE = 'query ($after: String) { units(first: 1, after: $after) { nodes { id } next total } }'
    await aUnit()
    const first = (await admin.ok(PAGE)).units
    const second = (await admin.ok(PAGE, { after: first.next })).units
    expect(second.nodes[0].id > first.nodes[0].id).toBe(true)
    expect(second.total).toBe(first.total)
  })
})
