import type { ClientSession, Model, Types } from 'mongoose'
import { Refusal } from './refusal.ts'

/**
 * Changes a document only if it still is what was judged: `judged` joins the filter, and `revision` counts up. Refuses
 * with STALE when somebody was faster. Gives the document as saved.
 */
export async function saveIf<Doc extends { _id: Types.ObjectId }>(
  model: Model<any>, id: Types.ObjectId, judged: Record<string, unknown>, change: Record<string, unknown>, session?: ClientSession,
): Promise<Doc> {
  const { $inc, ...rest } = change as { $inc?: Record<string, number> }
  const operators = Object.keys(rest).every(key => key.startsWith('$')) ? rest : { $set: rest }
  const update = { ...operators, $inc: { ...$inc, revision: 1 } }
  const doc = await model
    .findOneAndUpdate({ _id: id, ...judged }, update, { returnDocument: 'after', session, runValidators: true })
    .lean<Doc>()
  if (!doc) throw new Refusal('STALE')
  return doc
}
