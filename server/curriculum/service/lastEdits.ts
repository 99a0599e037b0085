import type { Types } from 'mongoose'
import type { ApprovalSide } from '../../graphql.ts'
import type { ContentChange } from '../domain/diff.ts'
import { CurriculumChangeModel, type CurriculumChangeDoc, type CurriculumDoc } from '../model.ts'

/** Changes of a draft that are searched for the last hand at an element. */
const CHANGES_MAX = 1000

export type LastEdit = { side: ApprovalSide; by: Types.ObjectId }

/** Whose hand was the last at each element up to an instant, or up to now; null for what no change of ours names. */
export async function lastEdits({ _id }: Pick<CurriculumDoc, '_id'>, until: Date | null): Promise<(change: ContentChange) => LastEdit | null> {
  const changes = await CurriculumChangeModel.find({ curriculum: _id, ...(until && { at: { $lte: until } }) }, { edits: 1 })
    .sort({ _id: -1 }).limit(CHANGES_MAX).lean<Pick<CurriculumChangeDoc, 'edits'>[]>()
  const last = new Map<string, LastEdit>()
  for (const { edits } of changes) {
    for (const { section, element, by, organisation } of edits ?? []) {
      const key = `${section}/${element ?? ''}`
      if (!last.has(key)) last.set(key, { side: organisation === 'AGENCY' ? 'AGENCY' : 'PARTNER', by })
    }
  }
  return ({ section, element, parent, field }) => {
    const holders = field === 'order' ? [parent, null] : [element, parent, null]
    return holders.map(holder => last.get(`${section}/${holder ?? ''}`)).find(Boolean) ?? null
  }
}
