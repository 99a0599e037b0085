import type { Context } from '../../context.ts'
import { Refusal } from '../../lib/refusal.ts'
import { isOpenPage, onlyPage, pageCountOf, pageOfQuestion } from '../domain/pages.ts'
import { isHandedIn, isOpen, openStates } from '../domain/states.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { isOwn } from '../policy.ts'
import { attemptToAnswer, refuseClosed } from './answer.ts'
import type { DealtSection } from './sheet.ts'

/** Not handed in by its own learner, abandoned or not: then, page by page, only the page they are on is shown. */
const isTaking = (ctx: Context, attempt: AttemptDoc): boolean => isOwn(ctx.viewer, attempt) && !isHandedIn(attempt)

/** Whether the viewer is shown a question of an attempt now. */
export const isShown = (ctx: Context, attempt: AttemptDoc, question: AskedDoc, at: number): boolean =>
  !isTaking(ctx, attempt) || isOpenPage(attempt, pageOfQuestion(question, at))

/** What the graph says of an attempt's pages. */
export async function pagesOf(ctx: Context, attempt: AttemptDoc): Promise<{ pageCount: number; questionCount: number; answeredCount: number; sections: DealtSection[] }> {
  const [sheet, sections] = await Promise.all([ctx.load.sheet.of(attempt._id), ctx.load.sheet.sections(attempt._id)])
  const shown = new Set(sheet.filter((question, at) => isShown(ctx, attempt, question, at)).map(({ section }) => section))
  return {
    pageCount: pageCountOf(sheet), questionCount: sheet.length, answeredCount: sheet.filter(({ answer }) => answer !== null).length,
    sections: sections.filter(({ id }) => shown.has(id)),
  }
}

/** Leaves a page for good: what was saved on it stays, what was not is not asked again. Done twice, it is done once. */
export async function turnPage(ctx: Context, id: string, from: number): Promise<AttemptDoc> {
  const attempt = await attemptToAnswer(ctx, id)
  const only = onlyPage(attempt)
  if (only === null || only === from + 1) return attempt
  const last = pageCountOf(await ctx.load.sheet.of(attempt._id)) - 1
  if (only !== from || from >= last) throw new Refusal('PAGE_CLOSED', { page: only + 1 }, 'from')
  const turned = await AttemptModel.findOneAndUpdate({ _id: attempt._id, state: { $in: [...openStates] }, page: from }, { $set: { page: from + 1 }, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<AttemptDoc>()
  const now = turned ?? (await AttemptModel.findById(attempt._id).lean<AttemptDoc>())!
  if (!isOpen(now)) refuseClosed(now)
  ctx.load.sheet.forget(now._id)
  return ctx.load.attempt.fresh(now)
}
