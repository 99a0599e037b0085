import type { LateDoc } from '../clockModel.ts'
import { AttemptModel, type AttemptDoc } from '../model.ts'

/** Answers that came too late: none where they were never looked for. */
export async function lateOf({ _id }: Pick<AttemptDoc, '_id'>): Promise<LateDoc[]> {
  return (await AttemptModel.findById(_id).select('lateAnswers').lean<{ lateAnswers?: LateDoc[] }>())?.lateAnswers ?? []
}
