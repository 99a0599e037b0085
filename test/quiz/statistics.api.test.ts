import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { ClassDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { KeptStatisticsModel } from '../../server/quiz/statisticsModel.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aClass, aCourse, aLearner, anEnrolment, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const STATISTICS = `query ($id: ID!, $of: AttemptsCounted!) { quiz(id: $id) { viewerCan { seeStatistics } statistics(of: $of) {
  n suppressed points mean median sd passShare consistency histogram { from n }
  items { id number text kind n facility discrimination flags curve { n facility shares } variants { form n facility apart } options { text right n share suspect } functioning { size } } } } }`

let app: TestApp
let made: TestCourse
let cls: ClassDoc
let quiz: QuizDoc
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE', { points: 2 }), aQuestion('NUMERIC')] })
})
afterAll(() => app.stop())

/** A finished attempt with these marks, 0 to 1 a question. */
async function anAttempt(marks: number[], { number = 1, enrolment = new Types.ObjectId(), of = quiz, person = new Types.ObjectId(), variant = null as number | null } = {}) {
  const mark = marks.reduce((sum, one, at) => sum + one * of.questions[at]!.points, 0) / of.questions.reduce((sum, { points }) => sum + points, 0)
  await AttemptModel.create({
    quiz: of._id, enrolment, person, class: cls._id, course: made.course._id, number, state: 'FINISHED', startedAt: new Date(), finishedAt: new Date(),
    passMark: 0.7, mark, passed: mark >= 0.7, keys: [],
    questions: of.questions.map(({ id, kind, text, points, choices }, at) => ({
      id, kind, text, points, choices: choices.map(choice => ({ id: choice.id, text: choice.text })), mark: marks[at], variant,
      answer: choices.length ? { choices: [choices[marks[at] ? 0 : 1]!.id], truth: null, text: null, number: null } : null,
    })),
  })
  return enrolment
}
const read = async (viewer: Awaited<ReturnType<TestApp['client']>>, of = 'HIGHEST', id = String(quiz._id)) => (await viewer.ok(STATISTICS, { id, of })).quiz

test('tell nothing of four people, and of five what they earned', async () => {
  const instructor = await app.client(await anInstructor(cls))
  const twice = await anAttempt([0, 0])
  for (const marks of [[1, 1], [1, 0], [1, 1]]) await anAttempt(marks)
  expect((await read(instructor)).statistics).toMatchObject({ n: 4, suppressed: true, points: 3, mean: null, items: [], histogram: [] })
  await anAttempt([0, 1])
  await anAttempt([1, 1], { number: 2, enrolment: twice })
  const { statistics } = await read(instructor)
  expect(statistics).toMatchObject({ n: 5, suppressed: false, passShare: 0.6, median: 3 })
  expect(statistics.mean).toBeCloseTo((3 + 3 + 2 + 3 + 1) / 5, 12)
  expect(statistics.histogram.map(({ n }: { n: number }) => n)).toEqual([0, 0, 0, 1, 0, 0, 1, 0, 0, 3])
  expect(statistics.items[0]).toMatchObject({ number: 1, n: 5, facility: 0.8, flags: [], functioning: null })
  expect(statistics.items[0].options.map(({ n, right }: { n: number; right: boolean }) => [n, right])).toEqual([[4, true], [1, false], [0, false]])
})

test.each([['FIRST', 5, 0.4], ['LAST', 5, 0.6], ['HIGHEST', 5, 0.6], ['ALL', 6, 0.5]])('count %s attempts', async (of, n, passShare) => {
  const instructor = await app.client(await anInstructor(cls))
  expect((await read(instructor, of)).statistics).toMatchObject({ n, passShare })
})

test('are for who writes or answers for the questions; not for learners, to whom they would tell the key', async () => {
  const { person } = await aLearner(cls)
  const learner = await read(await app.client(person))
  expect(learner).toEqual({ viewerCan: { seeStatistics: false }, statistics: null })
  expect((await read(await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })))).statistics.n).toBe(5)
  expect((await read(await app.client(await aPerson({ roles: [['AUDITOR']] })))).statistics.n).toBe(5)
  expect(await read(await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', new Types.ObjectId()]] })))).toBeNull()
})

test('a learner who also teaches elsewhere does not see the key of the quiz they are to answer', async () => {
  const person = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })
  await anEnrolment(cls, person)
  expect((await read(await app.client(person))).statistics).toBeNull()
})

test('a question added later is judged by those who were asked it', async () => {
  const longer = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
  const before = { ...longer, questions: longer.questions.slice(0, 1) }
  for (let at = 0; at < 6; at++) await anAttempt([at % 2], { of: before })
  for (let at = 0; at < 5; at++) await anAttempt([1, at % 2], { of: longer })
  const { statistics } = await read(await app.client(await anInstructor(cls)), 'HIGHEST', String(longer._id))
  expect(statistics.items.map(({ n }: { n: number }) => n)).toEqual([11, 5])
  expect(statistics.consistency).toBeNull()
})

test('hold until an attempt changes: what is kept is what would be worked out anew', async () => {
  const instructor = await app.client(await anInstructor(cls))
  const marked = await aQuiz(made, { questions: [aQuestion('SHORT_ANSWER'), aQuestion('SHORT_ANSWER')] })
  for (const marks of [[1, 1], [1, 0], [0, 1], [1, 1], [0, 0]]) await anAttempt(marks, { of: marked })
  const of = async () => (await read(instructor, 'ALL', String(marked._id))).statistics
  const first = await of()
  expect(await of()).toEqual(first)
  expect(await KeptStatisticsModel.countDocuments({ quiz: marked._id })).toBe(1)
  await AttemptModel.updateOne({ quiz: marked._id, mark: 0 }, { $set: { 'questions.0.mark': 1, mark: 0.5 }, $inc: { revision: 1 } })
  expect((await of()).items[0].facility).toBeCloseTo(4 / 5, 12)
  await anAttempt([1, 1], { of: marked })
  expect(await of()).toMatchObject({ n: 6 })
  await QuizModel.updateOne({ _id: marked._id }, { $set: { 'questions.1.points': 3 }, $inc: { revision: 1 } })
  expect(await of()).toMatchObject({ n: 6, points: 4 })
  expect(await KeptStatisticsModel.countDocuments({ quiz: marked._id })).toBe(1)
})

test('show how each choice fares from the worst to the best, and each variant of a calculated question by itself', async () => {
  const drawn = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE'), aQuestion('CALCULATED'), aQuestion('TRUE_FALSE')] })
  for (let at = 0; at < 30; at++) await anAttempt([at < 10 ? 0 : 1, at % 2, at < 20 ? 0 : 1], { of: drawn, variant: at % 2 })
  const { items } = (await read(await app.client(await anInstructor(cls)), 'HIGHEST', String(drawn._id))).statistics
  expect(items[0].curve.map(({ facility, shares }: { facility: number; shares: number[] }) => [facility, ...shares])).toEqual([[0, 0, 1, 0], [0.5, 0.5, 0.5, 0], [1, 1, 0, 0], [1, 1, 0, 0]])
  expect(items[1].variants).toEqual([{ form: 0, n: 15, facility: 0, apart: false }, { form: 1, n: 15, facility: 1, apart: false }])
})

test('tell nothing of a question that four were asked', async () => {
  const longer = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE'), aQuestion('SINGLE_CHOICE')] })
  for (let at = 0; at < 6; at++) await anAttempt([at % 2], { of: { ...longer, questions: longer.questions.slice(0, 1) } })
  for (let at = 0; at < 4; at++) await anAttempt([1, at % 2], { of: longer })
  const { items } = (await read(await app.client(await anInstructor(cls)), 'HIGHEST', String(longer._id))).statistics
  expect(items[1]).toMatchObject({ n: 4, facility: null, discrimination: null, options: [], curve: [] })
})

test('are read by an index, learner by learner', async () => {
  const plan = await AttemptModel.find({ quiz: quiz._id, state: 'FINISHED' }).sort({ enrolment: 1, number: 1 }).explain()
  expect(JSON.stringify(plan)).toContain('quiz_1_state_1_enrolment_1_number_1')
  expect(JSON.stringify(plan)).not.toContain('"SORT"')
  const stamp = JSON.stringify(await AttemptModel.aggregate([{ $match: { quiz: quiz._id, state: 'FINISHED' } }, { $group: { _id: null, changes: { $sum: '$revision' } } }]).hint({ quiz: 1, state: 1, revision: 1 }).explain())
  expect(stamp).toContain('quiz_1_state_1_revision_1')
  expect(stamp).not.toContain('COLLSCAN')
})
