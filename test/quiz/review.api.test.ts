import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ClassModel } from '../../server/course/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { QuizOverrideModel } from '../../server/quiz/overrideModel.ts'
import { reviewItems, reviewMoments, type ReviewItem, type ReviewMoment } from '../../server/quiz/domain/review.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { accepting, aQuestion, aQuiz, rightAnswer } from '../support/quiz.ts'

const ANSWER = 'choices truth text number unit pairs { stem match } order gaps { gap text }'
const ATTEMPT = `id state mark passed shown overallFeedback questions { id kind phase outcome mark feedback partsRight parts matching { stems { id text } matches { id text } } rightAnswer { ${ANSWER} } answer { ${ANSWER} } }`
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id questions { id kind text seq matching { stems { id text } matches { id text } } } } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const CHECK = `mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { checkAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { id phase outcome mark feedback rightAnswer { ${ANSWER} } } }`
const READ = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizMark quizzes { mark passed marksHidden attempts { mark passed } } } }'

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

const none = { during: [], immediately: [], whileOpen: [], afterClose: [] }
const only = (moment: ReviewMoment, ...items: ReviewItem[]) => ({ ...none, [moment]: items })

async function scene(fields: Partial<QuizDoc> = {}) {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(made, { shuffle: false, questions: [aQuestion('SINGLE_CHOICE'), aQuestion('SHORT_ANSWER', accepting('kunci-rahasia')), aQuestion('MATCHING')], ...fields })
  const learner = await app.client(person)
  const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  return { made, cls, quiz, learner, enrolment, attempt: startAttempt }
}
type Scene = Awaited<ReturnType<typeof scene>>
const answer = ({ learner, attempt, quiz }: Scene, at: number) =>
  learner.ok(SAVE, { attempt: attempt.id, question: attempt.questions[at].id, seq: 0, answer: rightAnswer(quiz.questions[at]!, attempt.questions[at]) })
const submit = ({ learner, attempt }: Scene) => learner.ok('mutation ($a: ID!) { submitAttempt(attempt: $a) { id } }', { a: attempt.id })
const read = async (client: Client, { attempt }: Scene) => (await client.ok(READ, { id: attempt.id })).attempt
/** The same attempt, looked at later: handed in so many minutes ago, or its class over. */
async function later({ attempt, cls }: Scene, moment: ReviewMoment) {
  if (moment === 'whileOpen') await AttemptModel.updateOne({ _id: attempt.id }, { finishedAt: new Date(app.services.now().getTime() - 5 * 60_000) })
  if (moment === 'afterClose') await ClassModel.updateOne({ _id: cls._id }, { endsOn: addDays(dayOf(app.services.now()), -1) })
}

describe('a learner sees of a finished attempt what its quiz says, when it says', () => {
  test.each(reviewMoments.slice(1).flatMap(moment => reviewItems.map(item => [moment, item] as const)))('%s: %s', async (moment, item) => {
    const taken = await scene({ review: only(moment, 'ATTEMPT', item), overallFeedback: [{ from: 0, text: '<p>keseluruhan</p>' }] })
    for (const at of [0, 2]) await answer(taken, at)
    await submit(taken)
    await later(taken, moment)
    const seen = await read(taken.learner, taken)
    const [question, , matching] = seen.questions
    expect(question.outcome).toBe(item === 'CORRECTNESS' ? 'RIGHT' : null)
    expect([question.mark, seen.mark, seen.passed]).toEqual(item === 'MARKS' ? [1, expect.closeTo(2 / 3, 9), false] : [null, null, null])
    expect(question.feedback).toEqual(item === 'GENERAL_FEEDBACK' ? expect.stringContaining('Umpan') : null)
    expect([matching.partsRight, matching.parts]).toEqual(item === 'SPECIFIC_FEEDBACK' ? [3, 3] : [null, null])
    expect(seen.overallFeedback).toBe(item === 'OVERALL_FEEDBACK' ? '<p>keseluruhan</p>' : null)
    expect(question.rightAnswer).toEqual(item === 'RIGHT_ANSWER' ? question.answer : null)
    expect(JSON.stringify(seen).includes('kunci-rahasia')).toBe(item === 'RIGHT_ANSWER')
    expect(seen.shown).toEqual(reviewItems.filter(one => one === 'ATTEMPT' || one === item || (one === 'MAX_MARKS' && item === 'MARKS')))
  })
  test('and at no other moment', async () => {
    const taken = await scene({ review: { ...none, afterClose: [...reviewItems] } })
    await answer(taken, 0)
    await submit(taken)
    expect(await read(taken.learner, taken)).toMatchObject({ mark: null, passed: null, questions: [], shown: [] })
    await later(taken, 'whileOpen')
    expect(await read(taken.learner, taken)).toMatchObject({ mark: null, questions: [] })
    await later(taken, 'afterClose')
    expect((await read(taken.learner, taken)).questions[1].rightAnswer.text).toBe('kunci-rahasia')
  })
  test('it closes when it closes for this learner, whatever the class', async () => {
    const taken = await scene({ review: { ...none, whileOpen: ['ATTEMPT'], afterClose: ['ATTEMPT', 'RIGHT_ANSWER'] } })
    await submit(taken)
    await later(taken, 'whileOpen')
    const rightOf = async () => (await read(taken.learner, taken)).questions[1].rightAnswer?.text ?? null
    expect(await rightOf()).toBeNull()
    const closes = (inMinutes: number) => ({ closesAt: new Date(app.services.now().getTime() + inMinutes * 60_000) })
    const shared = { quiz: taken.quiz._id, class: taken.cls._id, reason: 'sakit', by: taken.enrolment.person, at: app.services.now() }
    await QuizOverrideModel.create({ ...shared, enrolment: null, ...closes(-1) })
    expect(await rightOf()).toBe('kunci-rahasia')
    await QuizOverrideModel.create({ ...shared, enrolment: taken.enrolment._id, ...closes(60) })
    expect(await rightOf()).toBeNull()
  })
  test('an attempt at a quiz from before there was a choice shows all but the right answers', async () => {
    const taken = await scene()
    await QuizModel.collection.updateOne({ _id: taken.quiz._id }, { $unset: { review: 1, overallFeedback: 1, behaviour: 1, penalty: 1 } })
    await answer(taken, 0)
    await submit(taken)
    expect(await read(taken.learner, taken)).toMatchObject({ mark: expect.any(Number), questions: [{ outcome: 'RIGHT', mark: 1, rightAnswer: null, feedback: expect.any(String) }, { outcome: 'GAVE_UP' }, {}] })
  })
})

describe('attacks', () => {
  test('a key asked for during an attempt is not there, whatever is ticked for later', async () => {
    const taken = await scene({ review: { ...none, during: [...reviewItems], immediately: [...reviewItems] } })
    await answer(taken, 0)
    const seen = await read(taken.learner, taken)
    expect(seen.questions.map(({ rightAnswer: right, outcome, mark, feedback }: any) => [right, outcome, mark, feedback])).toEqual([[null, null, null, null], [null, null, null, null], [null, null, null, null]])
    expect(JSON.stringify(seen)).not.toContain('kunci-rahasia')
  })
  test('of one question judged for good its own key is told, of the others none', async () => {
    const taken = await scene({ behaviour: 'IMMEDIATE', review: only('during', 'RIGHT_ANSWER') })
    const [question, short] = taken.attempt.questions
    const wrong = taken.quiz.questions[0]!.choices.find(({ right }) => !right)!.id
    const { checkAnswer } = await taken.learner.ok(CHECK, { attempt: taken.attempt.id, question: question.id, seq: 0, answer: { choices: [wrong] } })
    expect(checkAnswer).toMatchObject({ phase: 'CLOSED', outcome: null, mark: null, feedback: null, rightAnswer: { choices: [taken.quiz.questions[0]!.choices.find(({ right }) => right)!.id] } })
    const seen = await read(taken.learner, taken)
    expect(seen.questions.find(({ id }: any) => id === short.id).rightAnswer).toBeNull()
    expect(JSON.stringify(seen)).not.toContain('kunci-rahasia')
  })
  test('marks that are hidden are hidden everywhere: attempt, standing, course', async () => {
    const taken = await scene({ review: none })
    for (const at of [0, 1, 2]) await answer(taken, at)
    await submit(taken)
    const { enrolment } = await taken.learner.ok(STANDING, { id: String(taken.enrolment._id) })
    expect(enrolment).toMatchObject({ quizMark: null, quizzes: [{ mark: null, passed: false, marksHidden: true, attempts: [{ mark: null, passed: null }] }] })
    const instructor = await app.client(await anInstructor(taken.cls))
    expect((await instructor.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment).toMatchObject({ quizMark: 1, quizzes: [{ mark: 1, passed: true, marksHidden: false }] })
  })
  test('who answers for a quiz sees attempts whole, the key only who may edit it', async () => {
    const taken = await scene({ review: none })
    await submit(taken)
    const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
    expect(await read(auditor, taken)).toMatchObject({ mark: 0, questions: [{ outcome: 'GAVE_UP', rightAnswer: null }, {}, {}] })
    const instructor = await app.client(await anInstructor(taken.cls))
    const edits = (await instructor.ok('query ($id: ID!) { quiz(id: $id) { viewerCan { edit } } }', { id: String(taken.quiz._id) })).quiz.viewerCan.edit
    expect((await read(instructor, taken)).questions[1].rightAnswer?.text ?? null).toBe(edits ? 'kunci-rahasia' : null)
  })
})

describe('settings', () => {
  const SET = 'mutation ($quiz: ID!, $revision: Int!, $input: QuizInput!) { updateQuiz(quiz: $quiz, revision: $revision, input: $input) { revision behaviour penalty review { during immediately whileOpen afterClose } overallFeedback { from text } } }'
  const base = { title: 'Kuis', instructions: '', gradeMethod: 'LAST', passMark: 0.8, shuffle: false }
  const author = async ({ made }: Scene) => app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
  test('are saved; what is left out stays', async () => {
    const taken = await scene()
    const client = await author(taken)
    const review = { during: ['MARKS', 'ATTEMPT', 'MARKS'], immediately: [], whileOpen: ['ATTEMPT'], afterClose: ['RIGHT_ANSWER'] }
    const first = (await client.ok(SET, { quiz: String(taken.quiz._id), revision: 0, input: { ...base, behaviour: 'ADAPTIVE', penalty: 0.2, review, overallFeedback: [{ from: 0, text: '<p>a<script>x</script></p>' }, { from: 0.8, text: '<p>b</p>' }] } })).updateQuiz
    expect(first).toEqual({ revision: 1, behaviour: 'ADAPTIVE', penalty: 0.2, review: { ...review, during: ['ATTEMPT', 'MARKS'] }, overallFeedback: [{ from: 0.8, text: '<p>b</p>' }, { from: 0, text: '<p>a</p>' }] })
    expect((await client.ok(SET, { quiz: String(taken.quiz._id), revision: 1, input: base })).updateQuiz).toEqual({ ...first, revision: 2 })
  })
  test.each([
    ['a penalty above all', { penalty: 1.5 }, 'OUT_OF_RANGE', 'input.penalty'], ['a mark above all', { overallFeedback: [{ from: 2, text: 'x' }] }, 'OUT_OF_RANGE', 'input.overallFeedback.0.from'],
    ['words for nothing', { overallFeedback: [{ from: 0, text: '' }] }, 'REQUIRED', 'input.overallFeedback.0.text'], ['two of one mark', { overallFeedback: [{ from: 0.5, text: 'x' }, { from: 0.5, text: 'y' }] }, 'NOT_UNIQUE', 'input.overallFeedback.1.from'],
    ['twenty bands', { overallFeedback: Array.from({ length: 20 }, (_, at) => ({ from: at / 20, text: 'x' })) }, 'TOO_LONG', 'input.overallFeedback'],
  ])('%s is refused', async (_, fields, code, field) => {
    const taken = await scene()
    const { errors } = await (await author(taken)).send(SET, { quiz: String(taken.quiz._id), revision: 0, input: { ...base, ...fields } })
    expect(errors?.[0]).toMatchObject({ extensions: { code, field } })
  })
  test('words of the whole are not for learners to read beforehand', async () => {
    const taken = await scene({ overallFeedback: [{ from: 0, text: 'x' }] })
    expect((await taken.learner.ok('query ($id: ID!) { quiz(id: $id) { overallFeedback { text } } }', { id: String(taken.quiz._id) })).quiz.overallFeedback).toBeNull()
  })
})
