import type { Context } from '../../context.ts'
import { APPEAL_DAYS } from '../appealModel.ts'
import { appealUntil, leavesRoom } from '../domain/appeal.ts'
import type { AskedDoc, AttemptDoc, QuizDoc } from '../model.ts'
import { isOwn } from '../policy.ts'
import { marksShownFrom, questionsOf } from './review.ts'

/** Days of a quiz in which marks may be appealed against; one made before they were kept has those it would get today. */
export const appealDaysOf = ({ appealDays }: { appealDays?: number | null }): number => appealDays ?? APPEAL_DAYS

/** Until when marks of a scored attempt may be appealed against; null: no appeals here. */
export async function untilOf(ctx: Context, attempt: AttemptDoc, sheet: readonly AskedDoc[], quiz: QuizDoc): Promise<Date | null> {
  const judgedAnew = (attempt.regrades ?? []).flatMap(({ changed, at }) => (changed ? [at] : []))
  const markedAt = [...sheet.flatMap(({ marking }) => (marking ? [marking.at] : [])), ...judgedAnew]
  return appealUntil({ finishedAt: attempt.finishedAt!, markedAt, shownFrom: await marksShownFrom(ctx, attempt) }, appealDaysOf(quiz))
}

/** The questions of one's own attempt whose mark one may appeal against now: such as one sees, and was not appealed against. */
export async function appealableOf(ctx: Context, attempt: AttemptDoc): Promise<{ question: string; until: Date }[]> {
  if (attempt.state !== 'FINISHED' || !isOwn(ctx.viewer, attempt)) return []
  const [quiz, sheet, shown, there] = await Promise.all([
    ctx.load.quiz.get(attempt.quiz), ctx.load.sheet.of(attempt._id), questionsOf(ctx, attempt), ctx.load.appealsOfAttempt.of(attempt._id),
  ])
  const until = await untilOf(ctx, attempt, sheet, quiz)
  if (!until || ctx.now() >= until) return []
  const known = new Set(there.map(({ question }) => question))
  return shown.filter(({ id, points, mark }) => !known.has(id) && leavesRoom({ points, mark: mark ?? null })).map(({ id }) => ({ question: id, until }))
}
