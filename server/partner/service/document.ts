import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { claimFile, releaseFile } from '../../file/index.ts'
import { line, read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { takesDocuments } from '../domain/agreement.ts'
import { AgreementModel, type AgreementDoc } from '../model.ts'
import { movePolicy } from '../policy.ts'

/** Signed papers of one agreement: the text, addenda, minutes. Default, ours. */
const DOCUMENTS_MAX = 10

const isOf = (agreement: AgreementDoc, file: string): boolean => (agreement.documents ?? []).some(document => String(document.file) === file)

/** Keeps an uploaded PDF with the agreement. Its content decides whether it is one; attaching it twice changes nothing. */
export async function attachDocument(ctx: Context, id: string, fileId: string, titleGiven: string): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'attach', ctx.viewer, agreement)
  if (isOf(agreement, fileId)) return agreement
  const title = read(line(160), titleGiven, 'title')
  if (!takesDocuments(agreement.state)) throw new Refusal('WRONG_STATE', { state: agreement.state, move: 'attach' })
  if ((agreement.documents ?? []).length >= DOCUMENTS_MAX) throw new Refusal('TOO_MANY_DOCUMENTS', { max: DOCUMENTS_MAX }, 'file')
  const file = await claimFile(ctx, fileId, { purpose: `agreement:${String(agreement._id)}` })
  if (file.type !== 'application/pdf') {
    await releaseFile(ctx, file)
    throw new Refusal('DOCUMENT_NOT_PDF', { name: file.name }, 'file')
  }
  const document = { file: file._id, title, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now() }
  // The last place is taken by one, however many are attached at once.
  const room = { state: agreement.state, 'documents.file': { $ne: file._id }, [`documents.${DOCUMENTS_MAX - 1}`]: { $exists: false } }
  const saved = await saveIf<AgreementDoc>(AgreementModel, agreement._id, room, { $push: { documents: document } }).catch(async error => {
    const there = await AgreementModel.findOne({ _id: agreement._id, 'documents.file': file._id }).lean<AgreementDoc>()
    if (there) return there
    await releaseFile(ctx, file)
    throw error
  })
  return ctx.load.agreement.fresh(saved)
}

/** Takes away a paper that was attached by mistake; one that is not there changes nothing. */
export async function removeDocument(ctx: Context, id: string, fileId: string): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'edit', ctx.viewer, agreement)
  if (!isOf(agreement, fileId)) return agreement
  const saved = await saveIf<AgreementDoc>(AgreementModel, agreement._id, {}, { $pull: { documents: { file: new Types.ObjectId(fileId) } } })
  const file = await ctx.load.file.find(fileId)
  if (file) await releaseFile(ctx, file)
  return ctx.load.agreement.fresh(saved)
}
