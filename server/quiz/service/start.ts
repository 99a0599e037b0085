import type { Context } from '../../context.ts'
import { classStatus, enrolmentPolicy, type ClassDoc, type EnrolmentDoc } from '../../course/index.ts'
import { dayOf, endOf } from '../../lib/days.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { scoringOf } from '../behaviourModel.ts'
import { endsAt } from '../domain/attempt.ts'
import { closingOf, isWithin, type Times } from '../domain/effective.ts'
import { isReady } from '../domain/structure.ts'
import { attemptMoves, isOpen } from '../domain/states.ts'
import { AttemptModel, type AttemptDoc, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { settingsFor } from './effective.ts'
import { settle } from './handIn.ts'
import { insertAttempt } from './newAttempt.ts'
import { sheetFor, storedSheet } from './sheet.ts'

/** Attempts at one quiz where its editors set no limit: more than anybody needs, few enough to list. */
export const ATTEMPTS_MAX = 100
/** Hands that may reach for the same number before one of them has it. */
const TRIES = 5

/**
 * Opens an attempt of the viewer's own, or gives the one that is open. Refuses with CLASS_NOT_RUNNING, QUIZ_NOT_READY,
 * QUIZ_NOT_OPEN, QUIZ_CLOSED or NO_ATTEMPTS_LEFT.
 */
export async function startAttempt(ctx: Context, quizId: string, enrolmentId: string): Promise<AttemptDoc> {
  const quiz = await ctx.load.quiz.get(quizId)
  authorise(quizPolicy, 'see', ctx.viewer, quiz)
  const enrolment = await ctx.load.enrolment.get(enrolmentId)
  authorise(enrolmentPolicy, 'learn', ctx.viewer, enrolment)
  if (!enrolment.course.equals(quiz.course)) throw new Refusal('NOT_FOUND', {}, 'enrolment')
  const cls = await ctx.load.class.get(enrolment.class)
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = await openOrNew(ctx, quiz, enrolment, cls)
    if (attempt) return ctx.load.attempt.fresh(attempt)
  }
  throw new Refusal('STALE')
}

/** The open attempt or a new one; null when another hand was faster, and has perhaps finished too. */
async function openOrNew(ctx: Context, quiz: QuizDoc, enrolment: EnrolmentDoc, cls: ClassDoc): Promise<AttemptDoc | null> {
  const begun = await AttemptModel.find({ enrolment: enrolment._id, quiz: quiz._id }).sort({ number: 1 }).lean<AttemptDoc[]>()
  const prepared = begun.find(({ state }) => state === 'NOT_STARTED')
  const taken = begun.filter(({ state }) => state !== 'NOT_STARTED')
  const last = taken.at(-1)
  const settled = last && (await settle(ctx, last))
  if (settled && isOpen(settled)) return settled
  const state = classStatus(cls, dayOf(ctx.now()))
  if (state !== 'RUNNING') throw new Refusal('CLASS_NOT_RUNNING', { state, startsOn: cls.startsOn, endsOn: cls.endsOn })
  if (!isReady(quiz)) throw new Refusal('QUIZ_NOT_READY')
  const times = await settingsFor(quiz, enrolment)
  refuseOutside(times, ctx.now())
  const allowed = times.attemptsAllowed ?? ATTEMPTS_MAX
  if (taken.length >= allowed) throw new Refusal('NO_ATTEMPTS_LEFT', { allowed })
  if (prepared) return begin(ctx, quiz, enrolment, cls, times, prepared)
  return create(ctx, quiz, enrolment, cls, times, (last?.number ?? 0) + 1).catch(error => {
    if (isDuplicate(error)) return null
    throw error
  })
}

function refuseOutside(times: Times, now: Date): void {
  if (isWithin(times, now)) return
  if (times.opensAt && now < times.opensAt) throw new Refusal('QUIZ_NOT_OPEN', { opensAt: times.opensAt.toISOString() })
  throw new Refusal('QUIZ_CLOSED', { closesAt: times.closesAt!.toISOString() })
}

/** What an attempt is from the moment it is begun. */
function beginning(ctx: Context, quiz: QuizDoc, cls: ClassDoc, times: Times) {
  const startedAt = ctx.now()
  const ends = endsAt(startedAt, times.minutes, closingOf(times, endOf(cls.endsOn)))
  return { startedAt, endsAt: ends, nextCheckAt: ends, minutes: quiz.minutes ?? null, whenOver: quiz.whenOver, graceMinutes: quiz.graceMinutes, passMark: quiz.passMark, ...scoringOf(quiz) }
}

async function create(ctx: Context, quiz: QuizDoc, enrolment: EnrolmentDoc, cls: ClassDoc, times: Times, number: number): Promise<AttemptDoc> {
  const { attempt, sheet } = await insertAttempt({
    quiz: quiz._id, enrolment: enrolment._id, person: enrolment.person, class: cls._id, course: quiz.course, number, state: 'IN_PROGRESS', ...beginning(ctx, quiz, cls, times), ...storedSheet(await sheetFor(ctx, quiz, enrolment)),
  })
  ctx.load.attemptsOfEnrolment.forget()
  ctx.load.sheet.fresh(attempt._id, sheet)
  return attempt
}

/** Begins the attempt that was dealt beforehand; dealt anew where the quiz was edited since. Null when another hand was faster. */
async function begin(ctx: Context, quiz: QuizDoc, enrolment: EnrolmentDoc, cls: ClassDoc, times: Times, prepared: AttemptDoc): Promise<AttemptDoc | null> {
  const sheet = prepared.preparedFrom === quiz.revision ? {} : storedSheet(await sheetFor(ctx, quiz, enrolment))
  const change = { ...beginning(ctx, quiz, cls, times), ...sheet, state: move(attemptMoves, prepared.state, 'begin') }
  const begun = await AttemptModel.findOneAndUpdate({ _id: prepared._id, state: prepared.state }, { $set: change, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<AttemptDoc>()
  ctx.load.attemptsOfEnrolment.forget()
  return begun
}
