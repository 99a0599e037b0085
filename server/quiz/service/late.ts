import { sameAnswer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput } from '../../graphql.ts'
import { isOpen } from '../domain/states.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'
import { readAnswerTo } from './answer.ts'

/** How long after the end an answer that could not be sent is still kept for people to look at (default, ours). */
const KEPT_MS = 24 * 3_600_000

/**
 * Keeps an answer that came too late, beside those that count, and asks for a look by people: a line that was down is no
 * silent zero. One of each question, the first; it changes no mark by itself. What its learner handed in by themselves, or
 * what is no answer to the question, is not kept.
 */
export async function keepLate(ctx: Context, id: string, question: string, input: AnswerInput): Promise<void> {
  const attempt = (await AttemptModel.findById(id).lean<AttemptDoc>())!
  const closedByClock = isOpen(attempt) || attempt.timedOut || attempt.state === 'ABANDONED'
  const at = ctx.now()
  if (!closedByClock || !attempt.endsAt || at.getTime() > attempt.endsAt.getTime() + KEPT_MS) return
  const asked = (await ctx.load.sheet.of(attempt._id)).find(one => one.id === question)
  if (!asked) return
  const answer = readAnswerTo(asked, input)
  if (sameAnswer(asked.answer, answer)) return
  await AttemptModel.updateOne({ _id: attempt._id, 'lateAnswers.question': { $ne: question } }, { $push: { lateAnswers: { question, answer, at } }, $addToSet: { needsReview: 'LATE_ANSWERS' } })
}
