import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ClassModel, EnrolmentModel, type ClassDoc } from '../../server/course/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'

const ENROL = 'mutation ($class: ID!) { enrol(class: $class) { id state waitingPosition class { enrolledCount waitingCount viewerEnrolment { id } } } }'
const WITHDRAW = 'mutation ($enrolment: ID!) { withdraw(enrolment: $enrolment) { id state class { enrolledCount waitingCount viewerEnrolment { id } } } }'

let app: TestApp
let made: TestCourse
let officer: PersonDoc
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
})
afterAll(() => app.stop())

const idOf = (cls: ClassDoc) => ({ class: String(cls._id) })
const counts = async (cls: ClassDoc) => ClassModel.findById(cls._id).select('-_id enrolledCount waitingCount').lean()

describe('enrolling', () => {
  test('a learner gets a seat, and sees it at once', async () => {
    const cls = await aClass(made)
    const client = await app.client(await aPerson())
    const { enrol } = await client.ok(ENROL, idOf(cls))
    expect(enrol).toMatchObject({ state: 'ENROLLED', waitingPosition: null, class: { enrolledCount: 1, waitingCount: 0, viewerEnrolment: { id: enrol.id } } })
    expect(await client.refused(ENROL, idOf(cls))).toBe('ALREADY_ENROLLED')
    expect(await counts(cls)).toEqual({ enrolledCount: 1, waitingCount: 0 })
  })

  test('twice at the same moment is once', async () => {
    const cls = await aClass(made)
    const client = await app.client(await aPerson())
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.send(ENROL, idOf(cls))))
    expect(answers.filter(({ data }) => data)).toHaveLength(1)
    expect(answers.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual(['ALREADY_ENROLLED', 'ALREADY_ENROLLED', 'ALREADY_ENROLLED'])
    expect(await counts(cls)).toEqual({ enrolledCount: 1, waitingCount: 0 })
  })

  test('of twenty who rush for one seat, one gets it and nineteen wait in a row', async () => {
    const cls = await aClass(made, { quota: 1 })
    const clients = await Promise.all(Array.from({ length: 20 }, async () => app.client(await aPerson())))
    const states = await Promise.all(clients.map(async client => (await client.ok(ENROL, idOf(cls))).enrol.state as string))
    expect(states.filter(state => state === 'ENROLLED')).toHaveLength(1)
    expect(states.filter(state => state === 'WAITING')).toHaveLength(19)
    expect(await counts(cls)).toEqual({ enrolledCount: 1, waitingCount: 19 })
    const { class: { enrolments } } = await (await app.client(officer)).ok('query ($class: ID!) { class(id: $class) { enrolments(state: WAITING) { nodes { waitingPosition } } } }', idOf(cls))
    expect(enrolments.nodes.map((node: { waitingPosition: number }) => node.waitingPosition).sort((a: number, b: number) => a - b)).toEqual(Array.from({ length: 19 }, (_, at) => at + 1))
  }, 60_000)

  test.each([
    ['before it opens', { from: 60, to: 90 }, 'ENROLMENT_CLOSED'],
    ['after it closed', { from: -5, to: 30, enrolmentClosesOn: '2020-01-02', enrolmentOpensOn: '2020-01-01' }, 'ENROLMENT_CLOSED'],
    ['in a class that is over', { from: -60, to: -1 }, 'ENROLMENT_CLOSED'],
  ])('%s is refused', async (_, fields, code) =>
    expect(await (await app.client(await aPerson())).refused(ENROL, idOf(await aClass(made, fields)))).toBe(code))

  test('a class that was called off is not found by who is not in it', async () =>
    expect(await (await app.client(await aPerson())).refused(ENROL, idOf(await aClass(made, { cancelledReason: 'Batal' })))).toBe('NOT_FOUND'))

  test('only learners, and not those who teach it', async () => {
    const cls = await aClass(made)
    expect(await (await app.client(officer)).refused(ENROL, idOf(cls))).toBe('FORBIDDEN')
    expect(await (await app.client(await anInstructor(cls, ['LEARNER']))).refused(ENROL, idOf(cls))).toBe('FORBIDDEN')
    expect(await (await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', officer._id]] }))).refused(ENROL, idOf(cls))).toBe('NOT_FOUND')
    expect(await (await app.client()).refused(ENROL, idOf(cls))).toBe('UNAUTHENTICATED')
    expect(await (await app.client(await aPerson())).refused(ENROL, { class: '0'.repeat(24) })).toBe('NOT_FOUND')
  })
})

describe('withdrawing', () => {
  test('the first who waits moves up, and who comes back goes to the end with what they had done', async () => {
    const cls = await aClass(made, { quota: 1 })
    const [first, second, third] = await Promise.all([1, 2, 3].map(async () => app.client(await aPerson())))
    const { enrol: seat } = await first!.ok(ENROL, idOf(cls))
    const { enrol: waiting } = await second!.ok(ENROL, idOf(cls))
    await third!.ok(ENROL, idOf(cls))
    expect(waiting).toMatchObject({ state: 'WAITING', waitingPosition: 1 })
    await EnrolmentModel.updateOne({ _id: seat.id }, { done: [made.lessons[0]!._id] })

    const { withdraw } = await first!.ok(WITHDRAW, { enrolment: seat.id })
    expect(withdraw).toEqual({ id: seat.id, state: 'WITHDRAWN', class: { enrolledCount: 1, waitingCount: 1, viewerEnrolment: null } })
    expect(await EnrolmentModel.findById(waiting.id).lean()).toMatchObject({ state: 'ENROLLED' })
    // Sent again, it changes nothing.
    await first!.ok(WITHDRAW, { enrolment: seat.id })
    expect(await counts(cls)).toEqual({ enrolledCount: 1, waitingCount: 1 })

    const { enrol: back } = await first!.ok(ENROL, idOf(cls))
    expect(back).toMatchObject({ id: seat.id, state: 'WAITING', waitingPosition: 2 })
    const { enrolment } = await first!.ok('query ($id: ID!) { enrolment(id: $id) { doneLessons progress } }', { id: seat.id })
    expect(enrolment).toEqual({ doneLessons: [String(made.lessons[0]!._id)], progress: 0.25 })
  })

  test('leaving the waiting list takes no seat', async () => {
    const cls = await aClass(made, { quota: 1 })
    await aLearner(cls)
    const { person, enrolment } = await aLearner(cls, { state: 'WAITING' })
    await (await app.client(person)).ok(WITHDRAW, { enrolment: String(enrolment._id) })
    expect(await counts(cls)).toEqual({ enrolledCount: 1, waitingCount: 0 })
  })

  test('one’s own, or by the officer; not once the class is over', async () => {
    const cls = await aClass(made)
    const { person, enrolment } = await aLearner(cls)
    const variables = { enrolment: String(enrolment._id) }
    expect(await (await app.client(await aPerson())).refused(WITHDRAW, variables)).toBe('NOT_FOUND')
    expect(await (await app.client(await anInstructor(cls))).refused(WITHDRAW, variables)).toBe('FORBIDDEN')
    expect(await (await app.client(await aPerson({ roles: [['AUDITOR']] }))).refused(WITHDRAW, variables)).toBe('FORBIDDEN')
    await ClassModel.updateOne({ _id: cls._id }, { startsOn: '2020-01-01', endsOn: '2020-02-01' })
    expect(await (await app.client(person)).refused(WITHDRAW, variables)).toBe('WRONG_STATE')
    await ClassModel.updateOne({ _id: cls._id }, { endsOn: '2099-02-01' })
    await (await app.client(officer)).ok(WITHDRAW, variables)
    expect(await EnrolmentModel.findById(enrolment._id).lean()).toMatchObject({ state: 'WITHDRAWN' })
  })
})

test('the hot lists are read by index', async () => {
  type Stage = { stage: string; inputStage?: Stage; inputStages?: Stage[] }
  const stages = ({ stage, inputStage, inputStages = [] }: Stage): string[] => [stage, ...[inputStage, ...inputStages].flatMap(next => (next ? stages(next) : []))]
  for (const [filter, sort] of [
    [{ class: made.course._id, state: 'ENROLLED' }, { _id: 1 }],
    [{ class: made.course._id, state: 'WAITING' }, { enrolledAt: 1, _id: 1 }],
    [{ person: officer._id }, { _id: -1 }],
    [{ person: officer._id, state: { $in: ['ENROLLED', 'WAITING'] } }, { _id: -1 }],
    [{ class: made.course._id, person: officer._id }, { _id: 1 }],
  ] as const) {
    const plan = await EnrolmentModel.find(filter).sort(sort as never).explain('queryPlanner') as unknown as { queryPlanner: { winningPlan: Stage } }
    expect(stages(plan.queryPlanner.winningPlan)).toContain('IXSCAN')
    expect(stages(plan.queryPlanner.winningPlan)).not.toContain('COLLSCAN')
  }
})
