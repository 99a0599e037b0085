import { readAnswer, sameAnswer, type Answer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput, SavedAnswer } from '../../graphql.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { timedOf } from '../clockModel.ts'
import { isOpenPage, onlyPage, pageOfQuestion } from '../domain/pages.ts'
import { isOpen, openStates } from '../domain/states.ts'
import { nextCheckAt, onRequest, type Request } from '../domain/timing.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { claimAnswer, releaseUnnamed } from './answerFiles.ts'
import { apply } from './handIn.ts'
import { keepLate } from './late.ts'
import { noteSave, savedFrom } from './noteSignals.ts'

/** Why an answer that was sent too late is refused. */
const tooLate: ReadonlySet<string> = new Set(['TIME_OVER', 'HAND_IN_ONLY', 'ATTEMPT_ABANDONED'])
/** Times its end may change while it is handed in. */
const TRIES = 5

/** The viewer's own attempt, and what the server's clock makes of a request to it. */
async function ruled(ctx: Context, id: string, request: Request): Promise<{ attempt: AttemptDoc; keep: boolean }> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'take', ctx.viewer, attempt)
  const { keep, then } = onRequest(timedOf(attempt), request, ctx.now())
  return { attempt: then ? forget(ctx, await apply(ctx, attempt, then)) : attempt, keep }
}

/** The viewer's own attempt, open for answers. Refuses where they count no more: then it is what its time made of it. */
export async function attemptToAnswer(ctx: Context, id: string): Promise<AttemptDoc> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { attempt, keep } = await ruled(ctx, id, 'SAVE')
    if (keep && isOpen(attempt)) return attempt
    // Given more time just as it was to be closed: it is judged by its new end.
    if (attempt.state !== 'IN_PROGRESS') refuseClosed(attempt)
  }
  throw new Refusal('STALE')
}

/** The same, for an answer to this question: one that comes too late is kept beside, for people to look at. */
export function attemptForAnswer(ctx: Context, id: string, question: string, input: AnswerInput): Promise<AttemptDoc> {
  return attemptToAnswer(ctx, id).catch(async error => {
    if (error instanceof Refusal && tooLate.has(error.code)) await keepLate(ctx, id, question, input)
    throw error
  })
}

function forget(ctx: Context, attempt: AttemptDoc): AttemptDoc {
  ctx.load.sheet.forget(attempt._id)
  ctx.load.attemptsOfEnrolment.forget()
  return ctx.load.attempt.fresh(attempt)
}

/**
 * Saves one answer. `seq` says how often the client saw this answer saved: where another window saved in between it
 * refuses with ANSWERED_ELSEWHERE, save for the very same answer whose reply was lost. What arrives too long after the end
 * is refused (TIME_OVER, HAND_IN_ONLY or ATTEMPT_ABANDONED), and what was saved by then stands.
 */
export async function saveAnswer(ctx: Context, id: string, question: string, seq: number, input: AnswerInput, sure: number | null = null): Promise<SavedAnswer> {
  const attempt = await attemptForAnswer(ctx, id, question, input)
  const sheet = await ctx.load.sheet.of(attempt._id)
  const at = sheet.findIndex(one => one.id === question)
  if (at < 0) throw new Refusal('NOT_FOUND', {}, 'question')
  const answer = readAnswerTo(sheet[at]!, input)
  const certainty = readCertainty(attempt, sure)
  refusePage(attempt, sheet[at]!, at)
  refuseShut(sheet[at]!)
  await claimAnswer(ctx, attempt, sheet[at]!, answer)
  const savedAt = ctx.now()
  const place = `questions.${at}`
  const { modifiedCount } = await AttemptModel.updateOne(
    { _id: attempt._id, state: { $in: [...openStates] }, ...stillOn(attempt), [`${place}.id`]: question, [`${place}.seq`]: seq },
    { $set: { [`${place}.answer`]: answer, [`${place}.certainty`]: certainty, [`${place}.savedAt`]: savedAt, ...savedFrom(ctx, attempt) }, $inc: { [`${place}.seq`]: 1, revision: 1 } },
  )
  await releaseUnnamed(ctx, attempt, [...sheet[at]!.answer?.files ?? [], ...answer?.files ?? []])
  ctx.load.sheet.forget(attempt._id)
  if (modifiedCount === 1) {
    await noteSave(ctx, attempt, sheet, at, savedAt)
    return { attempt: String(attempt._id), question, seq: seq + 1, savedAt }
  }
  return alreadySaved(ctx, attempt, question, seq, { answer, certainty })
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
  if (!same || !isOpen((await AttemptModel.findById(attempt._id).lean<AttemptDoc>())!)) return savedElsewhere(ctx, attempt, question)
  return { attempt: String(attempt._id), question, seq: stored.seq, savedAt: stored.savedAt! }
}

/** Refuses what another window was faster with, or the clock. */
export async function savedElsewhere(ctx: Context, { _id }: AttemptDoc, question: string): Promise<never> {
  const now = (await AttemptModel.findById(_id).lean<AttemptDoc>())!
  if (!isOpen(now)) refuseClosed(now)
  const sheet = await ctx.load.sheet.of(_id)
  const at = sheet.findIndex(({ id }) => id === question)
  refusePage(now, sheet[at]!, at)
  throw new Refusal('ANSWERED_ELSEWHERE', { seq: sheet[at]!.seq, savedAt: sheet[at]!.savedAt?.toISOString() ?? null })
}

/** A question of a page that was left, or not reached yet, takes no answer. */
export function refusePage(attempt: AttemptDoc, question: AskedDoc, at: number): void {
  if (!isOpenPage(attempt, pageOfQuestion(question, at))) throw new Refusal('PAGE_CLOSED', { page: (attempt.page ?? 0) + 1 }, 'question')
}

/** Part of the filter of a save: page by page, one that comes after its page was turned saves nothing. */
export const stillOn = (attempt: AttemptDoc): { page?: number } => (onlyPage(attempt) === null ? {} : { page: onlyPage(attempt)! })

/** Says why this attempt takes no answer now. */
export function refuseClosed(attempt: AttemptDoc): never {
  const { state, timedOut, endsAt, finishedAt } = attempt
  if (state === 'OVERDUE') throw new Refusal('HAND_IN_ONLY', { until: nextCheckAt(timedOf(attempt))!.toISOString() })
  if (state === 'ABANDONED') throw new Refusal('ATTEMPT_ABANDONED', { endsAt: endsAt!.toISOString() })
  if (timedOut) throw new Refusal('TIME_OVER', { endsAt: endsAt!.toISOString() })
  throw new Refusal('ATTEMPT_CLOSED', { finishedAt: finishedAt!.toISOString() })
}

/**
 * Hands in what is saved and scores what a machine can; after the end as of then, or, where there is grace, as of now. One
 * that is closed already is given as it is, and so is one with time left whose browser says (`timeUp`) there is none.
 */
export async function submitAttempt(ctx: Context, id: string, timeUp = false): Promise<AttemptDoc> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { attempt } = await ruled(ctx, id, timeUp ? 'TIME_UP' : 'HAND_IN')
    if (!isOpen(attempt) || timeUp) return attempt
  }
  throw new Refusal('STALE')
}
