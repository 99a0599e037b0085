import type { Context } from '../../context.ts'
import type { AppealDoc } from '../appealModel.ts'
import { appealPolicy } from '../appealPolicy.ts'
import { scoringOf } from '../behaviourModel.ts'
import { reviewItems, type ReviewItem } from '../domain/review.ts'
import type { AttemptDoc } from '../model.ts'
import { isOwn } from '../policy.ts'
import { attemptQuestion } from './describe.ts'
import { reviewFor } from './review.ts'
import { withFiles, type ShownQuestion } from './shown.ts'

/** To who judges everything but the key, which they find with the quiz where they edit it. */
const toJudges: ReadonlySet<ReviewItem> = new Set(reviewItems.filter(item => item !== 'RIGHT_ANSWER'))

/** The question of an appeal as it was answered: to its learner what they may see of it now. */
export async function questionOfAppeal(ctx: Context, appeal: AppealDoc): Promise<ShownQuestion> {
  const attempt = await ctx.load.attempt.get(appeal.attempt)
  const may = isOwn(ctx.viewer, attempt) ? await reviewFor(ctx, attempt) : toJudges
  const sheet = await ctx.load.sheet.of(attempt._id)
  const at = sheet.findIndex(({ id }) => id === appeal.question)
  return withFiles(ctx, attempt, attemptQuestion(sheet[at]!, at, { open: false, scored: true, may, behaviour: scoringOf(attempt).behaviour, right: null }))
}

/** Of an attempt the questions under appeal that the viewer may see, though perhaps not the attempt: who judges it. */
export async function questionsUnderAppeal(ctx: Context, attempt: AttemptDoc): Promise<ShownQuestion[]> {
  const appeals = await ctx.load.appealsOfAttempt.of(attempt._id)
  return Promise.all(appeals.filter(appeal => appealPolicy.see(ctx.viewer, appeal)).map(appeal => questionOfAppeal(ctx, appeal)))
}
