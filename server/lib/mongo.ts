import mongoose, { type InferSchemaType, type Schema, type Types } from 'mongoose'

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
