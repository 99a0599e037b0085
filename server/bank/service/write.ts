import { Types, type ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { CourseModel } from '../../course/index.ts'
import type { BankOwnerInput, BankQuestionInput, NewBankQuestionInput } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { lineOf } from '../../lib/paragraphs.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { PartnerModel } from '../../partner/index.ts'
import type { Question } from '../domain/question.ts'
import { filing, readBody } from '../input.ts'
import { BankQuestionModel, BankVersionModel, type BankQuestionDoc, type OwnerDoc } from '../model.ts'
import { bankPolicy, bankViewerPolicy, writesFor } from '../policy.ts'
import { knownMedia, takeMedia } from './media.ts'

/** Versions of one question; more is another question. */
const VERSIONS_MAX = 100

/** The owner somebody names, if they may write for it; another's is not found. */
export async function ownerFor(ctx: Context, { kind, id }: BankOwnerInput, field = 'input.owner'): Promise<OwnerDoc> {
  authorise(bankViewerPolicy, 'useBank', ctx.viewer, ctx.viewer)
  const owner: OwnerDoc = { kind, id: kind === 'AGENCY' || !isId(id) ? null : new Types.ObjectId(id!) }
  const there = kind === 'AGENCY' || (owner.id !== null && (await (kind === 'PARTNER' ? PartnerModel.exists({ _id: owner.id }) : CourseModel.exists({ _id: owner.id }))) !== null)
  if (!there || !writesFor(ctx.viewer, owner)) throw new Refusal(kind === 'AGENCY' ? 'FORBIDDEN' : 'NOT_FOUND', {}, field)
  return owner
}

/** A new question with its first version, in one step. */
export async function createBankQuestion(ctx: Context, input: NewBankQuestionInput): Promise<BankQuestionDoc> {
  const owner = await ownerFor(ctx, input.owner)
  const filed = read(filing, input.filing, 'input.filing')
  const question = readBody(input.question, newQuestionId(), undefined, 'input.question', await knownMedia(ctx, input.question))
  const [made] = await inTransaction(async session => {
    await takeMedia(ctx, session, question)
    return insert(ctx, owner, [{ filed, question }], session)
  })
  await ctx.tell('bank.changed', { question: String(made) })
  return ctx.load.bankQuestion.get(made!)
}

const newQuestionId = () => String(new Types.ObjectId())
export type Filed = { filed: ReturnType<typeof filing.parse>; question: Question }

/** Many at once, all or none: an import. Gives their ids. */
export async function insert(ctx: Context, owner: OwnerDoc, entries: readonly Filed[], session: ClientSession): Promise<Types.ObjectId[]> {
  const by = new Types.ObjectId(signedIn(ctx.viewer))
  const at = ctx.now()
  const rows = entries.map(({ filed, question }) => ({ filed, question, _id: new Types.ObjectId(), version: new Types.ObjectId() }))
  await BankVersionModel.insertMany(rows.map(({ _id, version, question }) => ({ _id: version, bankQuestion: _id, number: 1, at, by, question })), { session })
  await BankQuestionModel.insertMany(rows.map(({ _id, version, filed, question }) =>
    ({ _id, owner, ...filed, ...saidBy(question), version, versionCount: 1, writtenBy: by, updatedAt: at })), { session })
  return rows.map(({ _id }) => _id)
}

/** Files it elsewhere, or says it anew: a new version, which goes back to DRAFT. What changes nothing is no change. */
export async function updateBankQuestion(ctx: Context, id: string, revision: number, input: BankQuestionInput): Promise<BankQuestionDoc> {
  const before = await ctx.load.bankQuestion.get(id)
  authorise(bankPolicy, 'edit', ctx.viewer, before)
  if (before.state === 'RETIRED') throw new Refusal('WRONG_STATE', { state: before.state, move: 'edit' })
  const filed = input.filing ? read(filing, input.filing, 'input.filing') : {}
  const now = { ...filed, updatedAt: ctx.now() }
  const current = (await ctx.load.bankVersion.get(before.version)).question
  const question = input.question ? readBody(input.question, current.id, current, 'input.question', await knownMedia(ctx, input.question, current)) : current
  if (JSON.stringify(question) === JSON.stringify(current)) {
    const moved = await saveIf<BankQuestionDoc>(BankQuestionModel, before._id, { revision }, now)
    await ctx.tell('bank.changed', { question: id })
    return ctx.load.bankQuestion.fresh(moved)
  }
  const number = before.versionCount + 1
  if (number > VERSIONS_MAX) throw new Refusal('OUT_OF_RANGE', { max: VERSIONS_MAX })
  const by = new Types.ObjectId(signedIn(ctx.viewer))
  const saved = await inTransaction(async session => {
    await takeMedia(ctx, session, question, current)
    const [version] = await BankVersionModel.create([{ bankQuestion: before._id, number, at: ctx.now(), by, question }], { session })
    return saveIf<BankQuestionDoc>(BankQuestionModel, before._id, { revision },
      { ...now, ...saidBy(question), version: version!._id, versionCount: number, writtenBy: by, state: 'DRAFT' }, session)
  })
  ctx.load.versionsOfBankQuestion.forget()
  await ctx.tell('bank.changed', { question: id })
  return ctx.load.bankQuestion.fresh(saved)
}

/** What lists and searches read of a question. */
const saidBy = ({ kind, text }: Question) => ({ kind, words: lineOf(text, 500) || '–' })

/** Removes a draft with its only version. Refuses with ALREADY_ASKED what has been reviewed or worded again. */
export async function deleteBankQuestion(ctx: Context, id: string): Promise<boolean> {
  const question = await ctx.load.bankQuestion.get(id)
  authorise(bankPolicy, 'delete', ctx.viewer, question)
  if (question.state !== 'DRAFT' || question.versionCount > 1) throw new Refusal('ALREADY_ASKED')
  await inTransaction(async session => {
    const { deletedCount } = await BankQuestionModel.deleteOne({ _id: question._id, revision: question.revision }, { session })
    if (deletedCount !== 1) throw new Refusal('STALE')
    await BankVersionModel.deleteMany({ bankQuestion: question._id }, { session })
  })
  return true
}
