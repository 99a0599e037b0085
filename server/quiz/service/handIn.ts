import type { Types } from 'mongoose'
import type { Logger } from 'pino'
import { isManual } from '../../bank/index.ts'
import { tell } from '../../lib/events.ts'
import { move } from '../../lib/transitions.ts'
import { scoringOf } from '../behaviourModel.ts'
import { attemptMoves, isOver, isWaiting, score } from '../domain/attempt.ts'
import { todaysKey } from '../domain/former.ts'
import { CERTAINTY_ASSUMED, type Behaviour } from '../domain/replay.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc, type ScoredDoc } from '../model.ts'

/** A request's context has these, and so have the services of a sweep. */
export type Clock = { now: () => Date; log: Logger }

/** More saves between reading and closing one attempt than one hand can make. */
const TRIES = 20

type When = { finishedAt: Date; timedOut: boolean }

/**
 * Closes an attempt and scores what is saved, in one step that no answer can slip past: the revision that was read is in
 * the filter, and every save counts it up. Done twice, also at once, it is done once. Gives the attempt as it is then.
 */
export async function handIn(clock: Clock, id: Types.ObjectId, when: When): Promise<AttemptDoc> {
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = await AttemptModel.findById(id).select('+questions +keys').lean<ScoredDoc>()
    if (!attempt) throw new RangeError(`no attempt ${String(id)}`)
    if (attempt.state !== 'IN_PROGRESS') return withoutSheet(attempt)
    const sheet = new Map(attempt.questions.map(question => [question.id, question]))
    const scored = score(attempt.questions, attempt.keys.map(one => todaysKey(one, sheet.get(one.id))), attempt.passMark, scoringOf(attempt))
    const found = new Map(scored.questions.map(one => [one.id, one]))
    const questions = attempt.questions.map(question => {
      const { mark, outcome, tries, parts, feedback } = found.get(question.id)!
      return { ...question, ...assumption(question, scoringOf(attempt).behaviour), mark, outcome, tries, parts, feedback }
    })
    const change = { ...when, state: move(attemptMoves, attempt.state, isWaiting(scored.questions) ? 'await' : 'handIn'), questions, mark: scored.mark, passed: scored.passed }
    const saved = await AttemptModel.findOneAndUpdate(
      { _id: id, state: attempt.state, revision: attempt.revision }, { $set: change, $inc: { revision: 1 } }, { returnDocument: 'after' },
    ).lean<AttemptDoc>()
    if (!saved) continue
    await tell(clock.log, 'enrolment.changed', { enrolment: String(saved.enrolment) })
    return saved
  }
  throw new Error(`attempt ${String(id)} kept changing while it was handed in`)
}

/** Who did not say how sure they are: what was assumed is kept beside the answer. */
const assumption = ({ answer, certainty, kind }: AskedDoc, behaviour: Behaviour) =>
  (behaviour === 'CERTAINTY' && !isManual(kind) && answer !== null && !certainty ? { certainty: CERTAINTY_ASSUMED, certaintyAssumed: true } : {})

const withoutSheet = ({ questions: _, keys: __, ...attempt }: ScoredDoc): AttemptDoc => attempt

/** The attempt; one whose time is over is handed in first, with what was saved, as of when its time was over. */
export async function settle(clock: Clock, attempt: AttemptDoc): Promise<AttemptDoc> {
  if (attempt.state !== 'IN_PROGRESS' || !isOver(attempt, clock.now())) return attempt
  return handIn(clock, attempt._id, { finishedAt: attempt.endsAt!, timedOut: true })
}

const BATCH = 100

/** Hands in every attempt whose time is over. One that fails is logged, and holds back no other. */
export async function handInOverdue(clock: Clock): Promise<void> {
  const failed: Types.ObjectId[] = []
  for (;;) {
    const overdue = await AttemptModel.find({ state: 'IN_PROGRESS', endsAt: { $lt: clock.now() }, _id: { $nin: failed } })
      .sort({ endsAt: 1 }).limit(BATCH).lean<AttemptDoc[]>()
    for (const attempt of overdue) {
      await settle(clock, attempt).catch(err => {
        failed.push(attempt._id)
        clock.log.error({ err, attempt: attempt._id }, 'an overdue attempt could not be handed in')
      })
    }
    if (overdue.length < BATCH) return
  }
}
