import type { Types } from 'mongoose'
import type { PersonDoc } from '../../server/people/index.ts'
import { MarkingSnippetModel } from '../../server/quiz/snippetModel.ts'

/** A remark the person keeps, as stored; the same one while it is there. */
export async function aSnippet({ _id: by }: Pick<PersonDoc, '_id'>): Promise<Types.ObjectId> {
  const there = await MarkingSnippetModel.findOne({ by })
  return (there ?? await MarkingSnippetModel.create({ by, text: 'Sebutkan dasar hukumnya.', digest: 'uji', slot: 0, at: new Date() }))._id
}
