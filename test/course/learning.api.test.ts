import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc } from '../../server/course/index.ts'
import { on } from '../../server/lib/events.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, aLesson, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'

const DONE = 'mutation ($enrolment: ID!, $lesson: ID!) { completeLesson(enrolment: $enrolment, lesson: $lesson) { progress doneLessons nextLesson { id } } }'
const OPEN = 'mutation ($enrolment: ID!, $lesson: ID!) { openLesson(enrolment: $enrolment, lesson: $lesson) { lastLesson nextLesson { id } } }'
const MEET = 'mutation ($class: ID!, $input: MeetingInput!) { createMeeting(class: $class, input: $input) { meetings { id title hours startsAt present } } }'
const CHANGE = 'mutation ($meeting: ID!, $input: MeetingInput!) { updateMeeting(meeting: $meeting, input: $input) { meetings { id title hours present } } }'
const DROP = 'mutation ($meeting: ID!) { deleteMeeting(meeting: $meeting) { meetings { id } } }'
const RECORD = 'mutation ($meeting: ID!, $marks: [AttendanceMark!]!) { recordAttendance(meeting: $meeting, marks: $marks) { meetings { id present } } }'

let app: TestApp
let made: TestCourse
const told: string[] = []
beforeAll(async () => {
  app = await startTestApp()
  on('enrolment.changed', async ({ enrolment }) => void told.push(enrolment))
  made = await aCourse()
})
afterAll(() => app.stop())

const lessonIds = () => made.lessons.map(({ _id }) => String(_id))

describe('doing lessons', () => {
  let client: Client
  let enrolment: EnrolmentDoc
  beforeAll(async () => {
    const learner = await aLearner(await aClass(made))
    client = await app.client(learner.person)
    enrolment = learner.enrolment
  })

  test('what was done is remembered, once, and told', async () => {
    const [first, second] = lessonIds()
    const variables = { enrolment: String(enrolment._id), lesson: first }
    for (let i = 0; i < 2; i++) expect((await client.ok(DONE, variables)).completeLesson).toEqual({ progress: 0.25, doneLessons: [first], nextLesson: { id: second } })
    expect(told.filter(id => id === String(enrolment._id))).toHaveLength(1)
  })

  test('at the same moment counts once', async () => {
    const variables = { enrolment: String(enrolment._id), lesson: lessonIds()[1] }
    await Promise.all([1, 2, 3].map(() => client.ok(DONE, variables)))
    expect((await EnrolmentModel.findById(enrolment._id).lean())!.done).toHaveLength(2)
  })

  test('where one is, is remembered; all done leaves nothing next', async () => {
    const [, , third, fourth] = lessonIds()
    expect((await client.ok(OPEN, { enrolment: String(enrolment._id), lesson: fourth })).openLesson).toEqual({ lastLesson: fourth, nextLesson: { id: fourth } })
    await client.ok(DONE, { enrolment: String(enrolment._id), lesson: fourth })
    expect((await client.ok(DONE, { enrolment: String(enrolment._id), lesson: third })).completeLesson).toMatchObject({ progress: 1, nextLesson: null })
    const extra = await aLesson(made.sections[0]!, { required: false, order: 50 })
    const { enrolment: seen } = await client.ok('query ($id: ID!) { enrolment(id: $id) { progress } }', { id: String(enrolment._id) })
    expect(seen.progress).toBe(1)
    expect(extra.required).toBe(false)
  })

  test('another course’s lesson and another’s enrolment are not found', async () => {
    const other = await aCourse()
    expect(await client.refused(DONE, { enrolment: String(enrolment._id), lesson: String(other.lessons[0]!._id) })).toBe('NOT_FOUND')
    expect(await (await app.client(await aPerson())).refused(DONE, { enrolment: String(enrolment._id), lesson: lessonIds()[0] })).toBe('NOT_FOUND')
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    expect(await officer.refused(DONE, { enrolment: String(enrolment._id), lesson: lessonIds()[0] })).toBe('FORBIDDEN')
    expect(await officer.refused(OPEN, { enrolment: String(enrolment._id), lesson: lessonIds()[0] })).toBe('FORBIDDEN')
  })

  test.each([['before the class begins', { from: 5, to: 30 }], ['after it is over', { from: -30, to: -1 }], ['when it is called off', { cancelledReason: 'Batal' }]])('%s nothing is done', async (_, fields) => {
    const { person, enrolment: own } = await aLearner(await aClass(made, fields))
    expect(await (await app.client(person)).refused(DONE, { enrolment: String(own._id), lesson: lessonIds()[0] })).toBe('CLASS_NOT_RUNNING')
  })

  test('who waits does not learn yet', async () => {
    const { person, enrolment: own } = await aLearner(await aClass(made), { state: 'WAITING' })
    expect(await (await app.client(person)).refused(DONE, { enrolment: String(own._id), lesson: lessonIds()[0] })).toBe('FORBIDDEN')
  })
})

describe('attendance', () => {
  let cls: ClassDoc
  let teacher: Client
  const meeting = (fields: object = {}) => ({ class: String(cls._id), input: { title: 'Pertemuan', startsAt: new Date().toISOString(), hours: 4, ...fields } })
  beforeAll(async () => {
    cls = await aClass(made)
    teacher = await app.client(await anInstructor(cls))
  })

  test('is a share of the JP of recorded meetings, and told', async () => {
    const [a, b] = [await aLearner(cls), await aLearner(cls)]
    await teacher.ok(MEET, meeting({ title: 'Kedua', hours: 2 }))
    const { createMeeting } = await teacher.ok(MEET, meeting({ title: 'Pertama', hours: 6, startsAt: new Date(Date.now() - 86_400_000).toISOString() }))
    expect(createMeeting.meetings.map((one: { title: string }) => one.title)).toEqual(['Pertama', 'Kedua'])
    const [first, second] = createMeeting.meetings as { id: string }[]
    const query = 'query ($id: ID!) { enrolment(id: $id) { attendance class { meetings { present } } } }'
    const [clientA, clientB] = [await app.client(a.person), await app.client(b.person)]
    const of = async (client: Client, id: unknown) => (await client.ok(query, { id: String(id) })).enrolment
    expect(await of(clientA, a.enrolment._id)).toEqual({ attendance: null, class: { meetings: [{ present: null }, { present: null }] } })

    told.length = 0
    const ids = [String(a.person._id), String(b.person._id)]
    await teacher.ok(RECORD, { meeting: first!.id, marks: [{ person: ids[0], present: true }] })
    expect(told.sort()).toEqual([String(a.enrolment._id), String(b.enrolment._id)].sort())
    expect((await of(clientA, a.enrolment._id)).attendance).toBe(1)
    expect((await of(clientB, b.enrolment._id)).attendance).toBe(0)
    await teacher.ok(RECORD, { meeting: second!.id, marks: ids.map(person => ({ person, present: true })) })
    expect((await of(clientB, b.enrolment._id))).toEqual({ attendance: 0.25, class: { meetings: [{ present: [] }, { present: [ids[1]] }] } })
    await teacher.ok(RECORD, { meeting: second!.id, marks: [{ person: ids[0], present: false }] })
    expect((await of(clientA, a.enrolment._id)).attendance).toBe(0.75)

    const { updateMeeting } = await teacher.ok(CHANGE, { meeting: first!.id, input: { title: 'Pertama', hours: 2, startsAt: new Date().toISOString() } })
    expect(updateMeeting.meetings.find((one: { id: string }) => one.id === first!.id)).toMatchObject({ hours: 2, present: [ids[0]] })
    await teacher.ok(DROP, { meeting: first!.id })
    expect((await of(clientA, a.enrolment._id)).attendance).toBe(0)
    expect(await teacher.refused(DROP, { meeting: first!.id })).toBe('NOT_FOUND')
  })

  test('two who mark at once both count', async () => {
    const own = await aClass(made)
    const [a, b] = [await aLearner(own), await aLearner(own)]
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    const { createMeeting } = await officer.ok(MEET, { ...meeting(), class: String(own._id) })
    const { id } = createMeeting.meetings[0]
    await Promise.all([a, b].map(({ person }) => officer.ok(RECORD, { meeting: id, marks: [{ person: String(person._id), present: true }] })))
    expect((await ClassModel.findById(own._id).lean())!.meetings[0]!.present).toHaveLength(2)
  })

  test.each([
    ['no title', { title: ' ' }, 'REQUIRED', 'input.title'], ['no JP', { hours: 0 }, 'OUT_OF_RANGE', 'input.hours'], ['more than 10 JP in a day', { hours: 11 }, 'OUT_OF_RANGE', 'input.hours'],
    ['a day outside the class', { startsAt: '2020-01-01T01:00:00.000Z' }, 'OUT_OF_RANGE', 'input.startsAt'],
  ])('a meeting with %s is refused', async (_, fields, code, field) => expect((await teacher.send(MEET, meeting(fields))).refusal).toMatchObject({ code, field }))

  test('only the enrolled are marked, and not before the day', async () => {
    const { createMeeting } = await teacher.ok(MEET, meeting({ title: 'Nanti', startsAt: new Date(Date.now() + 5 * 86_400_000).toISOString() }))
    const later = createMeeting.meetings.at(-1).id
    expect(await teacher.refused(RECORD, { meeting: later, marks: [] })).toBe('WRONG_STATE')
    const { createMeeting: again } = await teacher.ok(MEET, meeting({ title: 'Kini' }))
    const now = again.meetings.find((one: { title: string }) => one.title === 'Kini').id
    const waiting = await aLearner(cls, { state: 'WAITING' })
    for (const person of [String((await aPerson())._id), String(waiting.person._id), 'x']) {
      expect((await teacher.send(RECORD, { meeting: now, marks: [{ person, present: true }] })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'marks.0.person' })
    }
  })

  test('learners and other classes’ instructors may not', async () => {
    const learner = await app.client((await aLearner(cls)).person)
    expect(await learner.refused(MEET, meeting())).toBe('FORBIDDEN')
    const stranger = await app.client(await anInstructor(await aClass(made)))
    expect(await stranger.refused(MEET, meeting())).toBe('NOT_FOUND')
    const { _id } = (await ClassModel.findById(cls._id).lean())!.meetings[0]!
    for (const [mutation, extra] of [[RECORD, { marks: [] }], [DROP, {}], [CHANGE, { input: meeting().input }]] as const) {
      expect(await learner.refused(mutation, { meeting: String(_id), ...extra })).toBe('FORBIDDEN')
      expect(await stranger.refused(mutation, { meeting: String(_id), ...extra })).toBe('NOT_FOUND')
    }
  })
})

test('one’s own enrolments, newest first, page by page', async () => {
  const person = await aPerson()
  const client = await app.client(person)
  const ids: string[] = []
  for (let i = 0; i < 3; i++) {
    const { enrol } = await client.ok('mutation ($class: ID!) { enrol(class: $class) { id } }', { class: String((await aClass(made))._id) })
    ids.unshift(enrol.id)
  }
  const MINE = 'query ($after: String) { myEnrolments(first: 2, after: $after) { total next nodes { id state progress class { name course { title } } } } }'
  const { myEnrolments } = await client.ok(MINE)
  expect(myEnrolments.nodes.map((node: { id: string }) => node.id)).toEqual(ids.slice(0, 2))
  expect(myEnrolments).toMatchObject({ total: 3, next: ids[1] })
  expect((await client.ok(MINE, { after: ids[1] })).myEnrolments.nodes).toMatchObject([{ id: ids[2], progress: 0 }])
})
