import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { handInOverdue } from '../../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id endsAt needsReview lateAnswers { at } } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int = 0, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { state } }'
const READ = 'query ($id: ID!) { attempt(id: $id) { state mark needsReview reviewNote lateAnswers { question answer { truth } } questions { answer { truth } } } }'
const MARK = 'mutation ($attempt: ID!, $question: ID!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: 0, input: $input) { state mark } }'
const RESOLVE = 'mutation ($attempt: ID!, $note: String = "Jaringan terputus, nilai diubah") { resolveReview(attempt: $attempt, note: $note) { needsReview reviewNote } }'

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
afterEach(() => app.clock.set(new Date()))

async function scene(fields: Partial<QuizDoc> = {}) {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE')], ...fields })
  const learner = await app.client(person)
  const attempt = (await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })).startAttempt
  const save = (truth: boolean, seq = 0, question = quiz.questions[0]!.id) => learner.send(SAVE, { attempt: attempt.id, question, seq, answer: { truth } })
  return { quiz, learner, attempt, save, teacher: await app.client(await anInstructor(cls)), read: async () => (await learner.ok(READ, { id: attempt.id })).attempt }
}

test('an answer that came too late changes no mark, is kept beside, and waits for people', async () => {
  const one = await scene()
  app.clock.set(new Date(Date.parse(one.attempt.endsAt) + 5 * 60_000))
  await handInOverdue(app.services)
  expect((await one.save(true)).refusal?.code).toBe('TIME_OVER')
  const late = { state: 'FINISHED', mark: 0, needsReview: ['LATE_ANSWERS'], questions: [{ answer: null }], lateAnswers: [{ question: one.quiz.questions[0]!.id, answer: { truth: true } }] }
  expect(await one.read()).toMatchObject(late)
  expect((await one.save(false)).refusal?.code).toBe('TIME_OVER')
  expect(await one.read()).toMatchObject(late)
  expect(await one.learner.refused(RESOLVE, { attempt: one.attempt.id })).toBe('FORBIDDEN')
  for (let twice = 0; twice < 2; twice++) expect((await one.teacher.ok(RESOLVE, { attempt: one.attempt.id })).resolveReview).toEqual({ needsReview: [], reviewNote: 'Jaringan terputus, nilai diubah' })
  expect(await one.read()).toMatchObject({ mark: 0, needsReview: [], reviewNote: 'Jaringan terputus, nilai diubah' })
})

test('attack: nothing is kept of what was handed in by hand, came a day late, is what is saved already, or is no answer', async () => {
  const done = await scene()
  await done.learner.ok(SUBMIT, { attempt: done.attempt.id })
  expect((await done.save(true)).refusal?.code).toBe('ATTEMPT_CLOSED')
  expect(await done.read()).toMatchObject({ needsReview: [], lateAnswers: [] })
  const saved = await scene()
  await saved.save(true)
  app.clock.advance(45 * 60_000)
  expect((await saved.save(true, 1)).refusal?.code).toBe('TIME_OVER')
  expect((await saved.save(true, 1, 'x')).refusal?.code).toBe('TIME_OVER')
  expect((await saved.learner.send(SAVE, { attempt: saved.attempt.id, question: saved.quiz.questions[0]!.id, seq: 1, answer: { text: 'x'.repeat(1_000) } })).refusal).not.toBeNull()
  expect(await saved.read()).toMatchObject({ mark: 1, needsReview: [], lateAnswers: [] })
})

test('one that cannot be scored is handed in all the same, and waits for people with all its answers', async () => {
  const one = await scene()
  await one.save(true)
  await AttemptModel.updateOne({ _id: one.attempt.id }, { $set: { keys: [] } })
  expect((await one.learner.ok(SUBMIT, { attempt: one.attempt.id })).submitAttempt.state).toBe('SUBMITTED')
  expect(await one.read()).toMatchObject({ state: 'SUBMITTED', mark: null, needsReview: ['NOT_SCORED'], questions: [{ answer: { truth: true } }] })
  // Who teaches can look at it, marks it with a reason, and closes it.
  expect((await one.teacher.ok('query ($id: ID!) { attempt(id: $id) { shown questions { answer { truth } rightAnswer { truth } } } }', { id: one.attempt.id })).attempt)
    .toMatchObject({ shown: expect.arrayContaining(['RIGHT_ANSWER']), questions: [{ answer: { truth: true }, rightAnswer: null }] })
  const input = { points: 1, reason: 'Kunci soal rusak' }
  expect((await one.teacher.ok(MARK, { attempt: one.attempt.id, question: one.quiz.questions[0]!.id, input })).markAnswer).toEqual({ state: 'FINISHED', mark: 1 })
  await one.teacher.ok(RESOLVE, { attempt: one.attempt.id })
  expect(await one.read()).toMatchObject({ state: 'FINISHED', mark: 1, needsReview: [] })
})
