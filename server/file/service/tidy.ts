import type { Services } from '../../domain.ts'
import { discard } from '../bytes.ts'
import { FileModel, type FileDoc } from '../model.ts'
import { clear } from './finish.ts'

const HOUR = 3_600_000
/** An upload may rest this long before it is given up; a stored file that nobody took into use, this long. Defaults, ours. */
const UNFINISHED = 24 * HOUR
const UNUSED = 7 * 24 * HOUR
const BATCH = 200

/** Removes uploads never finished and files never used. */
export async function tidyFiles({ env, now }: Services): Promise<void> {
  const before = (age: number) => new Date(now().getTime() - age)
  const stale: object[] = [
    { state: 'UPLOADING', startedAt: { $lt: before(UNFINISHED) } },
    { state: 'STORED', purpose: null, startedAt: { $lt: before(UNUSED) } },
    { state: 'REFUSED', startedAt: { $lt: before(UNUSED) } },
  ]
  for (const filter of stale) {
    for (;;) {
      const files = await FileModel.find(filter).limit(BATCH).lean<FileDoc[]>()
      for (const file of files) {
        // Only if it still is what was found: somebody may just have taken it into use.
        const { deletedCount } = await FileModel.deleteOne({ _id: file._id, state: file.state, purpose: null })
        if (deletedCount === 0) continue
        await discard(file._id)
        await clear(env, String(file._id))
      }
      if (files.length < BATCH) break
    }
  }
}
