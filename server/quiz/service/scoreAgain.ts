import type { Context } from '../../context.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { isWaiting } from '../domain/attempt.ts'
import { attemptMoves } from '../domain/states.ts'
import { AttemptModel, type AttemptDoc, type ScoredDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { judge } from './judge.ts'

/** Marks of people that may come between reading and saving. */
const TRIES = 20

/**
 * Has the machine judge what it could not when the attempt was handed in; marks that are there stay. Refuses with NOT_SCORABLE
 * where it still cannot judge any of it. Safe to repeat: what waits for nothing is given as it is.
 */
export async function scoreAgain(ctx: Context, id: string): Promise<AttemptDoc> {
  const found = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'mark', ctx.viewer, found)
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = (await AttemptModel.findById(found._id).select('+questions +keys').lean<ScoredDoc>())!
    if (attempt.state !== 'SUBMITTED' || !attempt.needsReview?.includes('NOT_SCORED')) return ctx.load.attempt.fresh(withoutSheet(attempt))
    const { failed, questions, mark, passed } = judge(ctx, attempt)
    if (questions.every((question, at) => question === attempt.questions[at])) throw new Refusal('NOT_SCORABLE')
    const state = isWaiting(questions) ? attempt.state : move(attemptMoves, attempt.state, 'finish')
    const needsReview = attempt.needsReview.filter(reason => failed > 0 || reason !== 'NOT_SCORED')
    const saved = await AttemptModel.findOneAndUpdate(
      { _id: attempt._id, state: attempt.state, revision: attempt.revision }, { $set: { questions, mark, passed, state, needsReview }, $inc: { revision: 1 } }, { returnDocument: 'after' },
    ).lean<AttemptDoc>()
    if (!saved) continue
    ctx.load.sheet.forget(saved._id)
    ctx.load.attemptsOfEnrolment.forget()
    if (state === 'FINISHED') await ctx.tell('enrolment.changed', { enrolment: String(saved.enrolment) })
    return ctx.load.attempt.fresh(saved)
  }
  throw new Refusal('STALE')
}

const withoutSheet = ({ questions: _, keys: __, ...attempt }: ScoredDoc): AttemptDoc => attempt
