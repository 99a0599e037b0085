import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const ATTEMPT = 'id state mark navigation page pageCount questionCount answeredCount sections { id title instructions } questions { id number page section seq text }'
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`
const READ = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
const TURN = `mutation ($attempt: ID!, $from: Int!) { turnPage(attempt: $attempt, from: $from) { ${ATTEMPT} } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const CHECK = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { checkAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { id } }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`

let app: TestApp
let quiz: QuizDoc
let learner: Client
let other: Client
let instructor: Client
let enrolment: string
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

async function scene(fields: Partial<QuizDoc> = {}) {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const taker = await aLearner(cls)
  enrolment = String(taker.enrolment._id)
  learner = await app.client(taker.person)
  other = await app.client((await aLearner(cls)).person)
  instructor = await app.client(await anInstructor(cls))
  quiz = await aQuiz(made, {
    shuffle: false, navigation: 'SEQUENTIAL', sections: [
      { id: 'a', title: 'Dasar', instructions: '<p>Jawab singkat.</p>', shuffle: false, perPage: 2 }, { id: 'b', title: 'Lanjut', instructions: '<p>Rahasia bagian dua.</p>', shuffle: false, perPage: null },
    ],
    questions: ['q1', 'q2', 'q3'].map(id => aQuestion('TRUE_FALSE', { id, section: 'a' })).concat(['q4', 'q5'].map(id => aQuestion('TRUE_FALSE', { id, section: 'b', text: `<p>Terkunci ${id}</p>` }))),
    ...fields,
  })
}
beforeEach(() => scene())
const start = async () => (await learner.ok(START, { quiz: String(quiz._id), enrolment })).startAttempt
const shown = (attempt: { questions: { id: string }[] }) => attempt.questions.map(({ id }) => id)
const turn = async (attempt: string, from: number) => (await learner.ok(TURN, { attempt, from })).turnPage
const save = (attempt: string, question: string, seq = 0) => ({ attempt, question, seq, answer: { truth: true } })

describe('page by page', () => {
  test('one page is given at a time, with its section, and the numbers of the whole', async () => {
    const attempt = await start()
    expect(attempt).toMatchObject({ navigation: 'SEQUENTIAL', page: 0, pageCount: 3, questionCount: 5, answeredCount: 0, sections: [{ id: 'a', title: 'Dasar' }] })
    expect(shown(attempt)).toEqual(['q1', 'q2'])
    await learner.ok(SAVE, save(attempt.id, 'q1'))
    const second = await turn(attempt.id, 0)
    expect(second).toMatchObject({ page: 1, answeredCount: 1, questions: [{ id: 'q3', number: 3, page: 1, section: 'a' }] })
    expect(await turn(attempt.id, 1)).toMatchObject({ page: 2, sections: [{ id: 'b' }], questions: [{ id: 'q4' }, { id: 'q5' }] })
  })
  test('the last page has no next, and turning twice turns once', async () => {
    const { id } = await start()
    await turn(id, 0)
    expect((await turn(id, 0)).page).toBe(1)
    await turn(id, 1)
    expect(await learner.refused(TURN, { attempt: id, from: 2 })).toBe('PAGE_CLOSED')
  })
  test('turned by two windows at once it is turned once', async () => {
    const { id } = await start()
    const turned = await Promise.all(Array.from({ length: 5 }, () => turn(id, 0)))
    expect(turned.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1])
  })
  test('after handing in all is shown, and every answer counts', async () => {
    const { id } = await start()
    await learner.ok(SAVE, save(id, 'q1'))
    await turn(id, 0)
    await learner.ok(SAVE, save(id, 'q3'))
    const { submitAttempt } = await learner.ok(SUBMIT, { attempt: id })
    expect(submitAttempt).toMatchObject({ state: 'FINISHED', mark: 0.4 })
    expect(shown(submitAttempt)).toHaveLength(5)
    expect(await learner.refused(TURN, { attempt: id, from: 1 })).toBe('ATTEMPT_CLOSED')
  })
  test('who teaches the class sees the whole sheet', async () => {
    const { id } = await start()
    expect(shown((await instructor.ok(READ, { id })).attempt)).toHaveLength(5)
  })
  test('attack: answering a page not reached, or one that was left', async () => {
    const { id } = await start()
    expect(await learner.refused(SAVE, save(id, 'q4'))).toBe('PAGE_CLOSED')
    await turn(id, 0)
    expect(await learner.refused(SAVE, save(id, 'q1'))).toBe('PAGE_CLOSED')
    await learner.ok(SAVE, save(id, 'q3'))
  })
  test('attack: having answers judged on a page not reached', async () => {
    await scene({ behaviour: 'IMMEDIATE' })
    const { id } = await start()
    expect(await learner.refused(CHECK, { attempt: id, question: 'q4', answer: { truth: true } })).toBe('PAGE_CLOSED')
    await learner.ok(CHECK, { attempt: id, question: 'q1', answer: { truth: true } })
  })
  test('attack: looking ahead, by every way an attempt is read', async () => {
    const { id } = await start()
    const ways = [await learner.ok(READ, { id }), await learner.ok(START, { quiz: String(quiz._id), enrolment }),
      await learner.ok(`query ($e: ID!) { enrolment(id: $e) { quizzes { attempts { ${ATTEMPT} } } } }`, { e: enrolment }), await learner.ok(TURN, { attempt: id, from: 0 })]
    expect(JSON.stringify(ways)).not.toMatch(/Terkunci|bagian dua/)
  })
  test('attack: skipping pages, turning back, and turning another’s', async () => {
    const { id } = await start()
    for (const from of [1, 2, 99, -5]) expect(await learner.refused(TURN, { attempt: id, from })).toBe('PAGE_CLOSED')
    await turn(id, 0)
    await turn(id, 1)
    expect(await learner.refused(TURN, { attempt: id, from: 0 })).toBe('PAGE_CLOSED')
    expect(await other.refused(TURN, { attempt: id, from: 2 })).toBe('NOT_FOUND')
  })
  test('attack: a save that races with turning its page is saved before it or not at all', async () => {
    for (let times = 0; times < 5; times++) {
      await scene()
      const { id } = await start()
      const [saved] = await Promise.all([learner.send(SAVE, save(id, 'q1')), learner.send(TURN, { attempt: id, from: 0 })])
      const [stored] = (await AttemptModel.findById(id).select('+questions').lean<any>())!.questions
      expect(stored.answer === null).toBe(saved.refusal?.code === 'PAGE_CLOSED')
    }
  })
  test('a quiz that changes its way leaves attempts under way as they began', async () => {
    const { id } = await start()
    await QuizModel.updateOne({ _id: quiz._id }, { $set: { navigation: 'FREE' } })
    expect((await learner.ok(READ, { id })).attempt).toMatchObject({ navigation: 'SEQUENTIAL', questions: [{ id: 'q1' }, { id: 'q2' }] })
  })
})

test('freely, every page is given, and turning changes nothing', async () => {
  await scene({ navigation: 'FREE' })
  const attempt = await start()
  expect(attempt.questions.map(({ page }: { page: number }) => page)).toEqual([0, 0, 1, 2, 2])
  expect(await turn(attempt.id, 0)).toMatchObject({ page: 0, pageCount: 3 })
  await learner.ok(SAVE, save(attempt.id, 'q5'))
})

test('an attempt begun before there were pages has one for each question', async () => {
  await scene({ navigation: 'FREE' })
  const { id } = await start()
  await AttemptModel.updateOne({ _id: id }, { $unset: { page: 1, navigation: 1, sections: 1, 'questions.$[].page': 1, 'questions.$[].section': 1, 'questions.$[].pilot': 1 } })
  expect((await learner.ok(READ, { id })).attempt).toMatchObject({ navigation: 'FREE', page: 0, pageCount: 5, sections: [], questions: [{ page: 0, section: null }, { page: 1 }, { page: 2 }, { page: 3 }, { page: 4 }] })
})
