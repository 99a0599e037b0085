import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { BankQuestionModel, bankPolicy, visibleBankQuestions, type BankQuestionDoc } from '../../../server/bank/index.ts'
import { dayOf } from '../../../server/lib/days.ts'
import { viewerOf } from '../../../server/people/index.ts'
import { QuizModel } from '../../../server/quiz/index.ts'
import { noteAllAsked } from '../../../server/quiz/service/asked.ts'
import type { Draw } from '../../../server/quiz/domain/structure.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { aBankQuestion } from '../../support/bank.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, anEnrolment, anInstructor, type TestCourse } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const READ = 'query ($id: ID!) { bankQuestion(id: $id) { version { question { right } } } }'
const LIST = 'query ($filter: BankFilter) { bankQuestions(filter: $filter) { nodes { id } } }'
const TAKE = 'mutation ($quiz: ID!, $questions: [ID!]!) { takeFromBank(quiz: $quiz, questions: $questions) { id } }'
const KEEP = 'mutation ($quiz: ID!, $question: ID!) { keepInBank(quiz: $quiz, question: $question) { id } }'
const ARRANGE = 'mutation ($quiz: ID!, $input: QuizStructureInput!) { arrangeQuiz(quiz: $quiz, revision: 0, input: $input) { revision } }'
const UPDATE = 'mutation ($id: ID!, $filing: FilingInput!) { updateBankQuestion(question: $id, revision: 0, input: { filing: $filing }) { id } }'
const CREATE = 'mutation ($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { id } }'

let app: TestApp
let made: TestCourse
let quiz: string
let officer: Client
/** Officers who read every bank, and one of them learns in the course. */
let learning: Client
let people: { officer: string; learning: string }
let instructor: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const [free, learner] = [await aPerson({ roles: [['CURRICULUM_OFFICER']] }), await aPerson({ roles: [['CURRICULUM_OFFICER']] })]
  await anEnrolment(cls, learner)
  people = { officer: String(free._id), learning: String(learner._id) }
  officer = await app.client(free)
  learning = await app.client(learner)
  instructor = await app.client(await anInstructor(cls))
  quiz = String((await aQuiz(made, { questions: [aQuestion('TRUE_FALSE', { id: 'own' })] }))._id)
})
const agencys = (fields = {}) => aBankQuestion({ kind: 'AGENCY', id: null }, { state: 'LIVE', ...fields })
const reads = async (client: Client, id: unknown) => {
  const seen = (await client.ok(READ, { id: String(id) })).bankQuestion !== null
  const category = (await BankQuestionModel.findById(id).lean())!.category
  const listed = (await client.ok(LIST, { filter: category ? { category } : null })).bankQuestions.nodes.some((one: { id: string }) => one.id === String(id))
  expect(listed).toBe(seen)
  return seen
}
const drawing = (category: string) => ({ sections: [{ draws: [{ count: 1, filter: { owner: { kind: 'AGENCY' }, category } }] }] })

describe('attack: reading in the bank what one will be asked', () => {
  test('a question copied into a quiz of the course', async () => {
    const { _id } = await agencys({ category: 'Salin' })
    expect(await reads(learning, _id)).toBe(true)
    await officer.ok(TAKE, { quiz, questions: [String(_id)] })
    expect([await reads(learning, _id), await reads(officer, _id)]).toEqual([false, true])
    expect(await learning.refused(UPDATE, { id: String(_id), filing: {} })).toBe('NOT_FOUND')
    const elsewhere = String((await aQuiz(await aCourse()))._id)
    expect(await learning.refused(TAKE, { quiz: elsewhere, questions: [String(_id)] })).toBe('NOT_FOUND')
  })
  test('a question of the quiz kept in the bank', async () => {
    const { keepInBank } = await instructor.ok(KEEP, { quiz, question: 'own' })
    expect([await reads(learning, keepInBank.id), await reads(instructor, keepInBank.id)]).toEqual([false, true])
  })
  test('the course’s own, asked yet or not', async () => {
    const { _id } = await aBankQuestion({ kind: 'COURSE', id: made.course._id }, { category: 'Sendiri' })
    expect([await reads(learning, _id), await reads(instructor, _id)]).toEqual([false, true])
  })
  test('what a draw may choose, whatever its state, and nothing else', async () => {
    const [fits, draft, other] = [await agencys({ category: 'Tarik/Satu' }), await agencys({ category: 'Tarik', state: 'DRAFT' }), await agencys({ category: 'Lain' })]
    await officer.ok(ARRANGE, { quiz, input: drawing('Tarik') })
    expect([await reads(learning, fits._id), await reads(learning, draft._id), await reads(learning, other._id), await reads(officer, fits._id)]).toEqual([false, false, true, true])
  })
  test('what is written or filed so that a draw may choose it, afterwards', async () => {
    await officer.ok(ARRANGE, { quiz, input: drawing('Nanti') })
    const { _id } = await agencys({ category: 'Dulu' })
    await officer.ok(UPDATE, { id: String(_id), filing: { category: 'Nanti/Baru' } })
    const { createBankQuestion } = await officer.ok(CREATE, { input: { owner: { kind: 'AGENCY' }, filing: { category: 'Nanti' }, question: { kind: 'TRUE_FALSE', text: 'Benar?', right: true } } })
    expect([await reads(learning, _id), await reads(learning, createBankQuestion.id), await reads(officer, _id)]).toEqual([false, false, true])
  })
  test('what came in unannounced is found by the sweep', async () => {
    const draw: Draw = { id: 'd', section: 'utama', count: 1, points: 1, pilot: false, outcome: null, filter: { owner: { kind: 'AGENCY', id: null }, category: 'Sapu', tag: '', outcome: '', level: null, kind: null } }
    const [drawn, copied] = [await agencys({ category: 'Sapu' }), await agencys({ category: 'SapuSalin' })]
    await QuizModel.updateOne({ _id: quiz }, { $set: { draws: [draw], questions: [aQuestion('TRUE_FALSE', { bank: { question: String(copied._id), version: 1 } })] } })
    await noteAllAsked()
    await noteAllAsked()
    expect([await reads(learning, drawn._id), await reads(learning, copied._id)]).toEqual([false, false])
    expect((await BankQuestionModel.findById(drawn._id).lean<BankQuestionDoc>())!.askedIn).toHaveLength(1)
  })
  test('taken out of the quiz again it stays closed: attempts under way still ask it', async () => {
    const { _id } = await agencys({ category: 'Cabut' })
    await officer.ok(ARRANGE, { quiz, input: drawing('Cabut') })
    await officer.ok('mutation ($quiz: ID!, $input: QuizStructureInput!) { arrangeQuiz(quiz: $quiz, revision: 1, input: $input) { id } }', { quiz, input: { sections: [{ title: 'Satu' }] } })
    expect(await reads(learning, _id)).toBe(false)
  })
  test('list and single question are judged alike, for who learns and who does not', async () => {
    await officer.ok(TAKE, { quiz, questions: [String((await agencys())._id)] })
    for (const id of Object.values(people)) {
      const viewer = await viewerOf(id)
      const listed = new Set((await BankQuestionModel.find(visibleBankQuestions(viewer) as object).lean<BankQuestionDoc[]>()).map(({ _id }) => String(_id)))
      for (const question of await BankQuestionModel.find().lean<BankQuestionDoc[]>()) expect(listed.has(String(question._id))).toBe(bankPolicy.see(viewer, question))
    }
  })
})
