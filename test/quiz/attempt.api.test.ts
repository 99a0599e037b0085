import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { questionKinds as kinds } from '../../server/bank/index.ts'
import { endOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aLearner, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion } from '../support/quiz.ts'
import { START, SAVE, SUBMIT, READ, type Question, scene, start, ids, right, of, answerAll, minutes } from './attemptScene.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('taking a quiz', () => {
  test('start, answer, hand in: the mark is computed here, feedback comes after', async () => {
    const taken = await scene(app)
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
    const taken = await scene(app)
    const attempt = await start(taken)
    const multiple = of(attempt, 'MULTIPLE_CHOICE')
    const half = { choices: right(taken.quiz, multiple).choices!.slice(0, 1) }
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: multiple.id, seq: 0, answer: half })
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toMatchObject({ mark: 0.1, passed: false })
  })

  test('twenty clicks at once open one attempt', async () => {
    const taken = await scene(app, { attemptsAllowed: 1 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(taken)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await AttemptModel.countDocuments({ enrolment: taken.enrolment._id })).toBe(1)
  })

  test('attempts end where they are allowed to', async () => {
    const taken = await scene(app, { attemptsAllowed: 2 })
    for (const number of [1, 2]) {
      const attempt = await start(taken)
      expect(attempt.number).toBe(number)
      await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    }
    const { refusal } = await taken.learner.send(START, ids(taken))
    expect(refusal).toMatchObject({ code: 'NO_ATTEMPTS_LEFT', facts: { allowed: 2 } })
  })

  test('what is stored is what the schema would have made of it, and is answered as it is stored', async () => {
    const taken = await scene(app, { questions: kinds.map(kind => aQuestion(kind)) })
    const attempt = await start(taken)
    const stored = (await AttemptModel.collection.findOne({ enrolment: taken.enrolment._id }))!
    const document = new AttemptModel(stored)
    await document.validate()
    expect(document.toObject()).toEqual(stored)
    expect((await taken.learner.ok(READ, { id: attempt.id })).attempt).toEqual(attempt)
  })

  test('an attempt keeps the questions it was given', async () => {
    const taken = await scene(app, { shuffle: false })
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
    const taken = await scene(app, fields, days)
    expect(await taken.learner.refused(START, ids(taken))).toBe(code)
  })

  test('without a limit it ends with the class, and near its end with the class too', async () => {
    for (const limit of [null, 480]) {
      const taken = await scene(app, { minutes: limit }, { to: 0 })
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
    const taken = await scene(app)
    const waiting = await aLearner(taken.cls, { state: 'WAITING' })
    expect(await (await app.client(waiting.person)).refused(START, ids({ ...taken, enrolment: waiting.enrolment }))).toBe('NOT_FOUND')
    const gone = await aLearner(taken.cls, { state: 'WITHDRAWN' })
    expect(await (await app.client(gone.person)).refused(START, ids({ ...taken, enrolment: gone.enrolment }))).toBe('NOT_FOUND')
    const elsewhere = await scene(app)
    expect(await elsewhere.learner.refused(START, ids({ quiz: taken.quiz, enrolment: elsewhere.enrolment }))).toBe('NOT_FOUND')
    const mate = await aLearner(taken.cls)
    expect(await (await app.client(mate.person)).refused(START, ids(taken))).toBe('NOT_FOUND')
    expect(await (await app.client(await anInstructor(taken.cls))).refused(START, ids(taken))).toBe('FORBIDDEN')
    expect(await (await app.client()).refused(START, ids(taken))).toBe('UNAUTHENTICATED')
  })

  test('an attempt is seen by its learner, who teaches, and the agency; answered by its learner', async () => {
    const taken = await scene(app)
    const attempt = await start(taken)
    const [question] = attempt.questions
    const save = { attempt: attempt.id, question: question.id, seq: 0, answer: right(taken.quiz, question) }
    const mate = await app.client((await aLearner(taken.cls)).person)
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', taken.made.course.partner]] }))
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
    const taken = await scene(app)
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
