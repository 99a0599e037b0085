import DataLoader from 'dataloader'
import type { Model, Types } from 'mongoose'
import { isId } from './mongo.ts'
import { Refusal } from './refusal.ts'

/** Documents by id, batched within one request. */
export type ById<Doc> = {
  /** The document, or null. Any string is a fair question. */
  find(id: string | Types.ObjectId | null | undefined): Promise<Doc | null>
  /** The document; refuses with NOT_FOUND when there is none. */
  get(id: string | Types.ObjectId): Promise<Doc>
  /** Makes the next read see what was just written. */
  fresh(doc: Doc): Doc
}

/** Documents by the key of another, each list in `_id` order and bounded by what the domain bounds. */
export function listBy<Doc>(model: Model<any>, key: string, filter: Record<string, unknown> = {}) {
  const loader = new DataLoader<string, Doc[]>(async ids => {
    const docs = await model.find({ ...filter, [key]: { $in: ids } }).sort({ _id: 1 }).lean<Record<string, unknown>[]>()
    const lists = new Map<string, Doc[]>(ids.map(id => [id, []]))
    for (const doc of docs) lists.get(String(doc[key]))?.push(doc as Doc)
    return ids.map(id => lists.get(id)!)
  })
  return { of: (id: string | Types.ObjectId) => loader.load(String(id)), forget: () => loader.clearAll() }
}

/** A loader of `model` by id, ordered by key. */
export function byId<Doc extends { _id: Types.ObjectId }>(model: Model<any>): ById<Doc> {
  const loader = new DataLoader<string, Doc | null>(async ids => {
    const docs = await model.find({ _id: { $in: ids } }).lean<Doc[]>()
    const found = new Map(docs.map(doc => [String(doc._id), doc]))
    return ids.map(id => found.get(id) ?? null)
  }, { maxBatchSize: 500 })
  const find: ById<Doc>['find'] = async id => (id && isId(String(id)) ? loader.load(String(id).toLowerCase()) : null)
  return {
    find,
    async get(id) {
      const doc = await find(id)
      if (!doc) throw new Refusal('NOT_FOUND')
      return doc
    },
    fresh(doc) {
      loader.clear(String(doc._id)).prime(String(doc._id), doc)
      return doc
    },
  }
}
