import type { Types } from 'mongoose'
import type { Logger } from 'pino'
import { tell } from '../../lib/events.ts'
import { move } from '../../lib/transitions.ts'
import { timedOf } from '../clockModel.ts'
import { isWaiting } from '../domain/attempt.ts'
import { attemptMoves, isOpen, openStates } from '../domain/states.ts'
import { LINE_MS, nextCheckAt, onClock, type Due } from '../domain/timing.ts'
import { AttemptModel, type AttemptDoc, type ScoredDoc } from '../model.ts'
import { judge } from './judge.ts'
import { tellOverdue } from './overdue.ts'
import { regradedAtHandIn } from './regradeApply.ts'

/** A request's context has these, and so have the services of a sweep. */
export type Clock = { now: () => Date; log: Logger }

/** More saves between reading and closing one attempt than one hand can make. */
const TRIES = 20

type When = { finishedAt: Date; timedOut: boolean }

/**
 * Closes an attempt and scores what is saved, in one step that no answer can slip past: the revision that was read is in
 * the filter, and every save counts it up. Done twice, also at once, it is done once. Gives the attempt as it is then: still
 * open where it was given another end than the one it was judged by.
 */
async function handIn(clock: Clock, { _id: id, endsAt }: AttemptDoc, when: When): Promise<AttemptDoc> {
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = await AttemptModel.findById(id).select('+questions +keys').lean<ScoredDoc>()
    if (!attempt) throw new RangeError(`no attempt ${String(id)}`)
    if (!isOpen(attempt) || !sameEnd(attempt.endsAt, endsAt)) return withoutSheet(attempt)
    const change = { ...when, nextCheckAt: null, ...await closing(clock, attempt) }
    const saved = await AttemptModel.findOneAndUpdate(
      { _id: id, state: attempt.state, revision: attempt.revision }, { $set: change, $inc: { revision: 1 } }, { returnDocument: 'after' },
    ).lean<AttemptDoc>()
    if (!saved) continue
    await tell(clock.log, 'enrolment.changed', { enrolment: String(saved.enrolment) })
    return saved
  }
  throw new Error(`attempt ${String(id)} kept changing while it was handed in`)
}

/**
 * What handing in makes of an attempt. What of it cannot be scored waits for people, with all that was answered; a regrade that
 * fails holds nothing up, since its sweep finds what it has not judged.
 */
async function closing(clock: Clock, attempt: ScoredDoc) {
  const { failed, ...judged } = judge(clock, attempt)
  const flagged = failed > 0 ? { needsReview: [...new Set([...(attempt.needsReview ?? []), 'NOT_SCORED'])] } : {}
  const late = await regradedAtHandIn({ ...attempt, ...judged }, clock.now()).catch(err => {
    clock.log.error({ err, attempt: attempt._id }, 'an attempt was handed in without a regrade')
    return null
  })
  return { state: move(attemptMoves, attempt.state, isWaiting(late?.questions ?? judged.questions) ? 'await' : 'handIn'), ...judged, ...late, ...flagged }
}

const withoutSheet = ({ questions: _, keys: __, ...attempt }: ScoredDoc): AttemptDoc => attempt

const sameEnd = (one: Date | null | undefined, other: Date | null | undefined) => one?.getTime() === other?.getTime()

/** Does what is due to an attempt, if it still is what was judged. Gives it as it is then. */
export async function apply(clock: Clock, attempt: AttemptDoc, due: Exclude<Due, null>): Promise<AttemptDoc> {
  if (due.move === 'handIn') return handIn(clock, attempt, { finishedAt: due.finishedAt, timedOut: due.timedOut })
  const state = move(attemptMoves, attempt.state, due.move)
  const saved = await AttemptModel.findOneAndUpdate(
    { _id: attempt._id, state: attempt.state, endsAt: attempt.endsAt }, { $set: { state, nextCheckAt: nextCheckAt({ ...timedOf(attempt), state }) }, $inc: { revision: 1 } }, { returnDocument: 'after' },
  ).lean<AttemptDoc>()
  if (!saved) return (await AttemptModel.findById(attempt._id).lean<AttemptDoc>())!
  if (state === 'OVERDUE') await tellOverdue(clock, saved)
  return saved
}

/** The attempt; where its time is over, after what the clock does then: it counts as of when its time was over. */
export async function settle(clock: Clock, attempt: AttemptDoc): Promise<AttemptDoc> {
  const due = onClock(timedOf(attempt), clock.now())
  return due ? apply(clock, attempt, due) : attempt
}

const BATCH = 100

/** Does what the clock has to do with every attempt. One that fails is logged, and holds back no other. */
export async function handInOverdue(clock: Clock): Promise<void> {
  await AttemptModel.updateMany({ state: 'IN_PROGRESS', nextCheckAt: null, endsAt: { $ne: null } }, [{ $set: { nextCheckAt: '$endsAt' } }], { updatePipeline: true })
  const failed: Types.ObjectId[] = []
  for (;;) {
    const overdue = await AttemptModel.find({ state: { $in: [...openStates] }, nextCheckAt: { $lte: new Date(clock.now().getTime() - LINE_MS) }, _id: { $nin: failed } })
      .sort({ nextCheckAt: 1 }).limit(BATCH).lean<AttemptDoc[]>()
    for (const attempt of overdue) {
      await settle(clock, attempt).catch(err => {
        failed.push(attempt._id)
        clock.log.error({ err, attempt: attempt._id }, 'an overdue attempt could not be handed in')
      })
    }
    if (overdue.length < BATCH) return
  }
}
