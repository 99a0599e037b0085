import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EnrolmentDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aQuestion, aQuiz, rightAnswer } from '../support/quiz.ts'

const QUESTION = `id kind phase canCheck tries triesLeft outcome mark feedback seq certainty certaintyAssumed choices { id text } matching { stems { id text } matches { id text } }
  checked { choices truth } answer { choices truth number pairs { stem match } } hint { text partsRight parts }`
const ATTEMPT = `id state behaviour penalty mark passed questions { ${QUESTION} }`
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`
const CHECK = `mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { checkAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { ${QUESTION} } }`
const AGAIN = `mutation ($attempt: ID!, $question: ID!, $seq: Int!) { tryAgain(attempt: $attempt, question: $question, seq: $seq) { ${QUESTION} } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!, $certainty: Int) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer, certainty: $certainty) { seq } }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`
const READ = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

type Scene = { quiz: QuizDoc; learner: Client; instructor: Client; enrolment: EnrolmentDoc; attempt: any }
async function scene(fields: Partial<QuizDoc>): Promise<Scene> {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(made, { shuffle: false, ...fields })
  const learner = await app.client(person)
  const instructor = await app.client(await anInstructor(cls))
  const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  return { quiz, learner, instructor, enrolment, attempt: startAttempt }
}
const hint = (text: string, options = {}) => ({ text: `<p>${text}</p>`, clearWrong: false, showCount: false, ...options })
const choice = (fields = {}) => aQuestion('SINGLE_CHOICE', fields)
const wrongOf = (quiz: QuizDoc, at = 0) => ({ choices: [quiz.questions[at]!.choices.find(({ right }) => !right)!.id] })
const rightOf = (quiz: QuizDoc, at = 0, dealt?: any) => rightAnswer(quiz.questions[at]!, dealt)
const check = async ({ learner, attempt }: Scene, seq: number, answer: unknown, at = 0) =>
  (await learner.ok(CHECK, { attempt: attempt.id, question: attempt.questions[at].id, seq, answer })).checkAnswer
const again = async ({ learner, attempt }: Scene, seq: number, at = 0) => (await learner.ok(AGAIN, { attempt: attempt.id, question: attempt.questions[at].id, seq })).tryAgain
const submit = async ({ learner, attempt }: Scene) => (await learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt
const codesOf = async ({ learner, attempt }: Scene, mutation: string, variables: object, at = 0) =>
  (await learner.send(mutation, { attempt: attempt.id, question: attempt.questions[at].id, ...variables })).errors?.map((error: any) => error.extensions.code)

describe('at once', () => {
  test('a checked answer is told what it is worth, why, and is closed for good', async () => {
    const taken = await scene({ behaviour: 'IMMEDIATE', questions: [choice(), aQuestion('NUMERIC')] })
    expect(taken.attempt).toMatchObject({ behaviour: 'IMMEDIATE', questions: [{ phase: 'ANSWERING', canCheck: true, outcome: null, mark: null, feedback: null, tries: 0 }, { canCheck: true }] })
    expect(await check(taken, 0, rightOf(taken.quiz))).toMatchObject({ phase: 'CLOSED', canCheck: false, outcome: 'RIGHT', mark: 1, seq: 1, feedback: expect.stringContaining('Umpan balik') })
    expect(await codesOf(taken, SAVE, { seq: 1, answer: wrongOf(taken.quiz) })).toEqual(['QUESTION_CLOSED'])
    expect(await codesOf(taken, CHECK, { seq: 1, answer: wrongOf(taken.quiz) })).toEqual(['QUESTION_CLOSED'])
    expect(await submit(taken)).toMatchObject({ mark: 0.5, questions: [{ outcome: 'RIGHT', mark: 1, tries: 1 }, { outcome: 'GAVE_UP', mark: 0 }] })
  })
  test('a check whose reply was lost is the same check', async () => {
    const taken = await scene({ behaviour: 'IMMEDIATE', questions: [choice()] })
    expect(await check(taken, 0, wrongOf(taken.quiz))).toEqual(await check(taken, 0, wrongOf(taken.quiz)))
    expect((await AttemptModel.findById(taken.attempt.id).select('+questions').lean<any>()).questions[0].steps).toHaveLength(1)
  })
  test('ten checks at once are one', async () => {
    const taken = await scene({ behaviour: 'IMMEDIATE', questions: [choice()] })
    const answers = [wrongOf(taken.quiz), rightOf(taken.quiz)]
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => taken.learner.send(CHECK, { attempt: taken.attempt.id, question: taken.attempt.questions[0].id, seq: 0, answer: answers[at % 2] })))
    const outcomes = new Set(replies.flatMap(({ data }) => (data?.checkAnswer ? [data.checkAnswer.outcome] : [])))
    expect(outcomes.size).toBe(1)
    expect((await AttemptModel.findById(taken.attempt.id).select('+questions').lean<any>()).questions[0].steps).toHaveLength(1)
  })
})

describe('with hints', () => {
  const questions = () => [choice({ hints: [hint('Baca pasal 5.'), hint('Baca pasal 6.')] })]
  test('hints come one after the other, each try costs, and the last one closes', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', penalty: 0.25, questions: questions() })
    expect(taken.attempt.questions[0]).toMatchObject({ triesLeft: null, hint: null })
    expect(await check(taken, 0, wrongOf(taken.quiz))).toMatchObject({ phase: 'HINT', triesLeft: 2, outcome: 'WRONG', feedback: null, hint: { text: '<p>Baca pasal 5.</p>', partsRight: null } })
    expect(await codesOf(taken, SAVE, { seq: 1, answer: rightOf(taken.quiz) })).toEqual(['TRY_AGAIN_FIRST'])
    expect(await again(taken, 1)).toMatchObject({ phase: 'ANSWERING', canCheck: true, seq: 2, hint: { text: '<p>Baca pasal 5.</p>' } })
    expect(await again(taken, 1)).toMatchObject({ phase: 'ANSWERING', seq: 2 })
    expect(await check(taken, 2, rightOf(taken.quiz))).toMatchObject({ phase: 'CLOSED', outcome: 'RIGHT', mark: 0.75, tries: 2 })
    expect(await submit(taken)).toMatchObject({ mark: 0.75, questions: [{ tries: 2, outcome: 'RIGHT' }] })
  })
  test('as many tries as hints and one: then nothing is open any more', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', questions: questions() })
    const [first, second] = taken.quiz.questions[0]!.choices.filter(({ right }) => !right)
    for (const [seq, pick] of [[0, first], [2, second]] as const) {
      await check(taken, seq, { choices: [pick!.id] })
      await again(taken, seq + 1)
    }
    expect(await check(taken, 4, { choices: [first!.id] })).toMatchObject({ phase: 'CLOSED', outcome: 'WRONG', triesLeft: 0, feedback: expect.any(String) })
    expect(await codesOf(taken, AGAIN, { seq: 5 })).toEqual(['WRONG_STATE'])
  })
  test('a hint tells how many are right and takes the wrong ones away; neither costs', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', questions: [aQuestion('MATCHING', { hints: [hint('Lihat lagi.', { clearWrong: true, showCount: true })] })] })
    const dealt = taken.attempt.questions[0]
    const { pairs } = rightOf(taken.quiz, 0, dealt) as { pairs: { stem: string; match: string }[] }
    const mixed = [pairs[0]!, { ...pairs[1]!, match: pairs[2]!.match }, { ...pairs[2]!, match: pairs[1]!.match }]
    expect(await check(taken, 0, { pairs: mixed })).toMatchObject({ outcome: 'PARTIAL', hint: { partsRight: 1, parts: 3 } })
    expect(await again(taken, 1)).toMatchObject({ answer: { pairs: [pairs[0]] }, checked: {} })
    const done = await submit(taken)
    expect(done.questions[0]).toMatchObject({ tries: 1, outcome: 'PARTIAL' })
    expect(done.mark).toBeCloseTo(1 / 3, 12)
  })
  test('checking again what a hint left standing is no try', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', questions: [aQuestion('MULTIPLE_CHOICE', { hints: [hint('Kurang satu.', { clearWrong: true })] })] })
    const [right, , wrong] = taken.quiz.questions[0]!.choices.map(({ id }) => id)
    await check(taken, 0, { choices: [right, wrong] })
    expect(await again(taken, 1)).toMatchObject({ answer: { choices: [right] }, checked: { choices: [right] }, triesLeft: 1 })
    expect(await check(taken, 2, { choices: [right] })).toMatchObject({ phase: 'ANSWERING', tries: 1, triesLeft: 1 })
  })
  test('the next hint is nowhere to be read before its try', async () => {
    const taken = await scene({ behaviour: 'INTERACTIVE', questions: questions() })
    const text = JSON.stringify([taken.attempt, await check(taken, 0, wrongOf(taken.quiz)), await taken.learner.ok(READ, { id: taken.attempt.id })])
    expect(text).not.toContain('pasal 6')
  })
})

describe('with any number of tries', () => {
  test('the best counts, each try costs, and it stays open', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', penalty: 0.1, questions: [choice()] })
    expect(await check(taken, 0, wrongOf(taken.quiz))).toMatchObject({ phase: 'ANSWERING', canCheck: true, outcome: 'WRONG', mark: 0, tries: 1, triesLeft: null, checked: wrongOf(taken.quiz) })
    expect(await check(taken, 1, wrongOf(taken.quiz))).toMatchObject({ tries: 1, seq: 2 })
    expect(await check(taken, 2, rightOf(taken.quiz))).toMatchObject({ outcome: 'RIGHT', mark: 0.9, tries: 2 })
    expect(await submit(taken)).toMatchObject({ mark: 0.9 })
  })
  test('a changed answer that was not checked counts as a try when it is handed in', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', penalty: 0.1, questions: [choice()] })
    await check(taken, 0, wrongOf(taken.quiz))
    await taken.learner.ok(SAVE, { attempt: taken.attempt.id, question: taken.attempt.questions[0].id, seq: 1, answer: rightOf(taken.quiz) })
    expect(await submit(taken)).toMatchObject({ mark: 0.9, questions: [{ tries: 2 }] })
  })
  test('an answer that leaves pairs open is not judged and costs nothing', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', questions: [aQuestion('MATCHING')] })
    const { pairs } = rightOf(taken.quiz, 0, taken.attempt.questions[0]) as { pairs: object[] }
    expect(await codesOf(taken, CHECK, { seq: 0, answer: { pairs: pairs.slice(0, 2) } })).toEqual(['ANSWER_INCOMPLETE'])
    expect(await codesOf(taken, CHECK, { seq: 0, answer: {} })).toEqual(['ANSWER_INCOMPLETE'])
    expect(await check(taken, 0, { pairs })).toMatchObject({ mark: 1, tries: 1 })
  })
  test('fifty answers are judged, no more: what is asked of a machine has an end', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', questions: [aQuestion('NUMERIC')] })
    for (let at = 0; at < 50; at++) await check(taken, at, { number: at })
    expect(await codesOf(taken, CHECK, { seq: 50, answer: { number: 50 } })).toEqual(['OUT_OF_RANGE'])
  })
})

describe('by certainty', () => {
  test('who is sure and wrong loses; the whole is not below nothing', async () => {
    const taken = await scene({ behaviour: 'CERTAINTY', questions: [choice(), choice(), choice()] })
    const save = (at: number, answer: unknown, certainty: number | null) => taken.learner.ok(SAVE, { attempt: taken.attempt.id, question: taken.attempt.questions[at].id, seq: 0, answer, certainty })
    await save(0, rightOf(taken.quiz, 0), 3)
    await save(1, rightOf(taken.quiz, 1), null)
    await save(2, wrongOf(taken.quiz, 2), 2)
    const done = await submit(taken)
    const marks = done.questions.map(({ mark }: { mark: number }) => mark * 3)
    expect(marks).toEqual([3, expect.closeTo(1, 12), expect.closeTo(-2, 12)])
    expect(done.questions).toMatchObject([{ certainty: 3, outcome: 'RIGHT' }, { certainty: 1, certaintyAssumed: true }, { outcome: 'WRONG' }])
    expect(done.mark).toBeCloseTo(2 / 9, 12)
    const sunk = await scene({ behaviour: 'CERTAINTY', questions: [choice()] })
    await sunk.learner.ok(SAVE, { attempt: sunk.attempt.id, question: sunk.attempt.questions[0].id, seq: 0, answer: wrongOf(sunk.quiz), certainty: 3 })
    expect(await submit(sunk)).toMatchObject({ mark: 0, passed: false, questions: [{ mark: -2 }] })
  })
  test('saying how sure one is counts as a change of the answer, and is 1 to 3', async () => {
    const taken = await scene({ behaviour: 'CERTAINTY', questions: [choice()] })
    const answer = rightOf(taken.quiz)
    expect(await codesOf(taken, SAVE, { seq: 0, answer, certainty: 4 })).toEqual(['OUT_OF_RANGE'])
    expect(await codesOf(taken, SAVE, { seq: 0, answer, certainty: 2 })).toEqual([])
    expect(await codesOf(taken, SAVE, { seq: 0, answer, certainty: 2 })).toEqual([])
    expect(await codesOf(taken, SAVE, { seq: 0, answer, certainty: 3 })).toEqual(['ANSWERED_ELSEWHERE'])
  })
})

describe('where nothing is checked', () => {
  test.each(['DEFERRED', 'CERTAINTY'] as const)('%s judges at the end alone', async behaviour => {
    const taken = await scene({ behaviour, questions: [choice()] })
    expect(taken.attempt.questions[0].canCheck).toBe(false)
    expect(await codesOf(taken, CHECK, { seq: 0, answer: rightOf(taken.quiz) })).toEqual(['NO_CHECK'])
    expect(await codesOf(taken, AGAIN, { seq: 0 })).toEqual(['NO_CHECK'])
  })
  test('an essay is judged by people, whatever the behaviour', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', questions: [aQuestion('ESSAY')] })
    expect(await codesOf(taken, CHECK, { seq: 0, answer: { text: 'Uraian' } })).toEqual(['NO_CHECK'])
  })
  test('a quiz changed meanwhile changes no attempt under way', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', penalty: 0.1, questions: [choice()] })
    await QuizModel.updateOne({ _id: taken.quiz._id }, { behaviour: 'DEFERRED', penalty: 1 })
    await check(taken, 0, wrongOf(taken.quiz))
    expect(await check(taken, 1, rightOf(taken.quiz))).toMatchObject({ mark: 0.9 })
  })
})

describe('attacks', () => {
  test('a check of another’s attempt, by a learner of the same class or its instructor, is refused', async () => {
    const [mine, theirs] = [await scene({ behaviour: 'ADAPTIVE', questions: [choice()] }), await scene({ behaviour: 'ADAPTIVE', questions: [choice()] })]
    const variables = { attempt: theirs.attempt.id, question: theirs.attempt.questions[0].id, seq: 0, answer: rightOf(theirs.quiz) }
    for (const client of [mine.learner, theirs.instructor]) expect((await client.send(CHECK, variables)).errors?.length).toBe(1)
  })
  test('a check after handing in tells nothing', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', questions: [choice()] })
    await submit(taken)
    expect(await codesOf(taken, CHECK, { seq: 0, answer: rightOf(taken.quiz) })).toEqual(['ATTEMPT_CLOSED'])
  })
  test('a check after time tells nothing: what was saved is handed in', async () => {
    const taken = await scene({ behaviour: 'ADAPTIVE', questions: [choice()] })
    await AttemptModel.updateOne({ _id: taken.attempt.id }, { endsAt: new Date(app.services.now().getTime() - 61_000) })
    expect(await codesOf(taken, CHECK, { seq: 0, answer: rightOf(taken.quiz) })).toEqual(['TIME_OVER'])
  })
})
