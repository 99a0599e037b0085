import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { prose, read } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { timedOf } from '../clockModel.ts'
import { attemptMoves } from '../domain/states.ts'
import { nextCheckAt } from '../domain/timing.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { apply } from './handIn.ts'
import { endOfAttempt } from './retime.ts'

/**
 * Makes an abandoned attempt go on. Where its time is over it is handed in at once, as of its end (Moodle's reopen); its end is the one that holds now, so that more time given before counts. Refuses
 * with ATTEMPT_UNDER_WAY while its learner takes another; one that was reopened already is given as it is.
 */
export async function reopenAttempt(ctx: Context, id: string, why: string): Promise<AttemptDoc> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'mark', ctx.viewer, attempt)
  const reason = read(prose(1000, 1), why, 'reason')
  if (attempt.state !== 'ABANDONED' && attempt.reopened) return attempt
  const state = move(attemptMoves, attempt.state, 'reopen')
  const endsAt = await endOfAttempt(await ctx.load.quiz.get(attempt.quiz), await ctx.load.class.get(attempt.class), attempt)
  const change = { state, endsAt, nextCheckAt: nextCheckAt({ ...timedOf(attempt), state, endsAt }), reopened: { by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), reason } }
  const open = await saveIf<AttemptDoc>(AttemptModel, attempt._id, { state: attempt.state }, change).catch(error => {
    throw isDuplicate(error) ? new Refusal('ATTEMPT_UNDER_WAY') : error
  })
  const isOver = open.endsAt && ctx.now() > open.endsAt
  const saved = isOver ? await apply(ctx, open, { move: 'handIn', finishedAt: open.endsAt!, timedOut: true }) : open
  ctx.load.attemptsOfEnrolment.forget()
  return ctx.load.attempt.fresh(saved)
}
