import { readAnswer, sameAnswer, type Answer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput, SavedAnswer } from '../../graphql.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { handIn, settle } from './handIn.ts'

/** The viewer's own attempt; one whose time is over is handed in first. */
async function ownAttempt(ctx: Context, id: string): Promise<{ attempt: AttemptDoc; settled: AttemptDoc }> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'take', ctx.viewer, attempt)
  const settled = await settle(ctx, attempt)
  if (settled !== attempt) forget(ctx, settled)
  return { attempt, settled }
}

function forget(ctx: Context, attempt: AttemptDoc): AttemptDoc {
  ctx.load.sheet.forget(attempt._id)
  ctx.load.attemptsOfEnrolment.forget()
  return ctx.load.attempt.fresh(attempt)
}

/**
 * Saves one answer. `seq` says how often the client saw this answer saved: where another window saved in between it
 * refuses with ANSWERED_ELSEWHERE, save for the very same answer whose reply was lost. After time TIME_OVER, and what
 * was saved by then is handed in.
 */
export async function saveAnswer(ctx: Context, id: string, question: string, seq: number, input: AnswerInput): Promise<SavedAnswer> {
  const { settled } = await ownAttempt(ctx, id)
  refuseClosed(settled)
  const sheet = await ctx.load.sheet.of(settled._id)
  const at = sheet.findIndex(one => one.id === question)
  if (at < 0) throw new Refusal('NOT_FOUND', {}, 'question')
  const answer = read(sheet[at]!, input)
  const savedAt = ctx.now()
  const place = `questions.${at}`
  const { modifiedCount } = await AttemptModel.updateOne(
    { _id: settled._id, state: 'IN_PROGRESS', [`${place}.id`]: question, [`${place}.seq`]: seq },
    { $set: { [`${place}.answer`]: answer, [`${place}.savedAt`]: savedAt }, $inc: { [`${place}.seq`]: 1, revision: 1 } },
  )
  ctx.load.sheet.forget(settled._id)
  if (modifiedCount === 1) return { attempt: String(settled._id), question, seq: seq + 1, savedAt }
  return alreadySaved(ctx, settled, question, seq, answer)
}

function read(question: AskedDoc, input: AnswerInput): Answer | null {
  const reading = readAnswer(question, input)
  if (reading.ok) return reading.answer
  const part = Object.entries(input).find(([, value]) => value !== null && value !== undefined)?.[0]
  switch (reading.why) {
    case 'UNKNOWN_CHOICE': throw new Refusal('NOT_FOUND', {}, `answer.${part}`)
    case 'KIND':
    case 'TOO_MANY': throw new Refusal('ANSWER_KIND', { kind: question.kind }, 'answer')
    case 'TOO_LONG': throw question.essay?.maxWords ? new Refusal('TOO_MANY_WORDS', { max: question.essay.maxWords }, 'answer.text') : new Refusal('TOO_LONG', {}, `answer.${part}`)
  }
}

/** Nothing was changed: because the attempt closed meanwhile, the reply to this very save was lost, or another window saved. */
async function alreadySaved(ctx: Context, { _id }: AttemptDoc, question: string, seq: number, answer: Answer | null): Promise<SavedAnswer> {
  const now = (await AttemptModel.findById(_id).lean<AttemptDoc>())!
  refuseClosed(now)
  const stored = (await ctx.load.sheet.of(_id)).find(({ id }) => id === question)!
  if (stored.seq === seq + 1 && sameAnswer(stored.answer, answer)) {
    return { attempt: String(_id), question, seq: stored.seq, savedAt: stored.savedAt! }
  }
  throw new Refusal('ANSWERED_ELSEWHERE', { seq: stored.seq, savedAt: stored.savedAt?.toISOString() ?? null })
}

function refuseClosed({ state, timedOut, endsAt, finishedAt }: AttemptDoc): void {
  if (state === 'IN_PROGRESS') return
  if (timedOut) throw new Refusal('TIME_OVER', { endsAt: endsAt!.toISOString() })
  throw new Refusal('ATTEMPT_CLOSED', { finishedAt: finishedAt!.toISOString() })
}

/** Hands in what is saved and scores what a machine can. One that is closed already is given as it is. */
export async function submitAttempt(ctx: Context, id: string): Promise<AttemptDoc> {
  const { settled } = await ownAttempt(ctx, id)
  if (settled.state !== 'IN_PROGRESS') return settled
  return forget(ctx, await handIn(ctx, settled._id, { finishedAt: ctx.now(), timedOut: false }))
}
