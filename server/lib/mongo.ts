import mongoose, { type InferSchemaType, type Model, type QueryFilter, type Schema, type SortOrder, type Types } from 'mongoose'

/** A document as `lean()` reads it: what the schema says, nothing undefined. */
export type Stored<S extends Schema> = { [K in keyof InferSchemaType<S>]-?: Exclude<InferSchemaType<S>[K], undefined> } & { _id: Types.ObjectId }

type Coded = { code?: unknown; name?: unknown; keyPattern?: Record<string, unknown>; hasErrorLabel?: (label: string) => boolean }
const coded = (error: unknown): Coded => (typeof error === 'object' && error !== null ? (error as Coded) : {})

/** A unique index refused the write; with `key`, that the index covers this field. */
export function isDuplicate(error: unknown, key?: string): boolean {
  const { code, keyPattern } = coded(error)
  return code === 11000 && (!key || !keyPattern || key in keyPattern)
}

/** The store cannot be reached just now; trying again later may help. */
export function isStoreDown(error: unknown): boolean {
  const { name } = coded(error)
  return typeof name === 'string' && /^Mongo(Network|ServerSelection|PoolCleared|ose?ServerSelection)|MongooseServerSelection/.test(name)
}

/** Runs `work` in one transaction, tried again on write conflicts; `work` must be safe to run twice. */
export function inTransaction<T>(work: (session: mongoose.ClientSession) => Promise<T>): Promise<T> {
  return mongoose.connection.transaction(work) as Promise<T>
}

/** Whether `id` has the shape of an id at all; anything else is answered as not found. */
export const isId = (id: unknown): id is string => typeof id === 'string' && /^[0-9a-f]{24}$/i.test(id)

/** Documents one after the other, as plain objects read a batch at a time: never all of them in memory. */
export const eachOf = <Doc>(
  model: Model<any>, filter: QueryFilter<any> = {}, { sort = { _id: 1 }, select = '', batch = 100 }: { sort?: Record<string, SortOrder>; select?: string; batch?: number } = {},
): AsyncIterable<Doc> => model.find(filter).sort(sort).select(select).lean().cursor({ batchSize: batch }) as unknown as AsyncIterable<Doc>
