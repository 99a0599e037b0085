import { sameAnswer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput } from '../../graphql.ts'
import { isOpen } from '../domain/states.ts'
import { isOpenPage, pageOfQuestion } from '../domain/pages.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'
import { readAnswerTo } from './answer.ts'
import { claimAnswer, releaseUnnamed } from './answerFiles.ts'
import { lateOf } from './lateAnswers.ts'

/** How long after the end an answer that could not be sent is still kept for people to look at (default, ours). */
const KEPT_MS = 24 * 3_600_000

/**
 * Keeps an answer that came too late, beside those that count, and asks for a look by people: a line that was down is no
 * silent zero. One of each question, the first, with its files; it changes no mark by itself. Not kept is what its learner handed
 * in by themselves, what would not have counted in time either, and what is no answer to the question.
 */
export async function keepLate(ctx: Context, id: string, question: string, input: AnswerInput): Promise<void> {
  const attempt = (await AttemptModel.findById(id).lean<AttemptDoc>())!
  const closedByClock = isOpen(attempt) || attempt.timedOut || attempt.state === 'ABANDONED'
  const at = ctx.now()
  if (!closedByClock || !attempt.endsAt || at.getTime() > attempt.endsAt.getTime() + KEPT_MS) return
  const sheet = await ctx.load.sheet.of(attempt._id)
  const place = sheet.findIndex(one => one.id === question)
  const asked = sheet[place]
  if (!asked || (asked.live && asked.live.phase !== 'ANSWERING') || !isOpenPage(attempt, pageOfQuestion(asked, place))) return
  const answer = readAnswerTo(asked, input)
  if (sameAnswer(asked.answer, answer) || (await lateOf(attempt)).some(one => one.question === question)) return
  await claimAnswer(ctx, attempt, asked, answer)
  await AttemptModel.updateOne({ _id: attempt._id, 'lateAnswers.question': { $ne: question } }, { $push: { lateAnswers: { question, answer, at } }, $addToSet: { needsReview: 'LATE_ANSWERS' } })
  await releaseUnnamed(ctx, attempt, answer?.files ?? [])
}
