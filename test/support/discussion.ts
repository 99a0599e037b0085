import { Types } from 'mongoose'
import type { CurriculumDoc } from '../../server/curriculum/index.ts'
import { ThreadModel, type ThreadDoc } from '../../server/discussion/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'

type Fields = { section?: ThreadDoc['section']; element?: string; text?: string; side?: 'AGENCY' | 'PARTNER'; suggestion?: { field: string; from: string; to: string } }

/** A thread that a person began, at the identity of the curriculum unless fields say otherwise. */
export async function aThread(
  curriculum: Pick<CurriculumDoc, '_id'>, { _id: by }: Pick<PersonDoc, '_id'>,
  { section = 'IDENTITY', element, text = 'Mohon dibahas.', side = 'PARTNER', suggestion }: Fields = {},
): Promise<ThreadDoc> {
  const at = new Date()
  const thread = await ThreadModel.create({
    curriculum: curriculum._id, section, element: element ?? null, label: '', at, updatedAt: at, participants: [by],
    comments: [{ _id: new Types.ObjectId(), at, by, side, text }], history: [{ at, act: 'open', by, side }],
    suggestion: suggestion ? { ...suggestion, kind: 'TEXT', by, side } : null,
  })
  return thread.toObject() as ThreadDoc
}
