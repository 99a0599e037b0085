import type { Context } from '../../context.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { CurriculumDoc } from '../model.ts'
import { change } from './change.ts'
import { dueOf } from './review.ts'

/** Sets another day by which a review is to be answered. */
export const setReviewDue = (ctx: Context, id: string, day: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'schedule', ({ state, review }) => {
    if (state !== 'IN_REVIEW' || !review) throw new Refusal('WRONG_STATE', { state, move: 'schedule' })
    const due = dueOf(ctx, day)
    return due === review.due ? null : { set: { review: { ...review, due } }, tells: [{ kind: 'schedule', facts: { due, before: review.due } }] }
  })
