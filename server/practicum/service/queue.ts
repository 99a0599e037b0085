import type { QueryFilter } from 'mongoose'
import { isId } from '../../lib/mongo.ts'
import { sizeOf, type Page, type PageArgs } from '../../lib/page.ts'
import { SubmissionModel, type SubmissionDoc } from '../model.ts'

/** A page of submissions, those handed in longest ago first; the cursor is where the last one stands. */
export async function oldestFirst(filter: QueryFilter<any>, { first, after }: PageArgs): Promise<Page<SubmissionDoc>> {
  const size = sizeOf(first)
  const [time, id] = (after ?? '').split('_')
  const beyond = isId(id) && !Number.isNaN(Number(time))
    ? { $or: [{ submittedAt: { $gt: new Date(Number(time)) } }, { submittedAt: new Date(Number(time)), _id: { $gt: id } }] } : {}
  const [rows, total] = await Promise.all([
    SubmissionModel.find({ $and: [filter, beyond] }).sort({ submittedAt: 1, _id: 1 }).limit(size + 1).lean<SubmissionDoc[]>(),
    SubmissionModel.countDocuments(filter),
  ])
  const nodes = rows.slice(0, size)
  const last = nodes.at(-1)
  return { nodes, next: rows.length > size && last ? `${last.submittedAt?.getTime() ?? 0}_${last._id}` : null, total }
}
