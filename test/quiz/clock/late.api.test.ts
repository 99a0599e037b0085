import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { flagged } from '../../../server/quiz/model.ts'
import { handInOverdue } from '../../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'
import { upload } from '../../support/upload.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id endsAt needsReview lateAnswers { at } } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int = 0, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { state } }'
const READ = 'query ($id: ID!) { attempt(id: $id) { state mark needsReview reviewNote lateAnswers { question answer { truth } } questions { answer { truth } } } }'
const MARK = 'mutation ($attempt: ID!, $question: ID!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: 0, input: $input) { state mark } }'
const CHECK = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { checkAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const FILES = 'query ($id: ID!) { attempt(id: $id) { lateAnswers { question files { id name url } } } }'
const AGAIN = 'mutation ($attempt: ID!) { scoreAgain(attempt: $attempt) { state mark passed needsReview } }'
const DESK = 'query ($class: ID!, $quiz: ID!) { class(id: $class) { attempts(quiz: $quiz, needsReview: true) { total nodes { id } } marking(quiz: $quiz) { questions { id waiting } place { all done } } } }'
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
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
  return { cls, quiz, learner, attempt, save, teacher: await app.client(await anInstructor(cls)), read: async () => (await learner.ok(READ, { id: attempt.id })).attempt }
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

test('an answer that came too late to be judged is kept like one that was saved; what was judged for good by then is not', async () => {
  const one = await scene({ behaviour: 'IMMEDIATE', questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
  const [first, second] = one.quiz.questions.map(({ id }) => id)
  await one.learner.ok(CHECK, { attempt: one.attempt.id, question: first, answer: { truth: false } })
  app.clock.advance(45 * 60_000)
  for (const question of [first, second]) expect((await one.learner.send(CHECK, { attempt: one.attempt.id, question, answer: { truth: true } })).refusal?.code).toBe('TIME_OVER')
  expect(await one.read()).toMatchObject({ mark: 0, needsReview: ['LATE_ANSWERS'], lateAnswers: [{ question: second, answer: { truth: true } }] })
})

test('attack: what came late to a page that was left, or not reached, is not kept', async () => {
  const one = await scene({ navigation: 'SEQUENTIAL', shuffle: false, sections: [{ id: 's', title: '', instructions: '', shuffle: false, perPage: 1 }] as never, questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
  app.clock.advance(45 * 60_000)
  for (const at of [1, 0]) await one.save(true, 0, one.quiz.questions[at]!.id)
  expect((await one.read()).lateAnswers).toMatchObject([{ question: one.quiz.questions[0]!.id }])
})

test('a file that came too late is kept and read by who marks and who handed it in; others, and files that are not kept, are not found', async () => {
  const one = await scene({ questions: [aQuestion('FILE')] })
  const [file, later] = [await upload(one.learner, 'laporan.pdf', PDF), await upload(one.learner, 'lain.pdf', PDF)]
  app.clock.advance(45 * 60_000)
  const send = (files: string[]) => one.learner.send(SAVE, { attempt: one.attempt.id, question: one.quiz.questions[0]!.id, answer: { files } })
  for (const files of [[file], [later]]) expect((await send(files)).refusal?.code).toBe('TIME_OVER')
  const [late] = (await one.teacher.ok(FILES, { id: one.attempt.id })).attempt.lateAnswers
  expect(late.files).toEqual([{ id: file, name: 'laporan.pdf', url: `/attempt-files/${one.attempt.id}/${file}` }])
  const other = await app.client((await aLearner(one.cls)).person)
  const read = async (who: typeof other, id: string) => (await who.fetch(`/attempt-files/${one.attempt.id}/${id}`)).status
  expect([await read(one.teacher, file), await read(one.learner, file), await read(other, file), await read(one.teacher, later)]).toEqual([200, 200, 404, 404])
})

test('what cannot be scored holds back nothing else: it stands at the desk, is not looked at before it is marked, and is scored again once it can be', async () => {
  const one = await scene({ questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
  const [known, broken, blank] = one.quiz.questions.map(({ id }) => id) as [string, string, string]
  for (const question of [known, broken]) await one.save(true, 0, question)
  const { keys } = (await AttemptModel.findById(one.attempt.id).select('+keys').lean<any>())!
  await AttemptModel.updateOne({ _id: one.attempt.id }, { $set: { keys: keys.filter(({ id }: { id: string }) => id === known) } })
  await one.learner.ok(SUBMIT, { attempt: one.attempt.id })
  const marks = async () => Object.fromEntries((await AttemptModel.findById(one.attempt.id).select('+questions').lean<any>())!.questions.map(({ id, mark }: any) => [id, mark]))
  expect(await marks()).toEqual({ [known]: 1, [broken]: null, [blank]: 0 })
  const desk = async () => (await one.teacher.ok(DESK, { class: String(one.cls._id), quiz: String(one.quiz._id) })).class
  expect(await desk()).toEqual({ attempts: { total: 1, nodes: [{ id: one.attempt.id }] }, marking: { questions: [{ id: broken, waiting: 1 }], place: { all: 1, done: 0 } } })
  expect((await one.teacher.send(RESOLVE, { attempt: one.attempt.id })).refusal?.code).toBe('NOT_MARKED')
  expect((await one.teacher.send(AGAIN, { attempt: one.attempt.id })).refusal?.code).toBe('NOT_SCORABLE')
  expect(await one.learner.refused(AGAIN, { attempt: one.attempt.id })).toBe('FORBIDDEN')
  await AttemptModel.updateOne({ _id: one.attempt.id }, { $set: { keys } })
  for (let twice = 0; twice < 2; twice++) expect((await one.teacher.ok(AGAIN, { attempt: one.attempt.id })).scoreAgain).toEqual({ state: 'FINISHED', mark: 2 / 3, passed: false, needsReview: [] })
  expect(await desk()).toEqual({ attempts: { total: 0, nodes: [] }, marking: { questions: [], place: null } })
})

test('a mark that a person gave meanwhile stays, and a list of attempts to look at reads no others', async () => {
  const one = await scene()
  await one.save(false)
  await AttemptModel.updateOne({ _id: one.attempt.id }, { $set: { keys: [] } })
  await one.learner.ok(SUBMIT, { attempt: one.attempt.id })
  const question = one.quiz.questions[0]!.id
  expect((await one.teacher.ok(MARK, { attempt: one.attempt.id, question, input: { points: 0.5 } })).markAnswer).toEqual({ state: 'FINISHED', mark: 0.5 })
  expect((await one.teacher.ok(AGAIN, { attempt: one.attempt.id })).scoreAgain).toMatchObject({ mark: 0.5, needsReview: ['NOT_SCORED'] })
  const plan: any = await AttemptModel.find({ class: one.cls._id, quiz: one.quiz._id, ...flagged }).sort({ _id: -1 }).hint('needs_review').explain('executionStats')
  expect(plan.executionStats).toMatchObject({ nReturned: 1, totalKeysExamined: 1, totalDocsExamined: 1 })
  expect((await one.teacher.ok(RESOLVE, { attempt: one.attempt.id })).resolveReview.needsReview).toEqual([])
})
