import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { FileDoc } from '../../file/index.ts'
import { prose, read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import type { LateDoc } from '../clockModel.ts'
import { lateOf } from './lateAnswers.ts'
import { filesOf } from './shown.ts'

/**
 * Says that somebody who teaches looked at what waited for people, and what came of it. Refuses with NOT_MARKED while some of
 * what could not be scored has no mark. Safe to repeat.
 */
export async function resolveReview(ctx: Context, id: string, said: string): Promise<AttemptDoc> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'mark', ctx.viewer, attempt)
  const note = read(prose(1000, 1), said, 'note')
  const reviewed = { by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), note }
  const saved = await AttemptModel.findOneAndUpdate({ _id: attempt._id, 'needsReview.0': { $exists: true }, $nor: [unmarked] }, { $set: { needsReview: [], reviewed } }, { returnDocument: 'after' }).lean<AttemptDoc>()
  if (!saved && (await AttemptModel.exists({ _id: attempt._id, ...unmarked }))) throw new Refusal('NOT_MARKED')
  return ctx.load.attempt.fresh(saved ?? (await AttemptModel.findById(attempt._id).lean<AttemptDoc>())!)
}

const unmarked = { state: 'SUBMITTED', needsReview: 'NOT_SCORED' } as const

/** What came too late, with its files, for whoever may see the attempt. */
export async function lateAnswersOf(ctx: Context, attempt: AttemptDoc): Promise<(LateDoc & { files: FileDoc[] })[]> {
  return Promise.all((await lateOf(attempt)).map(async late => ({ ...late, files: await filesOf(ctx, attempt, late.answer) })))
}
