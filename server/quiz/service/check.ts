import { isComplete, partsRight, rightPart, sameAnswer, specificFeedback } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AnswerInput } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { scoringOf, type ShownDoc } from '../behaviourModel.ts'
import type { KeyOfQuestion } from '../domain/attempt.ts'
import { todaysKey } from '../domain/former.ts'
import { isChecked, liveOf } from '../domain/live.ts'
import { openStates } from '../domain/states.ts'
import { triesOf, type Course, type Step } from '../domain/replay.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc, type ScoredDoc } from '../model.ts'
import { attemptForAnswer, attemptToAnswer, readAnswerTo, refusePage, refuseShut, savedElsewhere, stillOn } from './answer.ts'
import { noteSave, savedFrom } from './noteSignals.ts'
import { questionsOf } from './review.ts'
import type { ShownQuestion } from './shown.ts'

/** Answers judged at one question: more is guessing by trial (default, ours). */
const CHECKS_MAX = 50

type Found = { attempt: AttemptDoc; sheet: AskedDoc[]; at: number; asked: AskedDoc; keyed: KeyOfQuestion }

/** The question with its key, for judging; refused where the attempt is closed or judges no answers of this kind. */
async function found(ctx: Context, id: string, question: string, input?: AnswerInput): Promise<Found> {
  const attempt = await (input ? attemptForAnswer(ctx, id, question, input) : attemptToAnswer(ctx, id))
  const sheet = (await AttemptModel.findById(attempt._id).select('+questions +keys').lean<ScoredDoc>())!
  const at = sheet.questions.findIndex(one => one.id === question)
  const [asked, stored] = [sheet.questions[at], sheet.keys.find(one => one.id === question)]
  if (!asked || !stored) throw new Refusal('NOT_FOUND', {}, 'question')
  refusePage(attempt, asked, at)
  if (!isChecked(scoringOf(attempt).behaviour, asked.kind)) throw new Refusal('NO_CHECK', { kind: asked.kind }, 'question')
  return { attempt, sheet: sheet.questions, at, asked, keyed: todaysKey(stored, asked) }
}

/**
 * Saves an answer and has it judged: one step more, unless it is the answer judged last. Refuses what is incomplete, a
 * question that is closed (QUESTION_CLOSED) or shows a hint (TRY_AGAIN_FIRST). The same sent again is a reply that was lost.
 */
export async function checkAnswer(ctx: Context, id: string, question: string, seq: number, input: AnswerInput): Promise<ShownQuestion> {
  const { attempt, sheet, at, asked, keyed } = await found(ctx, id, question, input)
  const answer = readAnswerTo(asked, input)
  if (!isComplete(asked, answer)) throw new Refusal('ANSWER_INCOMPLETE', {}, 'answer')
  const last = asked.steps?.at(-1)
  if (asked.seq === seq + 1 && sameAnswer(asked.answer, answer) && last?.kind === 'CHECK' && sameAnswer(last.answer, answer)) return described(ctx, attempt, question)
  refuseShut(asked)
  const step: Step = { at: ctx.now(), kind: 'CHECK', answer, certainty: null }
  const course = { answer, steps: [...(asked.steps ?? []), step] }
  const judged = triesOf(course, false).length > triesOf({ answer, steps: asked.steps }, false).length
  if (judged && (asked.steps ?? []).filter(({ kind }) => kind === 'CHECK').length >= CHECKS_MAX) throw new Refusal('OUT_OF_RANGE', { max: CHECKS_MAX }, 'answer')
  const live = shownOf(course, keyed, attempt)
  const change = { answer, savedAt: step.at, ...(judged ? { live } : {}), ...(judged && live.phase === 'CLOSED' ? { feedback: keyed.feedback } : {}) }
  return saved(ctx, attempt, { sheet, at, savedAt: step.at, question, seq, change, ...(judged ? { step } : {}) })
}

/** After a hint: what was wrong is taken away where the hint says so, and the question is open again. Safe to repeat. */
export async function tryAgain(ctx: Context, id: string, question: string, seq: number): Promise<ShownQuestion> {
  const { attempt, sheet, at, asked, keyed: { key, hints = [] } } = await found(ctx, id, question)
  if (asked.seq === seq + 1 && asked.steps?.at(-1)?.kind === 'TRY_AGAIN') return described(ctx, attempt, question)
  if (asked.live?.phase !== 'HINT') throw new Refusal('WRONG_STATE', { state: asked.live?.phase ?? 'ANSWERING', move: 'tryAgain' })
  const left = hints[asked.live.tries - 1]?.clearWrong ? rightPart(key, asked.answer!) : asked.answer
  const step: Step = { at: ctx.now(), kind: 'TRY_AGAIN', answer: left, certainty: null }
  return saved(ctx, attempt, { sheet, at, savedAt: step.at, question, seq, step, change: { answer: left, savedAt: step.at, live: { ...asked.live, phase: 'ANSWERING', checked: left, specific: null } } })
}

/** What is kept to be shown of a question under way, so that who shows it needs no key. */
function shownOf(course: Course, { key, hints = [], outcomeFeedback }: KeyOfQuestion, attempt: AttemptDoc): ShownDoc {
  const { behaviour, penalty } = scoringOf(attempt)
  const live = liveOf(course, key, behaviour, penalty, hints.length)
  const hint = behaviour === 'INTERACTIVE' && live.phase === 'HINT' ? hints[live.tries - 1] : undefined
  const parts = hint?.showCount ? partsRight(key, course.answer!) : null
  const specific = specificFeedback(key, outcomeFeedback, course.answer, live.outcome)
  return { ...live, checked: course.answer, specific, hint: hint ? { text: hint.text, partsRight: parts?.right ?? null, parts: parts?.of ?? null } : null }
}

type Change = { sheet: AskedDoc[]; at: number; savedAt: Date; question: string; seq: number; step?: Step; change: Record<string, unknown> }

async function saved(ctx: Context, attempt: AttemptDoc, { sheet, at, savedAt, question, seq, step, change }: Change): Promise<ShownQuestion> {
  const place = `questions.${at}`
  const { modifiedCount } = await AttemptModel.updateOne(
    { _id: attempt._id, state: { $in: [...openStates] }, ...stillOn(attempt), [`${place}.id`]: question, [`${place}.seq`]: seq },
    {
      $set: { ...Object.fromEntries(Object.entries(change).map(([field, value]) => [`${place}.${field}`, value])), ...savedFrom(ctx, attempt) },
      ...(step ? { $push: { [`${place}.steps`]: step } } : {}), $inc: { [`${place}.seq`]: 1, revision: 1 },
    },
  )
  ctx.load.sheet.forget(attempt._id)
  if (modifiedCount !== 1) await savedElsewhere(ctx, attempt, question)
  await noteSave(ctx, attempt, sheet, at, savedAt)
  return described(ctx, attempt, question)
}

async function described(ctx: Context, attempt: AttemptDoc, question: string): Promise<ShownQuestion> {
  ctx.load.sheet.forget(attempt._id)
  return (await questionsOf(ctx, attempt)).find(({ id }) => id === question)!
}
