import { Types } from 'mongoose'
import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { contentIn, discard, keepBytes } from '../bytes.ts'
import { judgeType, tidyName } from '../domain/types.ts'
import { FileModel, type FileDoc } from '../model.ts'

/**
 * Keeps bytes that came within another file, as an upload of the viewer's is kept: judged by their content, written once. The
 * same bytes brought again for the same, or used by them already for `uses`, are the file there is. Kept for `purpose` until
 * `takeFiles` takes them into use or `sweepBrought` takes them away. Refuses as an upload does (FILE_TYPE_…).
 */
export async function bringFile(ctx: Context, { name, bytes }: { name: string; bytes: Uint8Array }, { purpose, uses }: { purpose: string; uses: string }): Promise<string> {
  const owner = new Types.ObjectId(signedIn(ctx.viewer))
  const tidy = tidyName(name)
  const judgement = judgeType(tidy, await contentIn(bytes))
  if (!judgement.ok) throw new Refusal(judgement.code, judgement.facts)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const now = ctx.now()
  const there = await FileModel.findOneAndUpdate({ owner, sha256, state: 'STORED', type: judgement.type, purpose: { $in: [purpose, uses] } }, { startedAt: now }).lean<FileDoc>()
  if (there) return String(there._id)
  // Until its bytes are there it is an upload under way, which is swept if this dies.
  const { _id } = await FileModel.create({ owner, name: tidy, size: bytes.length, type: judgement.type, sha256, startedAt: now })
  await keepBytes(_id, tidy, bytes)
  await FileModel.updateOne({ _id }, { state: 'STORED', purpose })
  return String(_id)
}

/** Takes away what was brought for `purpose` before then, and that nobody took into use. */
export async function sweepBrought({ purpose, before }: { purpose: string; before: Date }): Promise<void> {
  for (;;) {
    const files = await FileModel.find({ state: 'STORED', purpose, startedAt: { $lt: before } }).limit(200).lean<FileDoc[]>()
    for (const { _id, startedAt } of files) {
      // Only if it still is what was found: somebody may just have taken it into use, or brought it again.
      const { deletedCount } = await FileModel.deleteOne({ _id, purpose, startedAt })
      if (deletedCount > 0) await discard(_id)
    }
    if (files.length < 200) return
  }
}
