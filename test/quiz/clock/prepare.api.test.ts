import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { ClassDoc, EnrolmentDoc } from '../../../server/course/index.ts'
import { dayOf } from '../../../server/lib/days.ts'
import type { PersonDoc } from '../../../server/people/index.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { QuizOverrideModel } from '../../../server/quiz/overrideModel.ts'
import { prepareAttempts } from '../../../server/quiz/service/prepare.ts'
import { DrawUseModel } from '../../../server/quiz/structureModel.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { aBankQuestion } from '../../support/bank.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id number state startedAt endsAt questions { id text } } }'
const READ = 'query ($id: ID!) { attempt(id: $id) { questions { text } } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { state } }'
const LIST = 'query ($class: ID!, $quiz: ID!) { class(id: $class) { attempts(quiz: $quiz) { total nodes { id } } } }'
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizzes { canStart attemptsLeft attempts { id } } } }'

let app: TestApp
let quiz: QuizDoc
let cls: ClassDoc
let learners: { person: PersonDoc; enrolment: EnrolmentDoc; client: Client }[]
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
afterEach(() => app.clock.set(new Date()))
beforeEach(async () => {
  await QuizOverrideModel.deleteMany({})
  const made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE'), aQuestion('NUMERIC')], attemptsAllowed: 2 })
  learners = await Promise.all([1, 2, 3].map(async () => {
    const one = await aLearner(cls)
    return { ...one, client: await app.client(one.person) }
  }))
  await aLearner(cls, { state: 'WAITING' })
})
const opensIn = (minutes: number, enrolment: EnrolmentDoc | null = null) => QuizOverrideModel.create({
  quiz: quiz._id, class: cls._id, enrolment: enrolment?._id ?? null, opensAt: new Date(app.services.now().getTime() + minutes * 60_000), reason: 'Ujian serentak', by: learners[0]!.person._id, at: new Date(),
})
const oneDraw = () => ({ id: 'd', section: 'utama', count: 1, points: 1, pilot: false, outcome: null, filter: { owner: { kind: 'COURSE', id: String(quiz.course) }, category: '', tag: '', outcome: '', level: null, kind: null } })
const prepared = () => AttemptModel.find({ quiz: quiz._id, state: 'NOT_STARTED' }).select('+questions').lean<{ _id: unknown; enrolment: unknown; questions: { text: string }[] }[]>()
const start = async ({ client, enrolment }: (typeof learners)[number]) => (await client.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })).startAttempt

describe('before a quiz opens for a class', () => {
  test('everybody enrolled has an attempt dealt, once, however often and at once it is done', async () => {
    await opensIn(20)
    await Promise.all([prepareAttempts(app.services), prepareAttempts(app.services)])
    await prepareAttempts(app.services)
    expect((await prepared()).map(({ enrolment }) => String(enrolment)).sort()).toEqual(learners.map(({ enrolment }) => String(enrolment._id)).sort())
  })
  test('for one of it only theirs; not long before, and not once it is open', async () => {
    await opensIn(20, learners[1]!.enrolment)
    await prepareAttempts(app.services)
    expect((await prepared()).map(({ enrolment }) => String(enrolment))).toEqual([String(learners[1]!.enrolment._id)])
    await QuizOverrideModel.deleteMany({})
    await opensIn(45)
    await prepareAttempts(app.services)
    expect(await prepared()).toHaveLength(1)
    app.clock.advance(46 * 60_000)
    await prepareAttempts(app.services)
    expect(await prepared()).toHaveLength(1)
  })
  test('who begins gets what was dealt, with their time from then', async () => {
    await opensIn(20)
    await prepareAttempts(app.services)
    const dealt = (await prepared()).find(({ enrolment }) => String(enrolment) === String(learners[0]!.enrolment._id))!
    app.clock.advance(25 * 60_000)
    const attempts = await Promise.all([1, 2, 3, 4].map(() => start(learners[0]!)))
    expect(new Set(attempts.map(({ id }) => id))).toEqual(new Set([String(dealt._id)]))
    expect(attempts[0]).toMatchObject({ number: 1, state: 'IN_PROGRESS' })
    expect(attempts[0].questions.map(({ text }: { text: string }) => text)).toEqual(dealt.questions.map(({ text }) => text))
    expect(Date.parse(attempts[0].endsAt) - Date.parse(attempts[0].startedAt)).toBe(30 * 60_000)
    await learners[0]!.client.ok(SUBMIT, { attempt: attempts[0].id })
    expect((await start(learners[0]!)).number).toBe(2)
  })
  test('a quiz that was edited since is dealt anew', async () => {
    await opensIn(20)
    await prepareAttempts(app.services)
    await QuizModel.updateOne({ _id: quiz._id }, { $pull: { questions: { id: quiz.questions[0]!.id } }, $inc: { revision: 1 } })
    app.clock.advance(25 * 60_000)
    expect((await start(learners[0]!)).questions.map(({ id }: { id: string }) => id)).toEqual([quiz.questions[1]!.id])
  })
  test('what was dealt and not begun was not asked: drawn anew, it comes before what was', async () => {
    const owner = { kind: 'COURSE' as const, id: quiz.course }
    const [first, second] = await Promise.all([1, 2].map(() => aBankQuestion(owner, { state: 'LIVE' })))
    await QuizModel.updateOne({ _id: quiz._id }, { $set: { draws: [oneDraw()], questions: [] }, $inc: { revision: 1 } })
    await opensIn(20, learners[0]!.enrolment)
    await prepareAttempts(app.services)
    const [dealt] = await AttemptModel.find({ quiz: quiz._id, state: 'NOT_STARTED' }).select('+questions').lean<any>()
    const [was, other] = dealt.questions[0].bank.question === String(first!._id) ? [first, second] : [second, first]
    await DrawUseModel.deleteMany({ quiz: quiz._id })
    await DrawUseModel.create({ quiz: quiz._id, question: String(other!._id), times: 1 })
    await QuizModel.updateOne({ _id: quiz._id }, { $inc: { revision: 1 } })
    app.clock.advance(25 * 60_000)
    const begun = await start(learners[0]!)
    expect((await AttemptModel.findById(begun.id).select('+questions').lean<any>())!.questions[0].bank.question).toBe(String(was!._id))
  })
  test('while the bank has too few for it nobody is dealt one, and that is found once, not for each of them', async () => {
    await QuizModel.updateOne({ _id: quiz._id }, { $set: { draws: [oneDraw()] }, $inc: { revision: 1 } })
    await opensIn(20)
    const said: string[] = []
    const log = pino({ level: 'warn' }, { write: (entry: string) => void said.push(JSON.parse(entry).msg) })
    await prepareAttempts({ ...app.services, log })
    expect(await prepared()).toEqual([])
    expect(said).toEqual(['the bank has too few questions for a quiz'])
  })
  test('key leak: what is dealt and not begun is seen by nobody, counts nothing, and takes no answer', async () => {
    await opensIn(20)
    await prepareAttempts(app.services)
    const teacher = await app.client(await anInstructor(cls))
    for (const { _id } of await prepared()) {
      for (const who of [teacher, ...learners.map(({ client }) => client)]) expect((await who.ok(READ, { id: String(_id) })).attempt).toBeNull()
      for (const { client } of learners) expect(await client.refused(SUBMIT, { attempt: String(_id) })).toBe('NOT_FOUND')
    }
    expect((await teacher.ok(LIST, { class: String(cls._id), quiz: String(quiz._id) })).class.attempts).toEqual({ total: 0, nodes: [] })
    expect((await learners[0]!.client.ok(STANDING, { id: String(learners[0]!.enrolment._id) })).enrolment.quizzes[0]).toEqual({ canStart: false, attemptsLeft: 2, attempts: [] })
    expect(await learners[0]!.client.refused(START, { quiz: String(quiz._id), enrolment: String(learners[0]!.enrolment._id) })).toBe('QUIZ_NOT_OPEN')
  })
})
