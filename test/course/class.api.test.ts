import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { ClassModel, EnrolmentModel } from '../../server/course/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

const FIELDS = 'id revision name status enrolmentOpen quota enrolledCount waitingCount cancelledReason'
const CREATE = `mutation ($input: ClassInput!) { createClass(input: $input) { ${FIELDS} course { id } viewerCan { edit enrol } } }`
const UPDATE = `mutation ($class: ID!, $revision: Int!, $input: ClassInput!) { updateClass(class: $class, revision: $revision, input: $input) { ${FIELDS} } }`
const CANCEL = `mutation ($class: ID!, $reason: String!) { cancelClass(class: $class, reason: $reason) { ${FIELDS} } }`
const ASSIGN = 'mutation ($class: ID!, $person: ID!) { assignInstructor(class: $class, person: $person) { instructors { id } } }'
const UNASSIGN = 'mutation ($class: ID!, $person: ID!) { unassignInstructor(class: $class, person: $person) { instructors { id } } }'
const CLASSES = 'query ($search: String, $status: ClassStatus, $mine: Boolean, $open: Boolean, $course: ID, $first: Int, $after: String) { classes(search: $search, status: $status, mine: $mine, enrolmentOpen: $open, course: $course, first: $first, after: $after) { total next nodes { id status } } }'

const today = dayOf(new Date())
let app: TestApp
let made: TestCourse
let officerPerson: PersonDoc
let officer: Client

beforeAll(async () => {
  app = await startTestApp()
  const partner = await aPartner()
  made = await aCourse({ partner: partner._id })
  officerPerson = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
  officer = await app.client(officerPerson)
})
afterAll(() => app.stop())

const input = (fields: object = {}) => ({
  course: String(made.course._id), name: 'Angkatan I', startsOn: addDays(today, 10), endsOn: addDays(today, 40),
  enrolmentOpensOn: today, enrolmentClosesOn: addDays(today, 5), quota: 30, venue: 'Aula', mode: 'BLENDED', ...fields,
})

describe('opening a class', () => {
  test('an officer does, and it stands by its dates', async () => {
    const { createClass } = await officer.ok(CREATE, { input: input() })
    expect(createClass).toMatchObject({ revision: 0, status: 'OPEN', enrolmentOpen: true, enrolledCount: 0, viewerCan: { edit: true, enrol: false } })
  })

  test.each([
    ['no name', { name: '' }, 'REQUIRED', 'input.name'],
    ['a name without end', { name: 'x'.repeat(5000) }, 'TOO_LONG', 'input.name'],
    ['it ends before it starts', { endsOn: addDays(today, 9) }, 'DATES_REVERSED', 'input.endsOn'],
    ['enrolment closes before it opens', { enrolmentOpensOn: addDays(today, 6) }, 'DATES_REVERSED', 'input.enrolmentClosesOn'],
    ['enrolment goes on after the end', { enrolmentClosesOn: addDays(today, 41) }, 'DATES_REVERSED', 'input.enrolmentClosesOn'],
    ['no seat', { quota: 0 }, 'OUT_OF_RANGE', 'input.quota'],
    ['too many seats', { quota: 1001 }, 'OUT_OF_RANGE', 'input.quota'],
    ['a course that is none', { course: '0'.repeat(24) }, 'NOT_FOUND', undefined],
  ])('%s is refused', async (_, fields, code, field) => {
    const { refusal } = await officer.send(CREATE, { input: input(fields) })
    expect(refusal).toMatchObject({ code, ...(field && { field }) })
  })

  test('without a PKS in force with the partner none is opened', async () => {
    const lapsed = await aCourse({ partner: (await aPartner({ agreement: false }))._id })
    expect(await officer.refused(CREATE, { input: input({ course: String(lapsed.course._id) }) })).toBe('NO_AGREEMENT_IN_FORCE')
  })

  test('only officers', async () => {
    const author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })
    for (const [person, code] of [[author, 'FORBIDDEN'], [await aPerson({ roles: [['AUDITOR']] }), 'FORBIDDEN'], [await aPerson(), 'NOT_FOUND']] as const) {
      expect(await (await app.client(person)).refused(CREATE, { input: input() })).toBe(code)
    }
    expect(await (await app.client()).refused(CREATE, { input: input() })).toBe('UNAUTHENTICATED')
  })
})

describe('changing a class', () => {
  test('two officers at once: the second reads it again', async () => {
    const cls = await aClass(made)
    const variables = { class: String(cls._id), revision: 0, input: input() }
    expect((await officer.ok(UPDATE, variables)).updateClass.revision).toBe(1)
    expect(await officer.refused(UPDATE, variables)).toBe('STALE')
  })

  test('an enrolment in between does not make the form stale', async () => {
    const cls = await aClass(made)
    await (await app.client(await aPerson())).ok('mutation ($class: ID!) { enrol(class: $class) { id } }', { class: String(cls._id) })
    await officer.ok(UPDATE, { class: String(cls._id), revision: 0, input: input() })
  })

  test('the quota does not fall below those enrolled', async () => {
    const cls = await aClass(made)
    for (let i = 0; i < 3; i++) await aLearner(cls)
    expect((await officer.send(UPDATE, { class: String(cls._id), revision: 0, input: input({ quota: 2 }) })).refusal)
      .toMatchObject({ code: 'QUOTA_BELOW_ENROLLED', field: 'input.quota', facts: { enrolled: 3 } })
  })

  test('a higher quota moves up those who wait, first come first', async () => {
    const cls = await aClass(made, { quota: 1 })
    await aLearner(cls)
    const waiting = []
    for (let i = 0; i < 3; i++) waiting.push(await aLearner(cls, { state: 'WAITING', enrolledAt: new Date(2026, 0, 10 - i) }))
    const { updateClass } = await officer.ok(UPDATE, { class: String(cls._id), revision: 0, input: input({ quota: 3 }) })
    expect(updateClass).toMatchObject({ enrolledCount: 3, waitingCount: 1 })
    const states = await Promise.all(waiting.map(async ({ enrolment }) => (await EnrolmentModel.findById(enrolment._id).lean())!.state))
    expect(states).toEqual(['WAITING', 'ENROLLED', 'ENROLLED'])
  })

  test('its course stays', async () => {
    const cls = await aClass(made)
    const other = await aCourse({ partner: made.course.partner })
    expect((await officer.send(UPDATE, { class: String(cls._id), revision: 0, input: input({ course: String(other.course._id) }) })).refusal)
      .toMatchObject({ code: 'INVALID', field: 'input.course' })
  })

  test('calling it off needs a reason, is shown to its learners, and ends its changes', async () => {
    const cls = await aClass(made)
    const { person } = await aLearner(cls)
    const id = { class: String(cls._id) }
    expect((await officer.send(CANCEL, { ...id, reason: ' ' })).refusal).toMatchObject({ field: 'reason' })
    expect((await officer.ok(CANCEL, { ...id, reason: 'Pengajar berhalangan' })).cancelClass).toMatchObject({ status: 'CANCELLED', enrolmentOpen: false })
    expect((await officer.ok(CANCEL, { ...id, reason: 'Sekali lagi' })).cancelClass.cancelledReason).toBe('Pengajar berhalangan')
    expect((await officer.send(UPDATE, { ...id, revision: 1, input: input() })).refusal!.code).toBe('CLASS_CANCELLED')
    const query = 'query ($class: ID!) { class(id: $class) { status cancelledReason } }'
    expect((await (await app.client(person)).ok(query, id)).class).toEqual({ status: 'CANCELLED', cancelledReason: 'Pengajar berhalangan' })
    expect((await (await app.client(await aPerson())).ok(query, id)).class).toBeNull()
    expect(await (await app.client(await anInstructor(cls))).refused(CANCEL, { ...id, reason: 'Tidak mau' })).toBe('FORBIDDEN')
  })
})

describe('who teaches', () => {
  test('an instructor of the agency, once; and no longer', async () => {
    const cls = await aClass(made)
    const person = await anInstructor()
    const variables = { class: String(cls._id), person: String(person._id) }
    for (let i = 0; i < 2; i++) expect((await officer.ok(ASSIGN, variables)).assignInstructor.instructors).toEqual([{ id: variables.person }])
    const client = await app.client(person)
    expect((await client.ok(CLASSES, { mine: true })).classes.nodes).toMatchObject([{ id: variables.class }])
    for (let i = 0; i < 2; i++) expect((await officer.ok(UNASSIGN, variables)).unassignInstructor.instructors).toEqual([])
    expect((await client.ok(CLASSES, { mine: true })).classes.total).toBe(0)
    expect(await client.refused(ASSIGN, variables)).toBe('NOT_FOUND')
  })

  test('others are refused', async () => {
    const cls = await aClass(made)
    const assign = async (person: unknown) => (await officer.send(ASSIGN, { class: String(cls._id), person: String(person) })).refusal
    expect(await assign((await aPerson())._id)).toMatchObject({ code: 'NOT_AN_INSTRUCTOR', field: 'person' })
    expect(await assign((await aPerson({ roles: [['INSTRUCTOR']], active: false }))._id)).toMatchObject({ code: 'NOT_AN_INSTRUCTOR' })
    expect(await assign(new Types.ObjectId())).toMatchObject({ code: 'NOT_FOUND', field: 'person' })
    const both = await aPerson({ roles: [['INSTRUCTOR'], ['LEARNER']] })
    await (await app.client(both)).ok('mutation ($class: ID!) { enrol(class: $class) { id } }', { class: String(cls._id) })
    expect(await assign(both._id)).toMatchObject({ code: 'ALREADY_ENROLLED' })
  })

  test('instructors see names and units of their learners, not NIP; the partner sees numbers alone', async () => {
    const cls = await aClass(made)
    const { person } = await aLearner(cls)
    const query = 'query ($class: ID!) { class(id: $class) { enrolledCount enrolments { total nodes { person { name nip email } progress } } } }'
    const seen = (await (await app.client(await anInstructor(cls))).ok(query, { class: String(cls._id) })).class
    expect(seen.enrolments.nodes).toEqual([{ person: { name: person.name, nip: null, email: null }, progress: 0 }])
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
    expect((await author.ok(query, { class: String(cls._id) })).class).toEqual({ enrolledCount: 1, enrolments: { total: 0, nodes: [] } })
    expect((await (await app.client(await aPerson())).ok(query, { class: String(cls._id) })).class.enrolments.total).toBe(0)
    const foreign = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', new Types.ObjectId()]] }))
    expect((await foreign.ok(query, { class: String(cls._id) })).class).toBeNull()
  })
})

describe('lists', () => {
  test('by status, by being open, by name of class or course, page by page', async () => {
    const fresh = await aCourse({ title: 'Desain Layanan Kecamatan' })
    const ids: Record<string, string> = {}
    for (const [name, days] of [['PLANNED', { from: 60, to: 90 }], ['OPEN', { from: 10, to: 40 }], ['RUNNING', { from: -5, to: 5 }], ['FINISHED', { from: -40, to: -10 }]] as const) {
      ids[name] = String((await aClass(fresh, { ...days, name: `Angkatan ${name}` }))._id)
    }
    ids.CANCELLED = String((await aClass(fresh, { cancelledReason: 'Batal' }))._id)
    const list = async (variables: object) => (await officer.ok(CLASSES, { course: String(fresh.course._id), ...variables })).classes
    for (const status of Object.keys(ids)) expect((await list({ status })).nodes).toEqual([{ id: ids[status], status }])
    expect((await list({ open: true })).nodes.map((node: { id: string }) => node.id).sort()).toEqual([ids.OPEN, ids.RUNNING].sort())
    expect((await list({ search: 'angkatan open' })).nodes).toMatchObject([{ id: ids.OPEN }])
    expect((await officer.ok(CLASSES, { search: 'layanan kecamatan' })).classes.total).toBe(5)
    const first = await list({ first: 3 })
    expect(first).toMatchObject({ total: 5, next: first.nodes[2].id })
    expect((await list({ first: 3, after: first.next })).nodes).toHaveLength(2)
    const learner = await app.client(await aPerson())
    expect((await learner.ok(CLASSES, { course: String(fresh.course._id) })).classes.total).toBe(4)
    expect((await learner.ok(CLASSES, { course: 'nonsense' })).classes.total).toBe(0)
    expect(await (await app.client()).refused(CLASSES)).toBe('UNAUTHENTICATED')
    expect(await ClassModel.countDocuments({ course: fresh.course._id })).toBe(5)
  })

  test('courses: a partner its own, a learner those they take', async () => {
    const query = 'query ($search: String) { courses(search: $search) { nodes { code } } course(id: "' + String(made.course._id) + '") { code } }'
    const codes = async (person: PersonDoc) => {
      const { courses, course } = await (await app.client(person)).ok(query)
      return [courses.nodes.map((node: { code: string }) => node.code), course?.code ?? null]
    }
    const { code } = made.course
    const alone = await aCourse()
    expect(await codes(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', alone.course.partner]] }))).toEqual([[alone.course.code], null])
    expect(await codes(await aPerson())).toEqual([[], null])
    expect(await codes((await aLearner(await aClass(made))).person)).toEqual([[code], code])
  })
})
