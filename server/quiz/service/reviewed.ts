import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { prose, read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import type { LateDoc } from '../clockModel.ts'

/** Says that somebody who teaches looked at what waited for people, and what came of it. Safe to repeat. */
export async function resolveReview(ctx: Context, id: string, said: string): Promise<AttemptDoc> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'mark', ctx.viewer, attempt)
  const note = read(prose(1000, 1), said, 'note')
  const reviewed = { by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), note }
  const saved = await AttemptModel.findOneAndUpdate({ _id: attempt._id, 'needsReview.0': { $exists: true } }, { $set: { needsReview: [], reviewed } }, { returnDocument: 'after' }).lean<AttemptDoc>()
  return ctx.load.attempt.fresh(saved ?? attempt)
}

/** What came too late, for whoever may see the attempt: none where it was never looked for. */
export async function lateAnswersOf({ _id }: AttemptDoc): Promise<LateDoc[]> {
  return (await AttemptModel.findById(_id).select('lateAnswers').lean<{ lateAnswers?: LateDoc[] }>())?.lateAnswers ?? []
}
