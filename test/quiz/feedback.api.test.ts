import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { reviewItems, type ReviewItem, type ReviewMoment } from '../../server/quiz/domain/review.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const SPECIFIC = 'specificFeedback { choices { choice text } answer outcome }'
const QUESTION = `id kind seq phase outcome feedback ${SPECIFIC}`
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id questions { ${QUESTION} } } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const CHECK = `mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { checkAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { ${QUESTION} } }`
const AGAIN = `mutation ($attempt: ID!, $question: ID!, $seq: Int!) { tryAgain(attempt: $attempt, question: $question, seq: $seq) { ${QUESTION} } }`
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { questions { ${QUESTION} } } }`
const READ = `query ($id: ID!) { attempt(id: $id) { shown questions { ${QUESTION} } } }`

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

const outcomeFeedback = { right: '<p>hasil-benar</p>', partly: '<p>hasil-sebagian</p>', wrong: '<p>hasil-salah</p>' }
/** Of every choice and pattern something is said that names it. */
const questions = () => {
  const [several, short] = [aQuestion('MULTIPLE_CHOICE'), aQuestion('SHORT_ANSWER')]
  return [
    { ...several, outcomeFeedback, choices: several.choices.map((choice, at) => ({ ...choice, feedback: `<p>tentang-${at}</p>` })) },
    { ...short, outcomeFeedback, patterns: [{ text: 'Ombudsman', fraction: 1, feedback: '<p>tepat</p>' }, { text: 'Om*', fraction: 0.5, feedback: '<p>hampir</p>' }] },
    aQuestion('TRUE_FALSE', { outcomeFeedback }),
  ]
}

async function scene(fields: Partial<QuizDoc> = {}) {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(made, { shuffle: false, questions: questions(), ...fields })
  const learner = await app.client(person)
  const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  const ids = quiz.questions[0]!.choices.map(({ id }) => id)
  return { made, cls, quiz, learner, ids, attempt: startAttempt }
}
type Scene = Awaited<ReturnType<typeof scene>>
const send = (query: string) => async ({ learner, attempt }: Scene, at: number, seq: number, answer?: object) =>
  Object.values(await learner.ok(query, { attempt: attempt.id, question: attempt.questions[at].id, seq, ...(answer && { answer }) }))[0] as any
const [save, check, again] = [send(SAVE), send(CHECK), send(AGAIN)]
const submit = async ({ learner, attempt }: Scene) => (await learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt.questions
const only = (moment: ReviewMoment, items: ReviewItem[]) => ({ during: [], immediately: [], whileOpen: [], afterClose: [], [moment]: items })

describe('what is said of an answer, to who gave it', () => {
  test('after handing in: of the choices taken, the pattern that fits, and by outcome', async () => {
    const taken = await scene()
    await save(taken, 0, 0, { choices: [taken.ids[0], taken.ids[2]] })
    await save(taken, 1, 0, { text: 'ombuds' })
    await save(taken, 2, 0, { truth: true })
    expect((await submit(taken)).map((one: any) => one.specificFeedback)).toEqual([
      { choices: [{ choice: taken.ids[0], text: '<p>tentang-0</p>' }, { choice: taken.ids[2], text: '<p>tentang-2</p>' }], answer: null, outcome: '<p>hasil-salah</p>' },
      { choices: [], answer: '<p>hampir</p>', outcome: '<p>hasil-sebagian</p>' }, { choices: [], answer: null, outcome: '<p>hasil-benar</p>' },
    ])
  })
  test('at once when it is judged, and gone when it is tried again', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', questions: questions().map(one => ({ ...one, hints: [{ text: '<p>h</p>', clearWrong: true, showCount: false }] })) })
    expect(await check(taken, 0, 0, { choices: [taken.ids[1], taken.ids[2]] })).toMatchObject({ phase: 'HINT', feedback: null, specificFeedback: { choices: [{ choice: taken.ids[1] }, { choice: taken.ids[2] }], outcome: '<p>hasil-salah</p>' } })
    expect(await again(taken, 0, 1)).toMatchObject({ phase: 'ANSWERING', specificFeedback: null })
    expect(await check(taken, 0, 2, { choices: taken.ids.slice(0, 2) })).toMatchObject({ phase: 'CLOSED', specificFeedback: { choices: [{ text: '<p>tentang-0</p>' }, { text: '<p>tentang-1</p>' }], outcome: '<p>hasil-benar</p>' } })
  })
  test('who marks sees it; once they marked the answer themselves it is not said by outcome any more', async () => {
    const taken = await scene()
    await save(taken, 0, 0, { choices: [taken.ids[2]] })
    await submit(taken)
    const instructor = await app.client(await anInstructor(taken.cls))
    const seen = async () => (await instructor.ok(READ, { id: taken.attempt.id })).attempt.questions[0].specificFeedback
    expect(await seen()).toMatchObject({ choices: [{ text: '<p>tentang-2</p>' }], outcome: '<p>hasil-salah</p>' })
    await instructor.ok('mutation ($a: ID!, $q: ID!) { markAnswer(attempt: $a, question: $q, marked: 0, input: { points: 1, comment: "", reason: "Dapat diterima." }) { id } }', { a: taken.attempt.id, q: taken.attempt.questions[0].id })
    expect(await seen()).toMatchObject({ choices: [{ text: '<p>tentang-2</p>' }], outcome: null })
  })
  test('an attempt from before it was kept says nothing of it', async () => {
    const taken = await scene()
    await save(taken, 2, 0, { truth: true })
    await submit(taken)
    await AttemptModel.collection.updateOne({ number: 1, quiz: taken.quiz._id }, { $unset: { 'questions.$[].specific': 1, 'keys.$[].outcomeFeedback': 1 } })
    expect((await taken.learner.ok(READ, { id: taken.attempt.id })).attempt.questions.map((one: any) => one.specificFeedback)).toEqual([null, null, null])
  })
})

describe('attacks', () => {
  const secrets = (text: string) => [...new Set(text.match(/tentang-\d|hasil-\w+|tepat|hampir/g) ?? [])].sort()
  test('feedback of an answer that was not given is never sent, whatever the quiz shows', async () => {
    const taken = await scene({ review: { during: [...reviewItems], immediately: [...reviewItems], whileOpen: [...reviewItems], afterClose: [...reviewItems] } })
    const open = JSON.stringify([taken.attempt, await save(taken, 0, 0, { choices: [taken.ids[1]] }), await save(taken, 1, 0, { text: 'lain' }), await taken.learner.ok(READ, { id: taken.attempt.id })])
    expect(secrets(open)).toEqual([])
    const done = JSON.stringify([await submit(taken), await taken.learner.ok(READ, { id: taken.attempt.id })])
    expect(secrets(done)).toEqual(['hasil-salah', 'hasil-sebagian', 'tentang-1'])
  })
  test('nor of one question judged on the way more than of the answer that was judged', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE' })
    expect(secrets(JSON.stringify([await check(taken, 0, 0, { choices: [taken.ids[2]] }), await taken.learner.ok(READ, { id: taken.attempt.id })]))).toEqual(['hasil-salah', 'tentang-2'])
    await save(taken, 0, 1, { choices: [taken.ids[0]] })
    expect(secrets(JSON.stringify(await taken.learner.ok(READ, { id: taken.attempt.id })))).toEqual(['hasil-salah', 'tentang-2'])
  })
  test.each([
    ['while it is taken', { behaviour: 'IMMEDIATE' as const, review: only('during', reviewItems.filter(item => item !== 'SPECIFIC_FEEDBACK')) }, true],
    ['after it', { review: only('immediately', reviewItems.filter(item => item !== 'SPECIFIC_FEEDBACK')) }, false],
    ['at another moment than its own', { review: only('afterClose', [...reviewItems]) }, false],
  ])('before its moment it is not there: %s', async (_, fields, now) => {
    const taken = await scene(fields)
    const answer = { choices: [taken.ids[0]] }
    const replies = now ? [await check(taken, 0, 0, answer)] : [await save(taken, 0, 0, answer), await submit(taken)]
    expect(secrets(JSON.stringify([replies, await taken.learner.ok(READ, { id: taken.attempt.id })]))).toEqual([])
  })
  test('who takes a quiz reads it nowhere else; who edits it does', async () => {
    const taken = await scene()
    const QUIZ = 'query ($id: ID!) { quiz(id: $id) { editorQuestions { body { outcomeFeedback { right } choices { feedback } patterns { feedback } } } } }'
    expect(secrets(JSON.stringify(await taken.learner.send(QUIZ, { id: String(taken.quiz._id) })))).toEqual([])
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', taken.made.course.partner]] }))
    expect(secrets(JSON.stringify(await author.ok(QUIZ, { id: String(taken.quiz._id) })))).toContain('tentang-2')
  })
})

test('an author who saves what they read changes nothing of it, and an older question has none', async () => {
  const taken = await scene()
  const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', taken.made.course.partner]] }))
  const [, , last] = taken.quiz.questions
  const body = { kind: 'TRUE_FALSE', text: last!.text, right: true, outcomeFeedback: { ...outcomeFeedback, partly: '' } }
  const UPDATE = 'mutation ($quiz: ID!, $question: ID!, $revision: Int!, $input: QuestionInput!) { updateQuestion(quiz: $quiz, question: $question, revision: $revision, input: $input) { editorQuestions { body { outcomeFeedback { right partly wrong } } } } }'
  const said = (await author.ok(UPDATE, { quiz: String(taken.quiz._id), question: last!.id, revision: taken.quiz.revision, input: { body } })).updateQuestion.editorQuestions
  expect(said[2].body.outcomeFeedback).toEqual(body.outcomeFeedback)
  const stored = (await QuizModel.findById(taken.quiz._id).lean<QuizDoc>())!.questions
  expect(stored[2]).not.toHaveProperty('hints')
  expect(stored[2]!.outcomeFeedback).toEqual(body.outcomeFeedback)
})
