import type { ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { FileModel, type FileDoc } from '../model.ts'
import { finish } from './finish.ts'

/**
 * A finished upload of the viewer's that may be used for this purpose; nothing is changed. Refuses with NOT_FOUND for what is
 * not theirs or is used otherwise, UPLOAD_UNFINISHED while bytes are missing, and with why its content was refused.
 */
export async function usableFile(ctx: Context, id: string, { purpose, field = 'file' }: { purpose: string; field?: string }): Promise<FileDoc> {
  const owner = signedIn(ctx.viewer)
  const found = await ctx.load.file.find(id)
  if (!found || String(found.owner) !== owner) throw new Refusal('NOT_FOUND', {}, field)
  // What was sent to be read is not kept for anything.
  if (found.reading && found.reading !== purpose) throw new Refusal('NOT_FOUND', {}, field)
  const file = found.state === 'UPLOADING' ? await finish(ctx.env, String(found._id)) : found
  if (file?.state === 'REFUSED') throw new Refusal(file.code as Refusal['code'], file.facts ?? {}, field)
  if (file?.state !== 'STORED') throw new Refusal('UPLOAD_UNFINISHED', {}, field)
  if (file.purpose !== null && file.purpose !== purpose) throw new Refusal('NOT_FOUND', {}, field)
  return file
}

/** Takes a usable file into use, so that it is kept. Safe to repeat for the same purpose; refuses as `usableFile` does. */
export async function claimFile(ctx: Context, id: string, { purpose, field = 'file' }: { purpose: string; field?: string }): Promise<FileDoc> {
  const file = await usableFile(ctx, id, { purpose, field })
  if (file.purpose === purpose) return file
  const claimed = await FileModel.findOneAndUpdate({ _id: file._id, purpose: { $in: [null, purpose] } }, { purpose }, { returnDocument: 'after' }).lean<FileDoc>()
  if (!claimed) throw new Refusal('NOT_FOUND', {}, field)
  return ctx.load.file.fresh(claimed)
}

/**
 * Takes stored files of a person into use in the same step as what names them is saved: all or none. `from`: what they may have
 * been kept for until now. Refuses with STALE when one of them is gone, or was taken for something else.
 */
export async function takeFiles(owner: string, ids: readonly string[], { from, purpose }: { from: readonly (string | null)[]; purpose: string }, session: ClientSession): Promise<void> {
  if (ids.length === 0) return
  const { matchedCount } = await FileModel.updateMany({ _id: { $in: [...ids] }, owner, state: 'STORED', purpose: { $in: [...from, purpose] } }, { purpose }, { session })
  if (matchedCount !== ids.length) throw new Refusal('STALE')
}

/** Gives a file up: nobody uses it any more, and the sweep takes it. */
export async function releaseFile(ctx: Context, file: FileDoc): Promise<void> {
  await FileModel.updateOne({ _id: file._id }, { purpose: null, startedAt: ctx.now() })
}
