import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankQuestionModel, BankVersionModel } from '../../server/bank/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aBankQuestion } from '../support/bank.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const TAKE = 'mutation ($quiz: ID!, $questions: [ID!]!) { takeFromBank(quiz: $quiz, questions: $questions) { revision editorQuestions { id bankQuestion level body { kind text right } } } }'
const KEEP = 'mutation ($quiz: ID!, $question: ID!) { keepInBank(quiz: $quiz, question: $question) { id state owner { kind id } version { number question { kind text choices { text right } } } } }'
const CHANGE = 'mutation ($quiz: ID!, $question: ID!, $revision: Int!, $input: QuestionInput!) { updateQuestion(quiz: $quiz, question: $question, revision: $revision, input: $input) { editorQuestions { bankQuestion } } }'

let app: TestApp
let made: TestCourse
let quiz: QuizDoc
let instructor: Client
let author: Client
let learner: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE')] })
  instructor = await app.client(await anInstructor(cls))
  author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
  learner = await app.client((await aLearner(cls)).person)
})
const id = () => String(quiz._id)
const live = (fields = {}) => aBankQuestion({ kind: 'COURSE', id: made.course._id }, { state: 'LIVE', level: 'C3', ...fields })

test('questions in use are copied, once, in the order given, and changing the copy leaves the bank alone', async () => {
  const [one, other] = [await live(), await live({ state: 'WATCH' })]
  const questions = [String(other._id), String(one._id)]
  const { takeFromBank } = await instructor.ok(TAKE, { quiz: id(), questions })
  expect(takeFromBank.editorQuestions.map((question: any) => question.bankQuestion)).toEqual([null, ...questions])
  expect(takeFromBank.editorQuestions[1]).toMatchObject({ level: 'C3', body: { kind: 'TRUE_FALSE', right: true } })
  expect((await instructor.ok(TAKE, { quiz: id(), questions })).takeFromBank.editorQuestions).toHaveLength(3)
  const input = { body: { kind: 'TRUE_FALSE', text: 'Lain?', right: false } }
  const { updateQuestion } = await instructor.ok(CHANGE, { quiz: id(), question: takeFromBank.editorQuestions[1].id, revision: takeFromBank.revision, input })
  expect(updateQuestion.editorQuestions[1].bankQuestion).toBeNull()
  expect((await BankVersionModel.findById(other.version).lean<any>()).question).toMatchObject({ text: '<p>Benar?</p>', right: true })
})

test.each(['DRAFT', 'REVIEWED', 'PILOT', 'RETIRED'] as const)('what is %s is not taken, and nothing with it', async state => {
  const questions = [String((await live())._id), String((await live({ state }))._id)]
  expect(await instructor.refused(TAKE, { quiz: id(), questions })).toBe('WRONG_STATE')
  expect((await QuizModel.findById(id()).lean())!.questions).toHaveLength(1)
})

test('attack: another owner’s question, one of nowhere, and a learner who asks', async () => {
  const foreign = await aBankQuestion({ kind: 'PARTNER', id: new Types.ObjectId() }, { state: 'LIVE' })
  for (const question of [String(foreign._id), '000000000000000000000000', 'x']) expect(await instructor.refused(TAKE, { quiz: id(), questions: [question] })).toBe('NOT_FOUND')
  expect(await learner.refused(TAKE, { quiz: id(), questions: [String((await live())._id)] })).toBe('FORBIDDEN')
  expect(await learner.refused(KEEP, { quiz: id(), question: quiz.questions[0]!.id })).toBe('FORBIDDEN')
})

test.each([['of the course for who teaches it', 'COURSE', () => instructor], ['of the partner for its author', 'PARTNER', () => author]] as const)('a question of a quiz is kept in the bank as a draft %s; sent twice, once', async (_, kind, who) => {
  const question = quiz.questions[0]!
  const before = await BankQuestionModel.countDocuments()
  const { keepInBank } = await who().ok(KEEP, { quiz: id(), question: question.id })
  expect(keepInBank).toMatchObject({ state: 'DRAFT', owner: { kind }, version: { number: 1, question: { kind: 'SINGLE_CHOICE', text: question.text, choices: question.choices.map(({ text, right }) => ({ text, right })) } } })
  expect((await who().ok(KEEP, { quiz: id(), question: question.id })).keepInBank.id).toBe(keepInBank.id)
  expect(await BankQuestionModel.countDocuments()).toBe(before + 1)
  expect(await who().refused(KEEP, { quiz: id(), question: 'x' })).toBe('NOT_FOUND')
})
