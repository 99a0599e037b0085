import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, endOf } from '../../server/lib/days.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aLearner, anInstructor } from '../support/course.ts'
import { aQuiz } from '../support/quiz.ts'
import { SUBMIT, STANDING, scene, start, answerAll } from './attemptScene.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('standing', () => {
  test('by attempts: the best mark, what is left, and whether one may start', async () => {
    const taken = await scene(app)
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
    const taken = await scene(app, { weight: 30 })
    await aQuiz(taken.made, { weight: 70 })
    await aQuiz(taken.made, { weight: 100, questions: [] })
    const attempt = await start(taken)
    await answerAll(taken, attempt)
    await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect((await taken.learner.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment.quizMark).toBeCloseTo(0.3, 12)
  })

  test('of twenty learners takes no more reads than of one', async () => {
    const taken = await scene(app)
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
    const taken = await scene(app, {}, { to: 0 })
    app.clock.set(endOf(addDays(taken.cls.endsOn, 1)))
    const learner = await app.client(taken.person) // yesterday's session is over too
    expect((await learner.ok(STANDING, { id: String(taken.enrolment._id) })).enrolment.quizzes[0].canStart).toBe(false)
    app.clock.set(new Date())
  })
})
