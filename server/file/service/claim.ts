import type { Context } from '../../context.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { FileModel, type FileDoc } from '../model.ts'
import { finish } from './finish.ts'

/**
 * Takes a finished upload of the viewer's into use, so that it is kept. Safe to repeat for the same purpose. Refuses with
 * NOT_FOUND for what is not theirs, UPLOAD_UNFINISHED while bytes are missing, and with why its content was refused.
 */
export async function claimFile(ctx: Context, id: string, { purpose, field = 'file' }: { purpose: string; field?: string }): Promise<FileDoc> {
  const owner = signedIn(ctx.viewer)
  const found = await ctx.load.file.find(id)
  if (!found || String(found.owner) !== owner) throw new Refusal('NOT_FOUND', {}, field)
  // What was sent to be read is not kept for anything.
  if (found.reading && found.reading !== purpose) throw new Refusal('NOT_FOUND', {}, field)
  const file = found.state === 'UPLOADING' ? await finish(ctx.env, String(found._id)) : found
  if (file?.state === 'REFUSED') throw new Refusal(file.code as Refusal['code'], file.facts ?? {}, field)
  if (file?.state !== 'STORED') throw new Refusal('UPLOAD_UNFINISHED', {}, field)
  if (file.purpose === purpose) return file
  const claimed = await FileModel.findOneAndUpdate({ _id: file._id, purpose: { $in: [null, purpose] } }, { purpose }, { returnDocument: 'after' }).lean<FileDoc>()
  if (!claimed) throw new Refusal('NOT_FOUND', {}, field)
  return ctx.load.file.fresh(claimed)
}

/** Gives a file up: nobody uses it any more, and the sweep takes it. */
export async function releaseFile(ctx: Context, file: FileDoc): Promise<void> {
  await FileModel.updateOne({ _id: file._id }, { purpose: null, startedAt: ctx.now() })
}
