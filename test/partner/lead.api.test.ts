import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { AccountModel, GrantModel, PersonModel } from '../../server/people/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aCertificate } from '../support/certificate.ts'
import { aClass, aCourse, aLearner } from '../support/course.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

const CREATE = `mutation ($partner: ID!, $role: Role!, $input: PartnerMemberInput!) {
  createPartnerMember(partner: $partner, role: $role, input: $input) { temporaryPassword person { id fullName email } partner { members { nodes { role person { id } } } } } }`
let app: TestApp
let ours: PartnerDoc
let theirs: PartnerDoc
let lead: Client
let officer: Client
beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  theirs = await aPartner()
  lead = await app.client(await aPerson({ roles: [['PARTNER_LEAD', 'PARTNER', ours._id]], employment: 'EXTERNAL', nip: null, grade: null }))
  officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
})
afterAll(() => app.stop())

let count = 0
const somebody = (fields: object = {}) => ({ name: 'Dosen Baru', titleAfter: 'M.Si.', email: `dosen.baru${++count}@kampus.example`, position: 'Dosen', ...fields })
const add = (fields: object = {}) => ({ partner: String(ours._id), role: 'PARTNER_AUTHOR', input: somebody(), ...fields })

describe('a lead looks after the partner\'s members', () => {
  test('somebody new gets an account, a role and a password of their own to choose', async () => {
    const { createPartnerMember: made } = await lead.ok(CREATE, add())
    expect(made.person.fullName).toBe('Dosen Baru, M.Si.')
    expect(made.temporaryPassword).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    expect(made.partner.members.nodes).toContainEqual({ role: 'PARTNER_AUTHOR', person: { id: made.person.id } })
    expect(await PersonModel.findById(made.person.id).lean()).toMatchObject({ employment: 'EXTERNAL', nip: null })
    expect((await AccountModel.findOne({ person: made.person.id }).lean())!.mustChangePassword).toBe(true)
    // Least data: not even to the lead who typed it.
    expect(made.person.email).toBeNull()
  })

  test('sent twice, the member is there once', async () => {
    const input = add()
    const first = (await lead.ok(CREATE, input)).createPartnerMember
    const second = (await lead.ok(CREATE, { ...input, input: { ...input.input, email: input.input.email.toUpperCase() } })).createPartnerMember
    expect(second.person.id).toBe(first.person.id)
    expect(second.temporaryPassword).toBeNull()
    expect(await GrantModel.countDocuments({ person: first.person.id })).toBe(1)
  })

  test('sent twice at once, too', async () => {
    const input = add()
    const both = await Promise.all([0, 1].map(() => lead.ok(CREATE, input)))
    expect(new Set(both.map(({ createPartnerMember }) => createPartnerMember.person.id)).size).toBe(1)
    expect(both.filter(({ createPartnerMember }) => createPartnerMember.temporaryPassword !== null)).toHaveLength(1)
    expect(await PersonModel.countDocuments({ email: input.input.email })).toBe(1)
  })

  test('no more than can be read are taken in', async () => {
    const crowded = await aPartner()
    await GrantModel.insertMany(Array.from({ length: 200 }, () => ({ person: new Types.ObjectId(), role: 'PARTNER_AUTHOR', kind: 'PARTNER', scope: crowded._id })))
    expect((await officer.send(CREATE, add({ partner: String(crowded._id) }))).refusal).toMatchObject({ code: 'TOO_MANY_MEMBERS', facts: { max: 200 } })
    expect(await officer.refused('mutation ($partner: ID!, $person: ID!) { addPartnerMember(partner: $partner, person: $person, role: PARTNER_AUTHOR) { id } }',
      { partner: String(crowded._id), person: String((await aPerson())._id) })).toBe('TOO_MANY_MEMBERS')
  })

  test.each([
    [{ name: '' }, 'REQUIRED', 'input.name'], [{ email: 'bukan surel' }, 'EMAIL_FORMAT', 'input.email'], [{ email: '' }, 'REQUIRED', 'input.email'],
    [{ position: 'x'.repeat(200) }, 'TOO_LONG', 'input.position'],
  ])('%j is refused with %s', async (fields, code, field) => {
    expect((await lead.send(CREATE, add({ input: somebody(fields) }))).refusal).toMatchObject({ code, field })
  })
})

describe('attacks', () => {
  test('the lead of one partner adds a member to another', async () => {
    const before = await PersonModel.countDocuments()
    expect(await lead.refused(CREATE, add({ partner: String(theirs._id) }))).toBe('NOT_FOUND')
    expect(await lead.refused('mutation ($partner: ID!, $person: ID!) { addPartnerMember(partner: $partner, person: $person, role: PARTNER_AUTHOR) { id } }',
      { partner: String(theirs._id), person: String((await aPerson())._id) })).toBe('NOT_FOUND')
    expect(await PersonModel.countDocuments()).toBe(before + 1)
    expect(await GrantModel.countDocuments({ scope: theirs._id })).toBe(0)
  })

  test.each(['ADMIN', 'CURRICULUM_OFFICER', 'AGENCY_SIGNATORY', 'AUDITOR', 'INSTRUCTOR', 'LEARNER'])('the lead makes itself a helper who is %s', async role => {
    expect((await lead.send(CREATE, add({ role }))).refusal).toMatchObject({ code: 'NOT_A_PARTNER_ROLE', field: 'role' })
  })

  test('the lead takes in a civil servant, or another partner\'s lecturer, by the address', async () => {
    for (const person of [await aPerson(), await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', theirs._id]] })]) {
      expect((await lead.send(CREATE, add({ input: somebody({ email: person.email }) }))).refusal).toMatchObject({ code: 'MEMBER_HAS_ACCOUNT', field: 'input.email' })
      expect(await GrantModel.countDocuments({ person: person._id, scope: ours._id })).toBe(0)
    }
  })

  test('the lead lists people', async () => {
    expect((await lead.ok('{ people { total } }')).people.total).toBe(1)
    expect((await lead.ok('{ viewer { viewerCan { listPeople createPerson } } }')).viewer.viewerCan).toEqual({ listPeople: false, createPerson: false })
  })

  test('an author creates a member', async () => {
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', ours._id]] }))
    expect(await author.refused(CREATE, add())).toBe('FORBIDDEN')
  })
})

test('a lead sees the own partner\'s curricula, classes and certificates, and no other\'s', async () => {
  const things = async (partner: PartnerDoc) => {
    const course = await aCourse({ partner: partner._id })
    const cls = await aClass(course)
    const { enrolment } = await aLearner(cls)
    return { curriculum: await aCurriculum(partner), course: course.course, cls, certificate: await aCertificate(enrolment, { partner: partner._id }) }
  }
  const [own, other] = [await things(ours), await things(theirs)]
  const QUERY = `query ($curriculum: ID!, $course: ID!, $cls: ID!, $certificate: ID!) {
    curriculum(id: $curriculum) { id } course(id: $course) { id } class(id: $cls) { id } certificate(id: $certificate) { id } }`
  const ids = ({ curriculum, course, cls, certificate }: typeof own) => ({ curriculum: curriculum._id, course: course._id, cls: cls._id, certificate: certificate._id })
  expect(Object.values(await lead.ok(QUERY, ids(own))).filter(Boolean)).toHaveLength(4)
  expect(Object.values(await lead.ok(QUERY, ids(other))).filter(Boolean)).toHaveLength(0)
  expect(Object.values(await officer.ok(QUERY, ids(other))).filter(Boolean)).toHaveLength(4)
  const lists = await lead.ok('{ curricula { nodes { id } } courses { nodes { id } } partners { nodes { id } } }')
  expect(lists.curricula.nodes).toEqual([{ id: String(own.curriculum._id) }])
  expect(lists.courses.nodes).toEqual([{ id: String(own.course._id) }])
  expect(lists.partners.nodes).toEqual([{ id: String(ours._id) }])
})
