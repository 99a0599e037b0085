import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { contextFor } from '../../server/context.ts'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, type QuizDoc } from '../../server/quiz/index.ts'
import { fastAfter } from '../../server/quiz/domain/signals.ts'
import { saveAnswer } from '../../server/quiz/service/answer.ts'
import { checkAnswer } from '../../server/quiz/service/check.ts'
import { SignalModel } from '../../server/quiz/signalModel.ts'
import { viewerOfRequest } from '../../server/context.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id endsAt } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int = 0, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { state mark } }'
const NOTE = 'mutation ($attempt: ID!, $signals: [SignalInput!]!) { noteSignals(attempt: $attempt, signals: $signals) }'
const LOG = 'query ($id: ID!, $first: Int! = 50, $after: String) { attempt(id: $id) { mark signals(first: $first, after: $after) { nodes { kind at question seconds length } next total full } } }'
const LONG = `<p>${'kata '.repeat(21)}</p>`

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
afterEach(() => app.clock.set(new Date()))

let made = 0
const lost = (fields: object = {}) => ({ id: `signal-${++made}`, kind: 'FOCUS_LOST', ...fields })

async function scene(fields: Partial<QuizDoc> = {}) {
  const course = await aCourse()
  const cls = await aClass(course, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(course, { questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE', { text: LONG })], ...fields })
  const learner = await app.client(person)
  const attempt = (await learner.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })).startAttempt
  const questions = quiz.questions.map(({ id }) => id)
  const note = (signals: object[]) => learner.send(NOTE, { attempt: attempt.id, signals })
  const log = async (client = learner, page = {}) => (await client.ok(LOG, { id: attempt.id, ...page })).attempt
  /** As a request from this address would. */
  const from = async (ip: string) => contextFor(app.services, await viewerOfRequest(app.services, decodeURIComponent(learner.cookie!.split('=')[1]!)), { ip })
  return { cls, quiz, learner, person, attempt, questions, note, log, from, teacher: await app.client(await anInstructor(cls)) }
}

describe('what a browser notes', () => {
  test('is kept in order, by the server’s clock, and seen alike by its learner and who marks', async () => {
    const one = await scene()
    const at = app.services.now()
    const signals = [lost(), lost({ kind: 'FOCUS_BACK', seconds: 12 }), lost({ kind: 'PASTE', question: one.questions[0], length: 240, seconds: 5 })]
    expect((await one.note(signals)).data).toEqual({ noteSignals: true })
    const { signals: seen } = await one.log()
    expect(seen).toMatchObject({ total: 3, full: false, next: null, nodes: [
      { kind: 'FOCUS_LOST', question: null, seconds: null, length: null }, { kind: 'FOCUS_BACK', seconds: 12 }, { kind: 'PASTE', question: one.questions[0], length: 240, seconds: null },
    ] })
    expect(Math.abs(Date.parse(seen.nodes[0].at) - at.getTime())).toBeLessThan(60_000)
    expect((await one.log(one.teacher)).signals).toEqual(seen)
    const first = (await one.log(one.teacher, { first: 2 })).signals
    expect((await one.log(one.teacher, { first: 2, after: first.next })).signals.nodes).toEqual([seen.nodes[2]])
  })

  test('counts once, however often it is sent, also at once', async () => {
    const one = await scene()
    const signals = [lost(), lost()]
    await Promise.all([one.note(signals), one.note(signals), one.note([...signals, ...signals])])
    await one.note([...signals, lost()])
    expect((await one.log()).signals.total).toBe(3)
  })

  test('ends at 500 of an attempt, however many are sent at once', async () => {
    const one = await scene()
    await Promise.all(Array.from({ length: 12 }, () => one.note(Array.from({ length: 50 }, () => lost()))))
    await one.note(Array.from({ length: 50 }, () => lost()))
    expect((await one.log()).signals).toMatchObject({ total: 500, full: true })
    expect((await one.note([lost()])).data).toEqual({ noteSignals: true })
    expect(await SignalModel.countDocuments({ attempt: one.attempt.id })).toBe(500)
  })

  test('changes no mark and no answer, and the attempt is handed in as ever', async () => {
    const one = await scene()
    await one.learner.ok(SAVE, { attempt: one.attempt.id, question: one.questions[0], answer: { truth: true } })
    const before = await AttemptModel.findById(one.attempt.id).select('+questions').lean()
    await one.note(Array.from({ length: 50 }, () => lost({ kind: 'PASTE', length: 9_999 })))
    const { signalCount: _, ...after } = (await AttemptModel.findById(one.attempt.id).select('+questions').lean())!
    expect(after).toEqual(expect.objectContaining(Object.fromEntries(Object.entries(before!).filter(([field]) => field !== 'signalCount'))))
    expect((await one.learner.ok(SUBMIT, { attempt: one.attempt.id })).submitAttempt).toEqual({ state: 'FINISHED', mark: 0.5 })
    expect((await one.log()).signals.total).toBe(50)
  })
})

describe('attacks on the log', () => {
  test('another’s attempt is not found, who teaches notes nothing, and neither sees what is not theirs', async () => {
    const one = await scene()
    const other = await app.client((await aLearner(one.cls)).person)
    expect(await other.refused(NOTE, { attempt: one.attempt.id, signals: [lost()] })).toBe('NOT_FOUND')
    expect(await (await app.client(await aPerson())).refused(NOTE, { attempt: one.attempt.id, signals: [lost()] })).toBe('NOT_FOUND')
    expect(await one.teacher.refused(NOTE, { attempt: one.attempt.id, signals: [lost()] })).toBe('FORBIDDEN')
    expect(await one.log(other)).toBeNull()
    expect((await one.log()).signals.total).toBe(0)
  })

  test('an attempt that is closed, or whose time is over, takes none', async () => {
    const one = await scene()
    await one.learner.ok(SUBMIT, { attempt: one.attempt.id })
    expect((await one.note([lost()])).refusal?.code).toBe('ATTEMPT_CLOSED')
    const late = await scene()
    app.clock.set(new Date(Date.parse(late.attempt.endsAt) + 5 * 60_000))
    expect((await late.note([lost()])).refusal?.code).toBe('TIME_OVER')
    expect((await late.log()).signals.total).toBe(0)
  })

  test('what the server alone notes, too many, none, strange ids and strange questions are refused, and nothing of them kept', async () => {
    const one = await scene()
    const bad: [object[], string][] = [
      [[lost({ kind: 'FAST' })], 'INVALID'], [[lost({ kind: 'OTHER_ADDRESS' })], 'INVALID'], [Array.from({ length: 51 }, () => lost()), 'TOO_LONG'], [[], 'TOO_SHORT'],
      [[lost({ id: 'fast:q1-long' })], 'INVALID'], [[lost(), lost({ question: 'x' })], 'NOT_FOUND'], [[lost({ kind: 'FOCUS_BACK', seconds: -1 })], 'OUT_OF_RANGE'],
    ]
    for (const [signals, code] of bad) expect((await one.note(signals)).refusal?.code).toBe(code)
    expect((await one.log()).signals.total).toBe(0)
  })

  test('pasted text has no way in: a field for it is refused, and nothing stored holds it', async () => {
    const one = await scene()
    expect((await one.note([lost({ kind: 'PASTE', length: 7, text: 'rahasia-tempel' })])).errors).not.toEqual([])
    await one.note([lost({ kind: 'PASTE', length: 7, question: one.questions[0] })])
    const stored = await SignalModel.find({ attempt: one.attempt.id }).lean()
    expect(stored.map(doc => Object.keys(doc).sort())).toEqual([['_id', 'at', 'attempt', 'class', 'key', 'kind', 'length', 'question', 'seconds']])
    expect(JSON.stringify(stored)).not.toContain('rahasia')
  })
})

describe('what the server notes', () => {
  test('an answer from another address is noted once it comes, and no address is stored', async () => {
    const one = await scene()
    await saveAnswer(await one.from('203.0.113.7'), one.attempt.id, one.questions[0]!, 0, { truth: true })
    await saveAnswer(await one.from('203.0.113.7'), one.attempt.id, one.questions[0]!, 1, { truth: false })
    expect((await one.log()).signals.total).toBe(0)
    await saveAnswer(await one.from('198.51.100.9'), one.attempt.id, one.questions[0]!, 2, { truth: true })
    await saveAnswer(await one.from('198.51.100.9'), one.attempt.id, one.questions[0]!, 3, { truth: false })
    expect((await one.log()).signals.nodes).toMatchObject([{ kind: 'OTHER_ADDRESS', question: one.questions[0], seconds: null }])
    for (const name of ['attempts', 'quizsignals']) expect(JSON.stringify(await mongoose.connection.collection(name).find().toArray())).not.toMatch(/203\.0\.113|198\.51\.100/)
  })

  test('an answer that is judged on the way is looked at in the same way', async () => {
    const one = await scene({ behaviour: 'IMMEDIATE' })
    await saveAnswer(await one.from('203.0.113.7'), one.attempt.id, one.questions[0]!, 0, { truth: true })
    await checkAnswer(await one.from('198.51.100.9'), one.attempt.id, one.questions[1]!, 0, { truth: true })
    expect((await one.log()).signals.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['OTHER_ADDRESS', 'FAST'])
  })

  test('a long question answered at once after another is noted; a short one, a slow one or a change is not', async () => {
    const fast = await scene()
    for (const question of fast.questions) await fast.learner.ok(SAVE, { attempt: fast.attempt.id, question, answer: { truth: true } })
    await fast.learner.ok(SAVE, { attempt: fast.attempt.id, question: fast.questions[1], seq: 1, answer: { truth: false } })
    expect((await fast.log()).signals.nodes).toMatchObject([{ kind: 'FAST', question: fast.questions[1] }])
    const slow = await scene()
    for (const question of slow.questions) {
      app.clock.advance(5_000)
      await slow.learner.ok(SAVE, { attempt: slow.attempt.id, question, answer: { truth: true } })
    }
    expect((await slow.log()).signals.total).toBe(0)
  })

  test('soon is less than two seconds, long is more than 20 words, whatever the markup', () => {
    const now = new Date('2026-03-02T08:00:10.000Z')
    const asked = (words: number, fields: object = {}) => ({ id: 'b', text: `<p class="a b c"><b>${'kata '.repeat(words)}</b></p>`, seq: 0, savedAt: null, ...fields })
    const before = (ms: number) => [{ ...asked(1), id: 'a', savedAt: new Date(now.getTime() - ms) }, asked(21)]
    expect(fastAfter(asked(21), before(1_999), now)).toBe(1_999)
    expect(fastAfter(asked(21), before(2_000), now)).toBeNull()
    expect(fastAfter(asked(20), before(100), now)).toBeNull()
    expect(fastAfter(asked(21, { seq: 1 }), before(100), now)).toBeNull()
    expect(fastAfter(asked(21), [asked(21)], now)).toBeNull()
  })
})
