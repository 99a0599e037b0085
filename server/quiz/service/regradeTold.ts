import type { Context } from '../../context.ts'
import type { AttemptRegrade } from '../../graphql.ts'
import type { AttemptDoc } from '../model.ts'
import { reviewFor } from './review.ts'

/** What regrades made of an attempt, for who may see its marks now. */
export async function regradesOf(ctx: Context, attempt: AttemptDoc): Promise<AttemptRegrade[]> {
  const changed = (attempt.regrades ?? []).filter(one => one.changed)
  if (changed.length === 0 || attempt.state !== 'FINISHED' || !(await reviewFor(ctx, attempt)).has('MARKS')) return []
  return Promise.all(changed.map(async ({ regrade, at, before, after, questions }) => ({
    at, reason: (await ctx.load.regrade.get(regrade)).reason, before: before.mark, after: after.mark,
    questions: questions.filter(one => one.before.mark !== one.after.mark || one.before.points !== one.after.points).map(({ question }) => question),
  })))
}
