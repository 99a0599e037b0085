import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, type QuizDoc } from '../../server/quiz/index.ts'
import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anEnrolment, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz, everyKind, rightAnswer } from '../support/quiz.ts'

const QUESTIONS = 'questions { id kind text mark feedback comment reason machineMark marked matching { matches { id text } } answer { text number unit order pairs { stem match } gaps { gap text } choices truth } }'
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id ${QUESTIONS} } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { id state mark passed ${QUESTIONS} } }`
const READ = `query ($id: ID!) { attempt(id: $id) { state mark passed viewerCan { mark } ${QUESTIONS} } }`
const MARK = 'mutation ($attempt: ID!, $question: ID!, $marked: Int!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: $marked, input: $input) { id state mark passed } }'
const DESK = 'query ($class: ID!, $quiz: ID!) { class(id: $class) { marking(quiz: $quiz) { quiz { id } questions { id text points waiting answers } } } }'
const PLACE = 'query ($class: ID!, $quiz: ID!, $question: ID, $at: ID) { class(id: $class) { marking(quiz: $quiz) { place(question: $question, at: $at) { number all done previous following nextWaiting slot { id attempt question marked person { fullName } } } } } }'
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizMark quizzes { mark passed attempts { state mark } } } }'

let app: TestApp
let cls: ClassDoc
let quiz: QuizDoc
let instructor: Client
let learner: Client
let enrolment: EnrolmentDoc
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  const made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [...everyKind(), aQuestion('ESSAY', { points: 3 }), aQuestion('ESSAY')], attemptsAllowed: 3 })
  instructor = await app.client(await anInstructor(cls))
  const taken = await aLearner(cls)
  learner = await app.client(taken.person)
  enrolment = taken.enrolment
})
const essays = () => quiz.questions.filter(({ kind }) => kind === 'ESSAY').map(({ id }) => id) as [string, string]

/** An attempt of the learner's with every question answered rightly, handed in. */
async function handedIn(who = learner, of = enrolment) {
  const { startAttempt } = await who.ok(START, { quiz: String(quiz._id), enrolment: String(of._id) })
  for (const dealt of startAttempt.questions) {
    await who.ok(SAVE, { attempt: startAttempt.id, question: dealt.id, seq: 0, answer: rightAnswer(quiz.questions.find(({ id }) => id === dealt.id)!, dealt) })
  }
  return (await who.ok(SUBMIT, { attempt: startAttempt.id })).submitAttempt
}
const place = async (where: { question?: string; at?: string | null }) => (await instructor.ok(PLACE, { class: String(cls._id), quiz: String(quiz._id), ...where })).class.marking.place
const mark = (attempt: string, question: string, points: number, { marked = 0, ...more }: { marked?: number; comment?: string; reason?: string } = {}) =>
  ({ attempt, question, marked, input: { points, ...more } })

describe('an attempt with what only people can mark', () => {
  test('every kind is asked, answered and marked; it waits without a mark, and never with a part of one', async () => {
    const attempt = await handedIn()
    expect(attempt).toMatchObject({ state: 'SUBMITTED', mark: null, passed: null })
    expect(attempt.questions.every((one: any) => one.mark === null && one.feedback === null)).toBe(true)
    expect((await learner.ok(STANDING, { id: String(enrolment._id) })).enrolment.quizzes[0]).toMatchObject({ mark: null, passed: false, attempts: [{ state: 'SUBMITTED', mark: null }] })
    const stored = await AttemptModel.findById(attempt.id).select('+questions').lean<any>()
    expect(stored.questions.filter(({ kind }: any) => kind !== 'ESSAY').map((one: any) => one.mark)).toEqual(Array.from({ length: 10 }, () => 1))
  })

  test('the last mark finishes it, and the learner sees marks and comments', async () => {
    const attempt = await handedIn()
    const [first, second] = essays()
    expect((await instructor.ok(MARK, mark(attempt.id, first, 1.5, { comment: 'Alasannya belum lengkap.' }))).markAnswer).toMatchObject({ state: 'SUBMITTED', mark: null })
    expect((await learner.ok(READ, { id: attempt.id })).attempt.questions.every((one: any) => one.mark === null && one.comment === null)).toBe(true)
    expect((await instructor.ok(MARK, mark(attempt.id, second, 1))).markAnswer).toMatchObject({ state: 'FINISHED', passed: true })
    const { attempt: read } = await learner.ok(READ, { id: attempt.id })
    expect(read.mark).toBeCloseTo((10 + 1.5 + 1) / 14, 12)
    expect(read.questions.find(({ id }: any) => id === first)).toMatchObject({ mark: 0.5, comment: 'Alasannya belum lengkap.', reason: null })
    expect((await learner.ok(STANDING, { id: String(enrolment._id) })).enrolment.quizMark).toBeCloseTo(12.5 / 14, 12)
  })

  test('all essays blank: nothing waits, and it is finished at once', async () => {
    const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
    expect((await learner.ok(SUBMIT, { attempt: startAttempt.id })).submitAttempt).toMatchObject({ state: 'FINISHED', mark: 0, passed: false })
  })

  test('time over hands it in to wait as well', async () => {
    const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
    await learner.ok(SAVE, { attempt: startAttempt.id, question: essays()[0], seq: 0, answer: { text: 'Uraian' } })
    app.clock.advance(31 * 60_000)
    expect((await learner.ok(READ, { id: startAttempt.id })).attempt).toMatchObject({ state: 'SUBMITTED', mark: null })
  })

  test('an essay longer than its words is refused; what was saved stays', async () => {
    const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
    const { refusal } = await learner.send(SAVE, { attempt: startAttempt.id, question: essays()[0], seq: 0, answer: { text: 'kata '.repeat(21) } })
    expect(refusal).toMatchObject({ code: 'TOO_MANY_WORDS', facts: { max: 20 }, field: 'answer.text' })
  })
})

describe('the marking desk', () => {
  test('shows each question what waits, without a name until it is marked', async () => {
    const other = await aLearner(cls)
    const [mine] = [await handedIn(), await handedIn(await app.client(other.person), other.enrolment)]
    const { marking } = (await instructor.ok(DESK, { class: String(cls._id), quiz: String(quiz._id) })).class
    expect(marking.questions.map(({ id, waiting, answers, points }: any) => [id, waiting, answers, points])).toEqual([[essays()[0], 2, 2, 3], [essays()[1], 2, 2, 1]])
    const first = await place({ question: essays()[0] })
    const second = await place({ question: essays()[0], at: first.following })
    expect([first, second]).toMatchObject([{ number: 1, all: 2, done: 0, previous: null, slot: { marked: 0, person: null } }, { number: 2, previous: first.slot.id, following: null, slot: { marked: 0, person: null } }])
    await instructor.ok(MARK, mark(mine.id, essays()[0], 2))
    const [waits, marked] = [first, second].map(({ slot }) => slot).sort((a, b) => Number(a.attempt === mine.id) - Number(b.attempt === mine.id))
    expect(await place({ question: essays()[0], at: marked.id })).toMatchObject({ done: 1, nextWaiting: waits.id, slot: { id: marked.id, marked: 1, person: { fullName: expect.any(String) } } })
    expect(await place({ question: essays()[0] })).toMatchObject({ nextWaiting: null, slot: { id: waits.id, person: null } })
  })
  test('person by person goes through all of one and then of the next, and names nobody until all of theirs are marked', async () => {
    const attempt = await handedIn()
    const first = await place({})
    expect(first).toMatchObject({ number: 1, all: 2, slot: { attempt: attempt.id, question: essays()[0] }, following: `${attempt.id}.${essays()[1]}` })
    await instructor.ok(MARK, mark(attempt.id, essays()[0], 1))
    expect(await place({ at: first.slot.id })).toMatchObject({ slot: { marked: 1, person: null }, nextWaiting: `${attempt.id}.${essays()[1]}` })
    await instructor.ok(MARK, mark(attempt.id, essays()[1], 1))
    expect(await place({})).toMatchObject({ done: 2, nextWaiting: null, slot: { person: { fullName: expect.any(String) } } })
  })
  test('at an answer that is not there any more is at the first that waits', async () => {
    const attempt = await handedIn()
    expect((await place({ at: 'lain' })).slot.attempt).toBe(attempt.id)
    expect(await place({ question: 'lain' })).toBeNull()
  })
  test('is there for who teaches the class alone', async () => {
    await handedIn()
    const elsewhere = await aClass(await aCourse(), { today: dayOf(app.services.now()) })
    const desk = async (who: Client) => (await who.ok(DESK, { class: String(cls._id), quiz: String(quiz._id) })).class?.marking ?? null
    expect(await desk(learner)).toBeNull()
    expect(await desk(await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] })))).toBeNull()
    expect(await desk(await app.client(await anInstructor(elsewhere)))).toBeNull()
    expect((await instructor.ok(DESK, { class: String(elsewhere._id), quiz: String(quiz._id) })).class?.marking ?? null).toBeNull()
  })
})

describe('marking', () => {
  test('twice by the lost reply is once; by another meanwhile is refused, and nothing is lost', async () => {
    const attempt = await handedIn()
    const [first] = essays()
    await instructor.ok(MARK, mark(attempt.id, first, 2, { comment: 'Baik' }))
    await instructor.ok(MARK, mark(attempt.id, first, 2, { comment: 'Baik' }))
    expect(await instructor.refused(MARK, mark(attempt.id, first, 3))).toBe('STALE')
    expect((await instructor.ok(READ, { id: attempt.id })).attempt.questions.find(({ id }: any) => id === first)).toMatchObject({ marked: 1, comment: 'Baik' })
    await instructor.ok(MARK, mark(attempt.id, first, 3, { marked: 1 }))
    expect((await instructor.ok(READ, { id: attempt.id })).attempt.questions.find(({ id }: any) => id === first)).toMatchObject({ marked: 2, mark: 1 })
  })
  test('two questions by two markers at once are both marked, and finish it', async () => {
    const attempt = await handedIn()
    const other = await app.client(await anInstructor(cls))
    await Promise.all([instructor.ok(MARK, mark(attempt.id, essays()[0], 3)), other.ok(MARK, mark(attempt.id, essays()[1], 1))])
    expect((await learner.ok(READ, { id: attempt.id })).attempt).toMatchObject({ state: 'FINISHED', mark: 1 })
  })
  test('of one answer by two at once is one of the two', async () => {
    const attempt = await handedIn()
    const other = await app.client(await anInstructor(cls))
    const codes = await Promise.all([instructor.send(MARK, mark(attempt.id, essays()[0], 3)), other.send(MARK, mark(attempt.id, essays()[0], 1))])
    expect(codes.map(({ refusal }) => refusal?.code ?? 'OK').sort()).toEqual(['OK', 'STALE'])
  })
  test('over the machine needs a reason, keeps what it gave, and is told to the learner', async () => {
    const attempt = await handedIn()
    for (const essay of essays()) await instructor.ok(MARK, mark(attempt.id, essay, 1))
    const short = quiz.questions.find(({ kind }) => kind === 'SHORT_ANSWER')!.id
    expect(await instructor.refused(MARK, mark(attempt.id, short, 0.5))).toBe('REASON_REQUIRED')
    await instructor.ok(MARK, mark(attempt.id, short, 0.5, { reason: 'Hanya sebagian benar.' }))
    const { attempt: read } = await learner.ok(READ, { id: attempt.id })
    expect(read.mark).toBeCloseTo((9.5 + 1 + 1) / 14, 12)
    expect(read.questions.find(({ id }: any) => id === short)).toMatchObject({ mark: 0.5, machineMark: 1, reason: 'Hanya sebagian benar.' })
    await instructor.ok(MARK, mark(attempt.id, short, 0.75, { marked: 1, reason: 'Dilihat lagi.' }))
    expect((await learner.ok(READ, { id: attempt.id })).attempt.questions.find(({ id }: any) => id === short)).toMatchObject({ mark: 0.75, machineMark: 1 })
  })
  test.each([['below nothing', -1], ['above the points', 3.5]])('%s is refused', async (_, points) => {
    const attempt = await handedIn()
    expect((await instructor.send(MARK, mark(attempt.id, essays()[0], points))).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'input.points' })
  })
})

describe('attacks', () => {
  test('a learner marks their own, or another’s', async () => {
    const attempt = await handedIn()
    expect(await learner.refused(MARK, mark(attempt.id, essays()[0], 3))).toBe('FORBIDDEN')
    expect(await (await app.client((await aLearner(cls)).person)).refused(MARK, mark(attempt.id, essays()[0], 3))).toBe('NOT_FOUND')
  })
  test('who teaches the class they learn in marks their own', async () => {
    const person = await anInstructor(cls)
    const own = await anEnrolment(cls, person)
    const both = await app.client(person)
    const attempt = await handedIn(both, own)
    expect(await both.refused(MARK, mark(attempt.id, essays()[0], 3))).toBe('FORBIDDEN')
    expect((await both.ok(DESK, { class: String(cls._id), quiz: String(quiz._id) })).class.marking.questions).toEqual([])
    expect((await both.ok(READ, { id: attempt.id })).attempt).toMatchObject({ viewerCan: { mark: false } })
  })
  test('an answer after handing in, while it waits', async () => {
    const attempt = await handedIn()
    expect(await learner.refused(SAVE, { attempt: attempt.id, question: essays()[0], seq: 1, answer: { text: 'Lain' } })).toBe('ATTEMPT_CLOSED')
  })
  test('an attempt that is still open is not marked', async () => {
    const { startAttempt } = await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
    expect(await instructor.refused(MARK, mark(startAttempt.id, essays()[0], 3))).toBe('WRONG_STATE')
  })
  test('waiting for a mark does not give another attempt for nothing', async () => {
    await AttemptModel.db.collection('quizzes').updateOne({ _id: quiz._id }, { $set: { attemptsAllowed: 1 } })
    await handedIn()
    expect(await learner.refused(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })).toBe('NO_ATTEMPTS_LEFT')
  })
})
