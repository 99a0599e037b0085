import type { Context } from '../../context.ts'
import { endOf } from '../../lib/days.ts'
import { scoringOf } from '../behaviourModel.ts'
import { reviewDefault, reviewItems, reviewMoment, reviewedAt, type ReviewItem } from '../domain/review.ts'
import type { AttemptDoc } from '../model.ts'
import { attemptPolicy, isOwn } from '../policy.ts'
import { attemptQuestion } from './describe.ts'
import { withFiles, type ShownQuestion } from './shown.ts'

const everything: ReadonlySet<ReviewItem> = new Set(reviewItems)

/** What the viewer may see of an attempt now: its learner by the quiz's matrix, who teaches or answers for it everything. */
export async function reviewFor(ctx: Context, attempt: AttemptDoc): Promise<ReadonlySet<ReviewItem>> {
  if (!isOwn(ctx.viewer, attempt)) return everything
  const cls = await ctx.load.class.get(attempt.class)
  const moment = reviewMoment({ finishedAt: attempt.finishedAt ?? null, closesAt: endOf(cls.endsOn) }, ctx.now())
  return reviewedAt(reviewDefault, moment)
}

/** The questions of an attempt, as far as the viewer may see them. Who marks sees what is judged before all of it is. */
export async function questionsOf(ctx: Context, attempt: AttemptDoc): Promise<ShownQuestion[]> {
  const may = await reviewFor(ctx, attempt)
  if (!may.has('ATTEMPT')) return []
  const open = attempt.state === 'IN_PROGRESS'
  const scored = attempt.state === 'FINISHED' || attemptPolicy.mark(ctx.viewer, attempt)
  const { behaviour } = scoringOf(attempt)
  const sheet = await ctx.load.sheet.of(attempt._id)
  return Promise.all(sheet.map((question, at) => withFiles(ctx, attempt, attemptQuestion(question, at, { open, scored, may, behaviour }))))
}
