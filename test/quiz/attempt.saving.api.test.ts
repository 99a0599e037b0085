import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AttemptModel } from '../../server/quiz/index.ts'
import { handInOverdue } from '../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { anInstructor } from '../support/course.ts'
import { SAVE, SUBMIT, READ, STANDING, type Question, type Taken, scene, start, right, of, answerAll, minutes } from './attemptScene.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('saving answers', () => {
  test('another window’s save in between is refused, with what is there', async () => {
    const taken = await scene(app)
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
    const taken = await scene(app)
    const attempt = await start(taken)
    const question = of(attempt, 'MULTIPLE_CHOICE')
    const answer = right(taken.quiz, question)
    const first = (await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer })).saveAnswer
    const again = { choices: [...answer.choices!].reverse() }
    expect((await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: again })).saveAnswer).toEqual(first)
  })

  test('two windows at once: one is saved, the other told', async () => {
    const taken = await scene(app)
    const attempt = await start(taken)
    const question = of(attempt, 'SHORT_ANSWER')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(text =>
      taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: { text } })))
    expect(answers.map(({ refusal }) => refusal?.code ?? 'saved').sort()).toEqual(['ANSWERED_ELSEWHERE', 'ANSWERED_ELSEWHERE', 'ANSWERED_ELSEWHERE', 'saved'])
  })

  test('different questions at once are all saved', async () => {
    const taken = await scene(app)
    const attempt = await start(taken)
    await Promise.all(attempt.questions.map((question: Question) =>
      taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: right(taken.quiz, question) })))
    expect((await taken.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt.mark).toBe(1)
  })

  test('all empty takes an answer back', async () => {
    const taken = await scene(app)
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
    const taken = await scene(app)
    const attempt = await start(taken)
    const question = of(attempt, kind)
    const given = answer === 'both' ? { choices: question.choices.slice(0, 2).map(({ id }) => id) } : answer
    expect((await taken.learner.send(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: given })).refusal).toMatchObject({ code, field })
  })

  test('a question of nowhere is not found; a closed attempt takes no answer', async () => {
    const taken = await scene(app)
    const attempt = await start(taken)
    const [question] = attempt.questions
    expect(await taken.learner.refused(SAVE, { attempt: attempt.id, question: 'x', seq: 0, answer: {} })).toBe('NOT_FOUND')
    expect(await taken.learner.refused(SAVE, { attempt: 'x', question: question.id, seq: 0, answer: {} })).toBe('NOT_FOUND')
    await taken.learner.ok(SUBMIT, { attempt: attempt.id })
    expect(await taken.learner.refused(SAVE, { attempt: attempt.id, question: question.id, seq: 0, answer: {} })).toBe('ATTEMPT_CLOSED')
  })

  test('what is saved while it is handed in counts, or is refused; nothing is saved and lost', async () => {
    for (let round = 0; round < 5; round++) {
      const taken = await scene(app)
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
    const taken = await scene(app)
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
      const taken = await scene(app)
      const attempt = await start(taken)
      app.clock.advance(minutes(31))
      await meet(taken, attempt.id)
      expect(await AttemptModel.findById(attempt.id).lean()).toMatchObject({ state: 'FINISHED', timedOut: true, finishedAt: new Date(attempt.endsAt) })
      app.clock.set(new Date())
    }
  })

  test('the sweep finds the rest, also what a crash left, and leaves what still has time', async () => {
    const [over, open] = [await scene(app, { minutes: 10 }), await scene(app, { minutes: 60 })]
    const attempts = [await start(over), await start(open)]
    await answerAll(over, attempts[0])
    app.clock.advance(minutes(11))
    await Promise.all([handInOverdue(app.services), handInOverdue(app.services)])
    expect(await AttemptModel.findById(attempts[0].id).lean()).toMatchObject({ state: 'FINISHED', timedOut: true, mark: 1, finishedAt: new Date(attempts[0].endsAt) })
    expect(await AttemptModel.findById(attempts[1].id).lean()).toMatchObject({ state: 'IN_PROGRESS' })
    app.clock.set(new Date())
  })

  test('one that cannot be scored holds back no other', async () => {
    const [broken, sound] = [await scene(app, { minutes: 10 }), await scene(app, { minutes: 10 })]
    const attempts = [await start(broken), await start(sound)]
    await AttemptModel.updateOne({ _id: attempts[0].id }, { $set: { keys: [] } })
    app.clock.advance(minutes(11))
    await handInOverdue(app.services)
    expect(await AttemptModel.findById(attempts[1].id).lean()).toMatchObject({ state: 'FINISHED' })
    await AttemptModel.deleteOne({ _id: attempts[0].id })
    app.clock.set(new Date())
  })
})
