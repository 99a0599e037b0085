import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { EnrolmentDoc } from '../../../server/course/index.ts'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, type QuizDoc } from '../../../server/quiz/index.ts'
import type { AttemptDoc, ScoredDoc } from '../../../server/quiz/model.ts'
import { attemptMoves, type AttemptState } from '../../../server/quiz/domain/states.ts'
import type { WhenOver } from '../../../server/quiz/domain/timing.ts'
import { handInOverdue } from '../../../server/quiz/service/handIn.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, anEnrolment, anInstructor } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

// The attempt machine, played by random commands with a clock that the commands move, against a model that knows the table
// and the rule of each state and nothing else of the code.

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id number state } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!, $timeUp: Boolean!) { submitAttempt(attempt: $attempt, timeUp: $timeUp) { state } }'
const REOPEN = 'mutation ($attempt: ID!) { reopenAttempt(attempt: $attempt, reason: "Listrik padam") { state } }'
const [MINUTES, GRACE, ALLOWED, LINE] = [10, 5, 3, 60_000]

type Real = { learner: Client; teacher: Client; quiz: QuizDoc; enrolment: EnrolmentDoc }
/** Of each attempt what must be true of it; `ends` in milliseconds of the model's clock. */
type Believed = { id: string; state: AttemptState; ends: number; seq: number; answer: boolean | null; reopened: boolean }
type Model = { over: WhenOver; now: number; attempts: Believed[] }
type Command = fc.AsyncCommand<Model, Real, false>

let app: TestApp
let theirs: EnrolmentDoc | null = null
let scene: { learner: Client; teacher: Client; made: Awaited<ReturnType<typeof aCourse>>; cls: Awaited<ReturnType<typeof aClass>>; person: Awaited<ReturnType<typeof aPerson>> }
beforeAll(async () => {
  app = await startTestApp()
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  const person = await aPerson()
  scene = { made, cls, person, learner: await app.client(person), teacher: await app.client(await anInstructor(cls)) }
})
afterAll(() => app.stop())
afterEach(() => app.clock.set(new Date()))

const isOpen = ({ state }: Believed) => state === 'IN_PROGRESS' || state === 'OVERDUE'
const last = (model: Model) => model.attempts.at(-1)
const grace = ({ over }: Model) => (over === 'GRACE' ? GRACE * 60_000 : 0)
/** What the clock alone has done to an attempt by now, when somebody looks. */
function tick(model: Model, one: Believed): void {
  if (one.state === 'IN_PROGRESS' && model.now >= one.ends + LINE) one.state = ({ HAND_IN: 'FINISHED', GRACE: 'OVERDUE', ABANDON: 'ABANDONED' } as const)[model.over]
  if (one.state === 'OVERDUE' && model.now >= one.ends + grace(model) + LINE) one.state = 'ABANDONED'
}
/** What is stored is what is believed; every change it took is in the table; what was acknowledged is there. */
async function agree(model: Model, { quiz }: Real): Promise<void> {
  const stored = await AttemptModel.find({ quiz: quiz._id }).select('+questions').sort({ number: 1 }).lean<ScoredDoc[]>()
  expect(stored.map(({ state }) => state)).toEqual(model.attempts.map(({ state }) => state))
  expect(stored.filter(({ state }) => state === 'IN_PROGRESS' || state === 'OVERDUE').length).toBeLessThanOrEqual(1)
  stored.forEach(({ state, questions: [asked], mark, nextCheckAt, finishedAt }, place) => {
    const { seq, answer } = model.attempts[place]!
    expect([asked!.seq, asked!.answer?.truth ?? null]).toEqual([seq, answer])
    expect(mark !== null).toBe(state === 'FINISHED')
    if (state === 'FINISHED') expect([mark, finishedAt]).toEqual([answer === true ? 1 : 0, expect.any(Date)])
    expect(nextCheckAt === null).toBe(state !== 'IN_PROGRESS' && state !== 'OVERDUE')
  })
}
type Act = (model: Model, real: Real, one: Believed) => Promise<void>
/** A command that touches the attempt that was begun last. */
const onLast = (name: string, act: Act): Command => ({
  check: model => model.attempts.length > 0,
  toString: () => name,
  async run(model, real) {
    const one = last(model)!
    const before = one.state
    app.clock.set(new Date(model.now))
    await act(model, real, one)
    expect(reaches(before, one.state)).toBe(true)
    await agree(model, real)
  },
})
const reaches = (from: AttemptState, to: AttemptState, steps = 3): boolean =>
  from === to || (steps > 0 && Object.values<AttemptState | undefined>(attemptMoves[from]).some(next => next && reaches(next, to, steps - 1)))

const start: Command = {
  check: () => true,
  toString: () => 'start',
  async run(model, real) {
    const one = last(model)
    app.clock.set(new Date(model.now))
    if (one) tick(model, one)
    const { data, refusal } = await real.learner.send(START, { quiz: String(real.quiz._id), enrolment: String(real.enrolment._id) })
    if (one && isOpen(one)) expect(data.startAttempt.id).toBe(one.id)
    else if (model.attempts.length >= ALLOWED) expect(refusal?.code).toBe('NO_ATTEMPTS_LEFT')
    else {
      expect(data.startAttempt).toMatchObject({ number: model.attempts.length + 1, state: 'IN_PROGRESS' })
      const stored = (await AttemptModel.findById(data.startAttempt.id).lean<AttemptDoc>())!
      model.attempts.push({ id: data.startAttempt.id, state: 'IN_PROGRESS', ends: stored.endsAt!.getTime(), seq: 0, answer: null, reopened: false })
    }
    await agree(model, real)
  },
}
const save = (truth: boolean) => onLast(`save ${truth}`, async (model, { learner, quiz }, one) => {
  const late = model.now - one.ends
  const open = isOpen(one)
  const { data, refusal } = await learner.send(SAVE, { attempt: one.id, question: quiz.questions[0]!.id, seq: one.seq, answer: { truth } })
  if (open && late > LINE) one.state = model.over === 'GRACE' ? (late > grace(model) + LINE ? 'ABANDONED' : 'OVERDUE') : 'FINISHED'
  else if (open && late > -2000 && model.over === 'GRACE') one.state = 'OVERDUE'
  if (open && late <= LINE) Object.assign(one, { seq: one.seq + 1, answer: truth })
  expect(data?.saveAnswer.seq ?? refusal?.code).toEqual(open && late <= LINE ? one.seq : expect.stringMatching(/^(TIME_OVER|HAND_IN_ONLY|ATTEMPT_ABANDONED|ATTEMPT_CLOSED)$/))
})
const submit = (timeUp: boolean) => onLast(timeUp ? 'time is up' : 'hand in', async (model, { learner }, one) => {
  const late = model.now - one.ends
  if (isOpen(one) && !(timeUp && late <= -2000)) one.state = model.over === 'GRACE' && late > grace(model) + LINE ? 'ABANDONED' : 'FINISHED'
  expect((await learner.ok(SUBMIT, { attempt: one.id, timeUp })).submitAttempt.state).toBe(one.state)
})
const sweep = onLast('sweep', async (model, _, one) => {
  await Promise.all([handInOverdue(app.services), handInOverdue(app.services)])
  tick(model, one)
})
const reopen = onLast('reopen', async (model, { teacher }, one) => {
  const { data, refusal } = await teacher.send(REOPEN, { attempt: one.id })
  if (one.state === 'ABANDONED') Object.assign(one, { state: model.now > one.ends ? 'FINISHED' : 'IN_PROGRESS', reopened: true })
  else if (!one.reopened) return expect(refusal?.code).toBe('WRONG_STATE')
  expect(data.reopenAttempt.state).toBe(one.state)
})
/** Milliseconds after an end at which something changes. */
const edges = (model: Model) => [0, LINE, grace(model), grace(model) + LINE]
const wait = (seconds: number): Command => ({
  check: () => true,
  toString: () => `wait ${seconds} s`,
  async run(model) {
    model.now += seconds * 1000
    while (model.attempts.some(({ ends }) => edges(model).some(edge => Math.abs(model.now - ends - edge) < 10_000))) model.now += 10_000
    app.clock.set(new Date(model.now))
  },
})

// The clock runs on by itself meanwhile: waits end well off the edges, which the table of timing.test.ts holds to the millisecond.
const commands = fc.commands<Model, Real, false>([
  fc.constant(start), fc.boolean().map(save), fc.boolean().map(submit), fc.constant(sweep), fc.constant(reopen), fc.constantFrom(30, 190, 610, 650, 700, 930).map(wait),
], { maxCommands: 14 })

test.each<WhenOver>(['HAND_IN', 'GRACE', 'ABANDON'])('%s: whatever is done at whatever time, the attempt is where the table says', async over => {
  await fc.assert(fc.asyncProperty(commands, async list => {
    const quiz = await aQuiz(scene.made, { questions: [aQuestion('TRUE_FALSE')], minutes: MINUTES, attemptsAllowed: ALLOWED, whenOver: over, graceMinutes: over === 'GRACE' ? GRACE : 0 })
    theirs ??= await anEnrolment(scene.cls, scene.person)
    const now = Date.now()
    app.clock.set(new Date(now))
    const real = { ...scene, quiz, enrolment: theirs }
    await fc.asyncModelRun(() => ({ model: { over, now, attempts: [] }, real }), list)
  }), { numRuns: 25 })
}, 120_000)
