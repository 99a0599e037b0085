import type { ClientSession, Types } from 'mongoose'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc } from '../model.ts'

/** What became of the seats: the class as it is now, and the enrolments that moved up from the waiting list. */
export type Moved = { saved: ClassDoc; moved: EnrolmentDoc[] }

/**
 * Gives the free seats of a class to those who wait, first come first. The counts change in the same transaction as the
 * enrolments; whoever changes the class at the same time makes one of the two run again.
 */
export async function moveUp(id: Types.ObjectId, session: ClientSession): Promise<Moved> {
  const cls = await ClassModel.findById(id).session(session).lean<ClassDoc>()
  if (!cls) throw new RangeError(`no class ${String(id)}`)
  const free = cls.quota - cls.enrolledCount
  if (free <= 0 || cls.waitingCount === 0 || cls.cancelledReason !== null) return { saved: cls, moved: [] }
  const moved = await EnrolmentModel.find({ class: id, state: 'WAITING' })
    .sort({ enrolledAt: 1, _id: 1 }).limit(free).session(session).lean<EnrolmentDoc[]>()
  const ids = moved.map(({ _id }) => _id)
  await EnrolmentModel.updateMany({ _id: { $in: ids } }, { $set: { state: 'ENROLLED' }, $inc: { revision: 1 } }, { session })
  return { saved: await count(id, { enrolledCount: moved.length, waitingCount: -moved.length }, session), moved }
}

/** Counts the seats taken and the people waiting, by what changed. */
export async function count(id: Types.ObjectId, by: { enrolledCount?: number; waitingCount?: number }, session: ClientSession): Promise<ClassDoc> {
  const cls = await ClassModel.findOneAndUpdate({ _id: id }, { $inc: by }, { session, returnDocument: 'after' }).lean<ClassDoc>()
  if (!cls) throw new RangeError(`no class ${String(id)}`)
  return cls
}
