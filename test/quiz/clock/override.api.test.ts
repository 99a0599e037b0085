import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { actAs } from '../../../server/context.ts'
import type { ClassDoc, EnrolmentDoc } from '../../../server/course/index.ts'
import { dayOf, endOf } from '../../../server/lib/days.ts'
import type { PersonDoc } from '../../../server/people/index.ts'
import { AttemptModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { saveAnswer } from '../../../server/quiz/service/answer.ts'
import { handInOverdue } from '../../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anEnrolment, anInstructor } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id number state startedAt endsAt } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!, $timeUp: Boolean = false) { submitAttempt(attempt: $attempt, timeUp: $timeUp) { state mark finishedAt } }'
const SET = `mutation ($quiz: ID!, $class: ID!, $enrolment: ID, $revision: Int = 0, $input: OverrideInput!) { setOverride(quiz: $quiz, class: $class, enrolment: $enrolment, revision: $revision, input: $input) {
  id revision enrolment { id } opensAt closesAt minutes attemptsAllowed reason by { id } } }`
const REMOVE = 'mutation ($quiz: ID!, $class: ID!, $enrolment: ID) { removeOverride(quiz: $quiz, class: $class, enrolment: $enrolment) }'
const LIST = 'query ($class: ID!, $quiz: ID!) { class(id: $class) { quizOverrides(quiz: $quiz) { total nodes { reason minutes enrolment { person { fullName } } } } } }'
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizzes { canStart attemptsLeft opensAt closesAt minutes attemptsAllowed } } }'
const REOPEN = 'mutation ($attempt: ID!, $reason: String = "Listrik padam") { reopenAttempt(attempt: $attempt, reason: $reason) { id state mark finishedAt endsAt } }'
const NOTICES = 'query { viewer { notices { nodes { kind facts link } } } }'

type Scene = { quiz: QuizDoc; cls: ClassDoc; enrolment: EnrolmentDoc; person: PersonDoc; learner: Client; teacher: Client }
let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
afterEach(() => app.clock.set(new Date()))

async function scene(fields: Partial<QuizDoc> = {}): Promise<Scene> {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const { person, enrolment } = await aLearner(cls)
  const quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE')], minutes: 30, attemptsAllowed: 1, ...fields })
  return { quiz, cls, enrolment, person, learner: await app.client(person), teacher: await app.client(await anInstructor(cls)) }
}
const place = ({ quiz, cls }: Scene) => ({ quiz: String(quiz._id), class: String(cls._id) })
const ids = ({ quiz, enrolment }: Scene) => ({ quiz: String(quiz._id), enrolment: String(enrolment._id) })
const own = (one: Scene) => ({ ...place(one), enrolment: String(one.enrolment._id) })
const input = (fields: object) => ({ input: { reason: 'Gangguan penglihatan', ...fields } })
const inMinutes = (minutes: number) => new Date(app.services.now().getTime() + minutes * 60_000)
const start = async (one: Scene) => (await one.learner.ok(START, ids(one))).startAttempt
const save = (one: Scene, attempt: string, seq = 0) => one.learner.send(SAVE, { attempt, question: one.quiz.questions[0]!.id, seq, answer: { truth: true } })
const length = ({ startedAt, endsAt }: { startedAt: string; endsAt: string }) => (Date.parse(endsAt) - Date.parse(startedAt)) / 60_000

describe('adjustments', () => {
  test('of one: more time and more attempts, which they see and are told; others keep what the quiz says', async () => {
    const one = await scene()
    const { setOverride } = await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 45, attemptsAllowed: 2 }) })
    expect(setOverride).toMatchObject({ revision: 1, enrolment: { id: String(one.enrolment._id) }, minutes: 45, attemptsAllowed: 2, opensAt: null })
    expect((await one.learner.ok(STANDING, { id: String(one.enrolment._id) })).enrolment.quizzes[0]).toMatchObject({ minutes: 45, attemptsAllowed: 2, attemptsLeft: 2, canStart: true })
    expect((await one.learner.ok(NOTICES)).viewer.notices.nodes).toMatchObject([{ kind: 'QUIZ_ADJUSTED', facts: { title: one.quiz.title } }])
    const first = await start(one)
    expect(length(first)).toBe(45)
    await one.learner.ok(SUBMIT, { attempt: first.id })
    expect((await start(one)).number).toBe(2)
    const mate = await aLearner(one.cls)
    const other = { ...one, enrolment: mate.enrolment, learner: await app.client(mate.person) }
    expect(length(await start(other))).toBe(30)
  })

  test('of a class: it opens and closes, and ends what is under way', async () => {
    const one = await scene()
    const [opensAt, closesAt] = [inMinutes(10), inMinutes(30)]
    await one.teacher.ok(SET, { ...place(one), ...input({ opensAt, closesAt }) })
    expect((await one.learner.send(START, ids(one))).refusal).toMatchObject({ code: 'QUIZ_NOT_OPEN', facts: { opensAt: opensAt.toISOString() } })
    expect((await one.learner.ok(STANDING, { id: String(one.enrolment._id) })).enrolment.quizzes[0]).toMatchObject({ canStart: false, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() })
    app.clock.advance(15 * 60_000)
    expect((await start(one)).endsAt).toBe(closesAt.toISOString())
    const late = await aLearner(one.cls)
    app.clock.advance(16 * 60_000)
    expect(await (await app.client(late.person)).refused(START, { quiz: String(one.quiz._id), enrolment: String(late.enrolment._id) })).toBe('QUIZ_CLOSED')
  })

  test('nobody gets beyond the end of the class', async () => {
    const one = await scene()
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 1440, closesAt: inMinutes(60 * 24 * 90) }) })
    app.clock.set(new Date(endOf(one.cls.endsOn).getTime() - 60_000))
    const learner = await app.client(one.person)
    expect((await start({ ...one, learner })).endsAt).toBe(endOf(one.cls.endsOn).toISOString())
  })

  test('given and taken away while the attempt goes on: its end follows at once, of the limit it was begun with', async () => {
    const one = await scene()
    const attempt = await start(one)
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 60 }) })
    const read = async () => (await AttemptModel.findById(attempt.id).lean())!
    expect(length({ ...attempt, endsAt: (await read()).endsAt!.toISOString() })).toBe(60)
    expect((await read()).nextCheckAt).toEqual((await read()).endsAt)
    app.clock.advance(31 * 60_000)
    expect((await save(one, attempt.id)).data.saveAnswer.seq).toBe(1)
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id, timeUp: true })).submitAttempt.state).toBe('IN_PROGRESS')
    await one.teacher.ok(REMOVE, own(one))
    await one.teacher.ok(REMOVE, own(one))
    await handInOverdue(app.services)
    expect(await read()).toMatchObject({ state: 'FINISHED', endsAt: new Date(attempt.endsAt), finishedAt: new Date(attempt.endsAt), mark: 1 })
  })

  test('an overdue attempt that is given time goes on', async () => {
    const one = await scene({ whenOver: 'GRACE', graceMinutes: 20 })
    const attempt = await start(one)
    app.clock.advance(32 * 60_000)
    await handInOverdue(app.services)
    expect((await save(one, attempt.id)).refusal?.code).toBe('HAND_IN_ONLY')
    expect((await one.learner.ok(NOTICES)).viewer.notices.nodes).toMatchObject([{ kind: 'ATTEMPT_OVERDUE', link: `/kuis/${attempt.id}` }])
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 60 }) })
    expect(await AttemptModel.findById(attempt.id).lean()).toMatchObject({ state: 'IN_PROGRESS' })
    expect((await save(one, attempt.id)).data.saveAnswer.seq).toBe(1)
  })

  test('an abandoned attempt that is given time and opened again goes on; without time it is handed in as of its end', async () => {
    const [more, none] = [await scene({ whenOver: 'ABANDON' }), await scene({ whenOver: 'ABANDON' })]
    const attempts = [await start(more), await start(none)]
    await save(none, attempts[1].id)
    app.clock.advance(32 * 60_000)
    await handInOverdue(app.services)
    expect((await save(more, attempts[0].id)).refusal?.code).toBe('ATTEMPT_ABANDONED')
    await more.teacher.ok(SET, { ...own(more), ...input({ minutes: 60 }) })
    expect((await more.teacher.ok(REOPEN, { attempt: attempts[0].id })).reopenAttempt).toMatchObject({ state: 'IN_PROGRESS', mark: null })
    expect((await save(more, attempts[0].id)).data.saveAnswer.seq).toBe(1)
    expect((await none.teacher.ok(REOPEN, { attempt: attempts[1].id })).reopenAttempt).toMatchObject({ state: 'FINISHED', mark: 1, finishedAt: attempts[1].endsAt })
  })

  test('an abandoned attempt is not opened beside another; it counts as an attempt taken, and has no mark', async () => {
    const one = await scene({ whenOver: 'ABANDON', attemptsAllowed: 2 })
    const first = await start(one)
    app.clock.advance(32 * 60_000)
    expect((await start(one)).number).toBe(2)
    expect(await one.teacher.refused(REOPEN, { attempt: first.id })).toBe('ATTEMPT_UNDER_WAY')
    expect((await one.learner.ok(STANDING, { id: String(one.enrolment._id) })).enrolment.quizzes[0]).toMatchObject({ attemptsLeft: 0 })
  })

  test('are changed only as they were seen; the same sent again changes nothing', async () => {
    const one = await scene()
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 45 }) })
    expect((await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 45 }) })).setOverride.revision).toBe(1)
    expect(await one.teacher.refused(SET, { ...own(one), ...input({ minutes: 50 }) })).toBe('STALE')
    expect((await one.teacher.ok(SET, { ...own(one), revision: 1, ...input({ minutes: 50 }) })).setOverride).toMatchObject({ revision: 2, minutes: 50 })
  })

  test.each([
    ['nothing', {}, 'NOTHING_ADJUSTED'],
    ['no reason', { minutes: 5, reason: ' ' }, 'REQUIRED'],
    ['two days', { minutes: 2880 }, 'OUT_OF_RANGE'],
    ['no attempt', { attemptsAllowed: 0 }, 'OUT_OF_RANGE'],
    ['closing before it opens', { opensAt: '2026-03-02T10:00:00Z', closesAt: '2026-03-02T09:00:00Z' }, 'CLOSES_BEFORE_OPENS'],
  ])('%s is refused', async (_, fields, code) => {
    const one = await scene()
    expect(await one.teacher.refused(SET, { ...own(one), ...input(fields) })).toBe(code)
  })
})

describe('attacks', () => {
  test('time for oneself: neither as a learner nor as an officer who learns here', async () => {
    const one = await scene()
    expect(await one.learner.refused(SET, { ...own(one), ...input({ minutes: 480 }) })).toBe('FORBIDDEN')
    const officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
    const theirs = await anEnrolment(one.cls, officer)
    for (const enrolment of [String(theirs._id), null]) expect(await (await app.client(officer)).refused(SET, { ...place(one), enrolment, ...input({ minutes: 480 }) })).toBe('FORBIDDEN')
  })
  test('a class, a quiz or a learner of others', async () => {
    const [one, other] = [await scene(), await scene()]
    expect(await one.teacher.refused(SET, { ...place(other), ...input({ minutes: 480 }) })).toBe('NOT_FOUND')
    expect(await one.teacher.refused(SET, { ...place(one), quiz: String(other.quiz._id), ...input({ minutes: 480 }) })).toBe('NOT_FOUND')
    expect(await one.teacher.refused(SET, { ...place(one), enrolment: String(other.enrolment._id), ...input({ minutes: 480 }) })).toBe('NOT_FOUND')
  })
  test('reasons are for who teaches: learners see their times, not why', async () => {
    const one = await scene()
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 45 }) })
    const list = { class: String(one.cls._id), quiz: String(one.quiz._id) }
    expect((await one.teacher.ok(LIST, list)).class.quizOverrides).toMatchObject({ total: 1, nodes: [{ reason: 'Gangguan penglihatan' }] })
    expect((await one.learner.ok(LIST, list)).class.quizOverrides).toEqual({ total: 0, nodes: [] })
  })
  test('a late answer: a minute after the end nothing is taken, whatever was sent before', async () => {
    const one = await scene()
    const attempt = await start(one)
    app.clock.set(new Date(Date.parse(attempt.endsAt) + 61_000))
    expect((await save(one, attempt.id)).refusal?.code).toBe('TIME_OVER')
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toMatchObject({ state: 'FINISHED', mark: 0, finishedAt: attempt.endsAt })
  })
  test('an answer that meets more time being given counts by the new end', async () => {
    const one = await scene()
    const attempt = await start(one)
    app.clock.set(new Date(Date.parse(attempt.endsAt) + 61_000))
    // Read before, and judged after.
    const ctx = await actAs(app.services, String(one.person._id))
    await ctx.load.attempt.get(attempt.id)
    await one.teacher.ok(SET, { ...own(one), ...input({ minutes: 45 }) })
    expect(await saveAnswer(ctx, attempt.id, one.quiz.questions[0]!.id, 0, { truth: true })).toMatchObject({ seq: 1 })
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toMatchObject({ state: 'FINISHED', mark: 1 })
  })
  test('a late answer after the grace: abandoned, and not handed in any more', async () => {
    const one = await scene({ whenOver: 'GRACE', graceMinutes: 5 })
    const attempt = await start(one)
    app.clock.set(new Date(Date.parse(attempt.endsAt) + 6 * 60_000 + 2000))
    expect((await save(one, attempt.id)).refusal?.code).toBe('ATTEMPT_ABANDONED')
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt).toMatchObject({ state: 'ABANDONED', mark: null })
  })
  test('a forged clock: a browser that says time is up, or sends no claim, changes nothing of the server’s time', async () => {
    const one = await scene()
    const attempt = await start(one)
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id, timeUp: true })).submitAttempt.state).toBe('IN_PROGRESS')
    const forged = await one.learner.fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json', date: new Date(0).toUTCString() },
      body: JSON.stringify({ query: SAVE.replace('saveAnswer(', 'saveAnswer(savedAt: "2020-01-01T00:00:00Z", '), variables: { attempt: attempt.id, question: one.quiz.questions[0]!.id, seq: 0, answer: { truth: true } } }),
    })
    expect(JSON.stringify(await forged.json())).toContain('BAD_QUERY')
  })
  test('limit bypass by parallel starts: also with an attempt abandoned before, twenty starts open one', async () => {
    const one = await scene({ whenOver: 'ABANDON', attemptsAllowed: 2 })
    await start(one)
    app.clock.advance(32 * 60_000)
    const starts = await Promise.all(Array.from({ length: 20 }, () => start(one)))
    expect(new Set(starts.map(({ id }) => id)).size).toBe(1)
    expect(await AttemptModel.countDocuments({ enrolment: one.enrolment._id })).toBe(2)
  })
  test('replay: a hand-in sent again after the attempt was opened again is a hand-in, an answer sent again is counted once', async () => {
    const one = await scene()
    const attempt = await start(one)
    const sent = await Promise.all([save(one, attempt.id), save(one, attempt.id), save(one, attempt.id)])
    expect(sent.map(({ data }) => data.saveAnswer.seq)).toEqual([1, 1, 1])
    const done = await Promise.all([1, 2, 3].map(() => one.learner.ok(SUBMIT, { attempt: attempt.id })))
    expect(new Set(done.map(({ submitAttempt }) => submitAttempt.finishedAt)).size).toBe(1)
  })
  test('other’s attempt: opened again by its own learner, or by who teaches another class', async () => {
    const [one, other] = [await scene({ whenOver: 'ABANDON' }), await scene()]
    const attempt = await start(one)
    app.clock.advance(32 * 60_000)
    await handInOverdue(app.services)
    expect(await one.learner.refused(REOPEN, { attempt: attempt.id })).toBe('FORBIDDEN')
    expect(await other.teacher.refused(REOPEN, { attempt: attempt.id })).toBe('NOT_FOUND')
    expect(await other.learner.refused(REOPEN, { attempt: attempt.id })).toBe('NOT_FOUND')
  })
  test('second window: a window that is behind cannot hand in over what the other answered', async () => {
    const one = await scene()
    const attempt = await start(one)
    expect((await save(one, attempt.id)).data.saveAnswer.seq).toBe(1)
    expect((await one.learner.send(SAVE, { attempt: attempt.id, question: one.quiz.questions[0]!.id, seq: 0, answer: { truth: false } })).refusal?.code).toBe('ANSWERED_ELSEWHERE')
    expect((await one.learner.ok(SUBMIT, { attempt: attempt.id })).submitAttempt.mark).toBe(1)
  })
})
