import { readAnswer, sameAnswer, type Answer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput, SavedAnswer } from '../../graphql.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { claimAnswer, releaseUnnamed } from './answerFiles.ts'
import { handIn, settle } from './handIn.ts'

/** The viewer's own attempt; one whose time is over is handed in first. */
export async function ownAttempt(ctx: Context, id: string): Promise<{ attempt: AttemptDoc; settled: AttemptDoc }> {
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
export async function saveAnswer(ctx: Context, id: string, question: string, seq: number, input: AnswerInput, sure: number | null = null): Promise<SavedAnswer> {
  const { settled } = await ownAttempt(ctx, id)
  refuseClosed(settled)
  const sheet = await ctx.load.sheet.of(settled._id)
  const at = sheet.findIndex(one => one.id === question)
  if (at < 0) throw new Refusal('NOT_FOUND', {}, 'question')
  const answer = readAnswerTo(sheet[at]!, input)
  const certainty = readCertainty(settled, sure)
  refuseShut(sheet[at]!)
  await claimAnswer(ctx, settled, sheet[at]!, answer)
  const savedAt = ctx.now()
  const place = `questions.${at}`
  const { modifiedCount } = await AttemptModel.updateOne(
    { _id: settled._id, state: 'IN_PROGRESS', [`${place}.id`]: question, [`${place}.seq`]: seq },
    { $set: { [`${place}.answer`]: answer, [`${place}.certainty`]: certainty, [`${place}.savedAt`]: savedAt }, $inc: { [`${place}.seq`]: 1, revision: 1 } },
  )
  await releaseUnnamed(ctx, settled, [...sheet[at]!.answer?.files ?? [], ...answer?.files ?? []])
  ctx.load.sheet.forget(settled._id)
  if (modifiedCount === 1) return { attempt: String(settled._id), question, seq: seq + 1, savedAt }
  return alreadySaved(ctx, settled, question, seq, { answer, certainty })
}

/** The answer as it is to be stored; refused where it is none to this question. */
export function readAnswerTo(question: AskedDoc, input: AnswerInput): Answer | null {
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

/** How sure somebody says they are: asked for with CERTAINTY alone. */
function readCertainty({ behaviour }: AttemptDoc, sure: number | null): number | null {
  if (sure === null) return null
  if (behaviour !== 'CERTAINTY' || sure < 1 || sure > 3) throw new Refusal('OUT_OF_RANGE', { min: 1, max: 3 }, 'certainty')
  return sure
}

/** Refuses answers to a question that is judged for good, or shows a hint. */
export function refuseShut({ live }: Pick<AskedDoc, 'live'>): void {
  if (live?.phase === 'CLOSED') throw new Refusal('QUESTION_CLOSED', {}, 'question')
  if (live?.phase === 'HINT') throw new Refusal('TRY_AGAIN_FIRST', {}, 'question')
}

/** Nothing was changed: because the attempt closed meanwhile, the reply to this very save was lost, or another window saved. */
async function alreadySaved(ctx: Context, attempt: AttemptDoc, question: string, seq: number, { answer, certainty }: { answer: Answer | null; certainty: number | null }): Promise<SavedAnswer> {
  const stored = (await ctx.load.sheet.of(attempt._id)).find(({ id }) => id === question)!
  const same = stored.seq === seq + 1 && sameAnswer(stored.answer, answer) && (stored.certainty ?? null) === certainty
  if (!same || (await AttemptModel.findById(attempt._id).lean<AttemptDoc>())!.state !== 'IN_PROGRESS') return savedElsewhere(ctx, attempt, question)
  return { attempt: String(attempt._id), question, seq: stored.seq, savedAt: stored.savedAt! }
}

/** Refuses what another window was faster with, or the clock. */
export async function savedElsewhere(ctx: Context, { _id }: AttemptDoc, question: string): Promise<never> {
  refuseClosed((await AttemptModel.findById(_id).lean<AttemptDoc>())!)
  const stored = (await ctx.load.sheet.of(_id)).find(({ id }) => id === question)!
  throw new Refusal('ANSWERED_ELSEWHERE', { seq: stored.seq, savedAt: stored.savedAt?.toISOString() ?? null })
}

export function refuseClosed({ state, timedOut, endsAt, finishedAt }: AttemptDoc): void {
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
