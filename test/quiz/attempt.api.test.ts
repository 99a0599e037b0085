import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { addDays, dayOf, endOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { handInOverdue } from '../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuiz, rightAnswer } from '../support/quiz.ts'

const ATTEMPT = `id number state startedAt endsAt finishedAt timedOut mark passed viewerCan { see answer }
  questions { id number kind text points unit choices { id text } seq answer { choices truth text number } savedAt mark feedback }`
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { attempt question seq savedAt } }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`
const READ = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizMark quizzes { quiz { id } attempts { id number state mark } attemptsLeft mark passed canStart } } }'

type Question = { id: string; kind: string; text: string; seq: number; number: number; choices: { id: string }[] }
type Taken = { quiz: QuizDoc; learner: Client; person: PersonDoc; enrolment: EnrolmentDoc; cls: ClassDoc }
let app: TestApp
let made: TestCourse

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** A learner in a class that runs, of a course with just this quiz. */
async function scene(fields: Partial<QuizDoc> = {}, days: { from?: number; to?: number } = {}): Promise<Taken> {
  made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()), ...days })
  const { person, enrolment } = await aLearner(cls)
  return { quiz: await aQuiz(made, fields), learner: await app.client(person), person, enrolment, cls }
}
const start = async ({ learner, quiz, enrolment }: Taken) => (await learner.ok(START, ids({ quiz, enrolment }))).startAttempt
const ids = ({ quiz, enrolment }: Pick<Taken, 'quiz' | 'enrolment'>) => ({ quiz: String(quiz._id), enrolment: String(enrolment._id) })
const right = (quiz: QuizDoc, dealt: { id: string; text: string; matching?: any }) => rightAnswer(quiz.questions.find(one => one.id === dealt.id)!, dealt)
const of = (attempt: { questions: Question[] }, kind: string) => attempt.questions.find(one => one.kind === kind)!
async function answerAll(taken: Taken, attempt: { id: string; questions: Question[] }) {
  for (const question of attempt.questions) {
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: question.seq, answer: right(taken.quiz, question) })
  }
}
const minutes = (count: number) => count * 60_000

describe('taking a quiz', () => {
  test('start, answer, hand in: the mark is computed here, feedback comes after', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    expect(attempt).toMatchObject({ number: 1, state: 'IN_PROGRESS', mark: null, passed: null, timedOut: false, viewerCan: { see: true, answer: true } })
    expect(Date.parse(attempt.endsAt) - Date.parse(attempt.startedAt)).toBe(minutes(30))
    expect(attempt.questions.map((one: Question) => one.number)).toEqual([1, 2, 3, 4, 5])
    await answerAll(taken, attempt)
    const read = (await taken.learner.ok(READ, { id: attempt.id })).attempt
    expect(read.questions.every((one: any) => one.seq === 1 && one.savedAt && one.mark === null && one.feedback === null)).toBe(true)
    expect(read.questions.map((one: Question) => one.id)).toEqual(attempt.questions.map((one: Question) => one.id))
    const { submitAttempt } = await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect(submitAttempt).toMatchObject({ state: 'FINISHED', mark: 1, passed: true, timedOut: false, viewerCan: { see: true, answer: false } })
    expect(submitAttempt.questions.every((one: any) => one.mark === 1 && one.feedback.includes('Umpan balik'))).toBe(true)
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toEqual(submitAttempt)
  })

  test('marks are weighed by points; blanks are nothing', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const multiple = of(attempt, 'MULTIPLE_CHOICE')
    const half = { choices: right(taken.quiz, multiple).choices!.slice(0, 1) }
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: multiple.id, seq: 0, answer: half })
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toMatchObject({ mark: 0.1, passed: false })
  })

  test('twenty clicks at once open one attempt', async () => {
    const taken = await scene({ attemptsAllowed: 1 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(taken)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await AttemptModel.countDocuments({ enrolment: taken.enrolment._id })).toBe(1)
  })

  test('attempts end where they are allowed to', async () => {
    const taken = await scene({ attemptsAllowed: 2 })
    for (const number of [1, 2]) {
      const attempt = await start(taken)
      expect(attempt.number).toBe(number)
      await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    }
    const { refusal } = await taken.learner.send(START, ids(taken))
    expect(refusal).toMatchObject({ code: 'NO_ATTEMPTS_LEFT', facts: { allowed: 2 } })
  })

  test('an attempt keeps the questions it was given', async () => {
    const taken = await scene({ shuffle: false })
    const attempt = await start(taken)
    await answerAll(taken, attempt)
    await QuizModel.updateOne({ _id: taken.quiz._id }, { $set: { questions: [] } })
    const { submitAttempt } = await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect(submitAttempt.mark).toBe(1)
    expect(submitAttempt.questions.map((one: Question) => one.id)).toEqual(taken.quiz.questions.map(one => one.id))
  })

  test.each([
    ['a quiz without questions', { questions: [] }, {}, 'QUIZ_NOT_READY'],
    ['before the class', {}, { from: 3, to: 9 }, 'CLASS_NOT_RUNNING'],
    ['after the class', {}, { from: -9, to: -3 }, 'CLASS_NOT_RUNNING'],
  ])('%s: refused', async (_, fields, days, code) => {
    const taken = await scene(fields, days)
    expect(await taken.learner.refused(START, ids(taken))).toBe(code)
  })

  test('without a limit it ends with the class, and near its end with the class too', async () => {
    for (const limit of [null, 480]) {
      const taken = await scene({ minutes: limit }, { to: 0 })
      app.clock.set(new Date(endOf(taken.cls.endsOn).getTime() - minutes(60)))
      try {
        // Signed in anew: just after midnight the end of the day is further away than a session lasts.
        const learner = await app.client(taken.person)
        expect((await start({ ...taken, learner })).endsAt).toBe(endOf(taken.cls.endsOn).toISOString())
      } finally {
        app.clock.set(new Date())
      }
    }
  })
})

describe('whose it is', () => {
  test('who waits, has left, or learns elsewhere does not start', async () => {
    const taken = await scene()
    const waiting = await aLearner(taken.cls, { state: 'WAITING' })
    expect(await (await app.client(waiting.person)).refused(START, ids({ ...taken, enrolment: waiting.enrolment }))).toBe('NOT_FOUND')
    const gone = await aLearner(taken.cls, { state: 'WITHDRAWN' })
    expect(await (await app.client(gone.person)).refused(START, ids({ ...taken, enrolment: gone.enrolment }))).toBe('NOT_FOUND')
    const elsewhere = await scene()
    expect(await elsewhere.learner.refused(START, ids({ quiz: taken.quiz, enrolment: elsewhere.enrolment }))).toBe('NOT_FOUND')
    const mate = await aLearner(taken.cls)
    expect(await (await app.client(mate.person)).refused(START, ids(taken))).toBe('NOT_FOUND')
    expect(await (await app.client(await anInstructor(taken.cls))).refused(START, ids(taken))).toBe('FORBIDDEN')
    expect(await (await app.client()).refused(START, ids(taken))).toBe('UNAUTHENTICATED')
  })

  test('an attempt is seen by its learner, who teaches, and the agency; answered by its learner', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const [question] = attempt.questions
    const save = { attempt: attempt.id, question: question.id, seq: 0, answer: right(taken.quiz, question) }
    const mate = await app.client((await aLearner(taken.cls)).person)
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
    for (const stranger of [mate, author, await app.client(await aPerson())]) {
      expect((await stranger.ok(READ, { id: attempt.id })).attempt).toBeNull()
      expect(await stranger.refused(SAVE, save)).toBe('NOT_FOUND')
      expect(await stranger.refused(SUBMIT, { attempt: attempt.id })).toBe('NOT_FOUND')
    }
    for (const reader of [await app.client(await anInstructor(taken.cls)), await app.client(await aPerson({ roles: [['AUDITOR']] }))]) {
      expect((await reader.ok(READ, { id: attempt.id })).attempt).toMatchObject({ id: attempt.id, viewerCan: { see: true, answer: false } })
      expect(await reader.refused(SAVE, save)).toBe('FORBIDDEN')
      expect(await reader.refused(SUBMIT, { attempt: attempt.id })).toBe('FORBIDDEN')
    }
  })

  test('a class’s attempts are for who teaches, page by page', async () => {
    const taken = await scene()
    for (let one = 0; one < 2; one++) await taken.learner.ok(SUBMIT, { attempt: (await start(taken)).id })
    const LIST = 'query ($class: ID!, $quiz: ID!, $after: String) { class(id: $class) { attempts(quiz: $quiz, first: 1, after: $after) { total next nodes { number mark enrolment { person { name } } } } } }'
    const teacher = await app.client(await anInstructor(taken.cls))
    const args = { class: String(taken.cls._id), quiz: String(taken.quiz._id) }
    const first = (await teacher.ok(LIST, args)).class.attempts
    expect(first).toMatchObject({ total: 2, nodes: [{ number: 2 }] })
    expect((await teacher.ok(LIST, { ...args, after: first.next })).class.attempts).toMatchObject({ next: null, nodes: [{ number: 1 }] })
    expect((await taken.learner.ok(LIST, args)).class.attempts).toEqual({ total: 0, next: null, nodes: [] })
    expect((await teacher.ok(LIST, { ...args, quiz: 'x' })).class.attempts.total).toBe(0)
  })
})

describe('saving answers', () => {
  test('another window’s save in between is refused, with what is there', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const question = of(attempt, 'SHORT_ANSWER')
    const save = (seq: number, text: string) => taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq, answer: { text } })
    expect((await save(0, 'satu')).data.saveAnswer.seq).toBe(1)
    const { refusal } = await save(0, 'dua')
    expect(refusal).toMatchObject({ code: 'ANSWERED_ELSEWHERE', facts: { seq: 1 } })
    expect(Date.parse(refusal!.facts!.savedAt as string)).not.toBeNaN()
    expect((await save(1, 'dua')).data.saveAnswer.seq).toBe(2)
    expect((await save(7, 'dua')).refusal?.code).toBe('ANSWERED_ELSEWHERE')
  })

  test('a save whose reply was lost is sent again and changes nothing', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const question = of(attempt, 'MULTIPLE_CHOICE')
    const answer = right(taken.quiz, question)
    const first = (await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer })).saveAnswer
    const again = { choices: [...answer.choices!].reverse() }
    expect((await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: again })).saveAnswer).toEqual(first)
  })

  test('two windows at once: one is saved, the other told', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const question = of(attempt, 'SHORT_ANSWER')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(text =>
      taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: { text } })))
    expect(answers.map(({ refusal }) => refusal?.code ?? 'saved').sort()).toEqual(['ANSWERED_ELSEWHERE', 'ANSWERED_ELSEWHERE', 'ANSWERED_ELSEWHERE', 'saved'])
  })

  test('different questions at once are all saved', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    await Promise.all(attempt.questions.map((question: Question) =>
      taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: right(taken.quiz, question) })))
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt.mark).toBe(1)
  })

  test('all empty takes an answer back', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const question = of(attempt, 'NUMERIC')
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: { number: 0 } })
    expect((await taken.learner.ok(READ, { id: attempt.id })).attempt.questions[question.number - 1].answer).toEqual({ choices: null, truth: null, text: null, number: 0 })
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 1, answer: {} })
    expect((await taken.learner.ok(READ, { id: attempt.id })).attempt.questions[question.number - 1]).toMatchObject({ answer: null, seq: 2 })
  })

  test.each([
    ['text for a number', 'NUMERIC', { text: '12' }, 'ANSWER_KIND', 'answer'],
    ['two picks of a single choice', 'SINGLE_CHOICE', 'both', 'ANSWER_KIND', 'answer'],
    ['a choice of nowhere', 'MULTIPLE_CHOICE', { choices: ['x'] }, 'NOT_FOUND', 'answer.choices'],
    ['a book', 'SHORT_ANSWER', { text: 'x'.repeat(501) }, 'TOO_LONG', 'answer.text'],
  ])('%s is refused', async (_, kind, answer, code, field) => {
    const taken = await scene()
    const attempt = await start(taken)
    const question = of(attempt, kind)
    const given = answer === 'both' ? { choices: question.choices.slice(0, 2).map(({ id }) => id) } : answer
    expect((await taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: given })).refusal).toMatchObject({ code, field })
  })

  test('a question of nowhere is not found; a closed attempt takes no answer', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const [question] = attempt.questions
    expect(await taken.learner.refused(SAVE, { attempt: attempt.id, question: 'x', seq: 0, answer: {} })).toBe('NOT_FOUND')
    expect(await taken.learner.refused(SAVE, { attempt: 'x', question: question.id, seq: 0, answer: {} })).toBe('NOT_FOUND')
    await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect(await taken.learner.refused(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: {} })).toBe('ATTEMPT_CLOSED')
  })

  test('what is saved while it is handed in counts, or is refused; nothing is saved and lost', async () => {
    for (let round = 0; round < 5; round++) {
      const taken = await scene()
      const attempt = await start(taken)
      const saves = attempt.questions.map((question: Question) =>
        taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: right(taken.quiz, question) }))
      const [{ submitAttempt }, ...answers] = await Promise.all([taken.learner.ok(SUBMIT, { attempt: attempt.id }), ...saves])
      const saved = answers.filter(({ refusal }) => refusal === null).length
      expect(submitAttempt.mark).toBeCloseTo(saved / 5, 12)
    }
  })
})

describe('when time is over', () => {
  afterAll(() => app.clock.set(new Date()))

  test('what arrives within a minute of the end counts, the next is refused, and what was saved is handed in as of the end', async () => {
    const taken = await scene()
    const attempt = await start(taken)
    const [first, second] = attempt.questions
    app.clock.set(new Date(Date.parse(attempt.endsAt) + 58_000))
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: first.id, seq: 0, answer: right(taken.quiz, first) })
    app.clock.set(new Date(Date.parse(attempt.endsAt) + 60_001))
    const { refusal } = await taken.learner.send(SAVE, { attempt: attempt.id, question: second.id, seq: 0, answer: right(taken.quiz, second) })
    expect(refusal).toMatchObject({ code: 'TIME_OVER', facts: { endsAt: attempt.endsAt } })
    const read = (await taken.learner.ok(READ, { id: attempt.id })).attempt
    expect(read).toMatchObject({ state: 'FINISHED', timedOut: true, finishedAt: attempt.endsAt })
    expect(read.mark).toBeCloseTo(0.2, 12)
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toEqual(read)
    app.clock.set(new Date())
  })

  test('whoever meets it first hands it in: reading, listing, starting again, handing in', async () => {
    const meets: ((taken: Taken, id: string) => Promise<unknown>)[] = [
      (taken, id) => taken.learner.ok(READ, { id }),
      taken => taken.learner.ok(STANDING, { id: String(taken.enrolment._id) }),
      (taken, id) => taken.learner.ok(SUBMIT, { attempt: id }),
      async taken => expect((await start(taken)).number).toBe(2),
      async taken => (await app.client(await anInstructor(taken.cls))).ok('query ($class: ID!, $quiz: ID!) { class(id: $class) { attempts(quiz: $quiz) { nodes { state } } } }', { class: String(taken.cls._id), quiz: String(taken.quiz._id) }),
    ]
    for (const meet of meets) {
      const taken = await scene()
      const attempt = await start(taken)
      app.clock.advance(minutes(31))
      await meet(taken, attempt.id)
      expect(await AttemptModel.findById(attempt.id).lean()).toMatchObject({ state: 'FINISHED', timedOut: true, finishedAt: new Date(attempt.endsAt) })
      app.clock.set(new Date())
    }
  })

  test('the sweep finds the rest, also what a crash left, and leaves what still has time', async () => {
    const [over, open] = [await scene({ minutes: 10 }), await scene({ minutes: 60 })]
    const attempts = [await start(over), await start(open)]
    await answerAll(over, attempts[0])
    app.clock.advance(minutes(11))
    await Promise.all([handInOverdue(app.services), handInOverdue(app.services)])
    expect(await AttemptModel.findById(attempts[0].id).lean()).toMatchObject({ state: 'FINISHED', timedOut: true, mark: 1, finishedAt: new Date(attempts[0].endsAt) })
    expect(await AttemptModel.findById(attempts[1].id).lean()).toMatchObject({ state: 'IN_PROGRESS' })
    app.clock.set(new Date())
  })

  test('one that cannot be scored holds back no other', async () => {
    const [broken, sound] = [await scene({ minutes: 10 }), await scene({ minutes: 10 })]
    const attempts = [await start(broken), await start(sound)]
    await AttemptModel.updateOne({ _id: attempts[0].id }, { $set: { keys: [] } })
    app.clock.advance(minutes(11))
    await handInOverdue(app.services)
    expect(await AttemptModel.findById(attempts[1].id).lean()).toMatchObject({ state: 'FINISHED' })
    await AttemptModel.deleteOne({ _id: attempts[0].id })
    app.clock.set(new Date())
  })
})

describe('standing', () => {
  test('by attempts: the best mark, what is left, and whether one may start', async () => {
    const taken = await scene()
    const read = async () => (await taken.learner.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment
    expect(await read()).toMatchObject({ quizMark: null, quizzes: [{ attempts: [], attemptsLeft: 2, mark: null, passed: false, canStart: true }] })
    const first = await start(taken)
    expect(await read()).toMatchObject({ quizMark: null, quizzes: [{ attemptsLeft: 1, mark: null, canStart: true }] })
    await answerAll(taken, first)
    await taken.learner.ok(SUBMIT, { attempt: first.id })
    const second = await start(taken)
    await taken.learner.ok(SUBMIT, { attempt: second.id })
    const after = await read()
    expect(after).toMatchObject({ quizMark: 1, quizzes: [{ attemptsLeft: 0, mark: 1, passed: true, canStart: false }] })
    expect(after.quizzes[0].attempts.map((one: { number: number }) => one.number)).toEqual([1, 2])
    const teacher = await app.client(await anInstructor(taken.cls))
    expect((await teacher.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment.quizzes[0]).toMatchObject({ mark: 1, canStart: false })
  })

  test('over the course: weighed over the quizzes that are ready', async () => {
    const taken = await scene({ weight: 30 })
    await aQuiz(made, { weight: 70 })
    await aQuiz(made, { weight: 100, questions: [] })
    const attempt = await start(taken)
    await answerAll(taken, attempt)
    await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect((await taken.learner.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment.quizMark).toBeCloseTo(0.3, 12)
  })

  test('of twenty learners takes no more reads than of one', async () => {
    const taken = await scene()
    for (let one = 0; one < 20; one++) await aLearner(taken.cls)
    const teacher = await app.client(await anInstructor(taken.cls))
    const LIST = 'query ($id: ID!, $first: Int!) { class(id: $id) { enrolments(first: $first) { nodes { quizMark quizzes { attempts { mark } mark } } } } }'
    const reads = async (first: number) => {
      const seen: string[] = []
      const mongoose = (await import('mongoose')).default
      mongoose.set('debug', (collection: string, method: string) => void seen.push(`${collection}.${method}`))
      await teacher.ok(LIST, { id: String(taken.cls._id), first })
      mongoose.set('debug', false)
      return seen.length
    }
    expect(await reads(21)).toBe(await reads(1))
  })

  test('tomorrow, when the class is over, one may not start', async () => {
    const taken = await scene({}, { to: 0 })
    app.clock.set(endOf(addDays(taken.cls.endsOn, 1)))
    const learner = await app.client(taken.person) // yesterday's session is over too
    expect((await learner.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment.quizzes[0].canStart).toBe(false)
    app.clock.set(new Date())
  })
})
