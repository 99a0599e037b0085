import { randomBytes } from 'node:crypto'
import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { BankMove } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move, movesFrom } from '../../lib/transitions.ts'
import { bankMoves, needsReason } from '../domain/lifeCycle.ts'
import { commentShape, reasonShape } from '../input.ts'
import { BankQuestionModel, type BankQuestionDoc } from '../model.ts'
import { bankPolicy } from '../policy.ts'

/** Steps and comments that are kept. */
const HISTORY_MAX = 200

/** One step of a question's way. Who wrote what it says does not review it (SECOND_PERSON). A step sent twice is STALE. */
export async function moveBankQuestion(ctx: Context, id: string, revision: number, action: BankMove, why: string | null): Promise<BankQuestionDoc> {
  const question = await ctx.load.bankQuestion.get(id)
  authorise(bankPolicy, 'edit', ctx.viewer, question)
  const to = move(bankMoves, question.state, action)
  const by = signedIn(ctx.viewer)
  if (action === 'review' && String(question.writtenBy) === by) throw new Refusal('SECOND_PERSON')
  const reason = read(reasonShape, why, 'reason')
  if (needsReason(action) && !reason) throw new Refusal('REASON_REQUIRED', {}, 'reason')
  const history = [...question.history, { at: ctx.now(), by: new Types.ObjectId(by), move: action, to, reason }].slice(-HISTORY_MAX)
  const moved = await saveIf<BankQuestionDoc>(BankQuestionModel, question._id, { revision }, { state: to, history, updatedAt: ctx.now() })
  await ctx.tell('bank.changed', { question: id })
  return ctx.load.bankQuestion.fresh(moved)
}

/** The moves the viewer may make now. */
export const movesOf = (ctx: Context, question: BankQuestionDoc): BankMove[] => movesFrom(bankMoves, question.state).filter(action =>
  bankPolicy.edit(ctx.viewer, question) && !(action === 'review' && String(question.writtenBy) === ctx.viewer.id))

/** Says something about a question. The same said twice in a row is said once. */
export async function commentBankQuestion(ctx: Context, id: string, said: string): Promise<BankQuestionDoc> {
  const question = await ctx.load.bankQuestion.get(id)
  authorise(bankPolicy, 'comment', ctx.viewer, question)
  const text = read(commentShape, said, 'text')
  const by = signedIn(ctx.viewer)
  const last = question.comments.at(-1)
  if (last && String(last.by) === by && last.text === text) return question
  const comments = [...question.comments, { id: randomBytes(6).toString('hex'), at: ctx.now(), by: new Types.ObjectId(by), text }].slice(-HISTORY_MAX)
  return ctx.load.bankQuestion.fresh(await saveIf<BankQuestionDoc>(BankQuestionModel, question._id, { revision: question.revision }, { comments }))
}
