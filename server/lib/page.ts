import type { Model, QueryFilter, Types } from 'mongoose'
import { isId } from './mongo.ts'

/** The most rows one request gets. */
export const MOST = 100

export type PageArgs = { first: number; after?: string | null }
export type Page<T> = { nodes: T[]; next: string | null; total: number }

/** What an empty list looks like. */
export const emptyPage = { nodes: [], next: null, total: 0 }

/** How many rows a request gets: what it asks for, at least 1, at most MOST. */
export const sizeOf = (first: number) => Math.min(Math.max(Math.trunc(first), 1), MOST)

/** Newest first, by id: a page stays put while rows are added. One row more than asked tells whether there is a next. */
export async function pageOf<T extends { _id: Types.ObjectId }>(
  model: Model<any>, filter: QueryFilter<any>, { first, after }: PageArgs, order: -1 | 1 = -1,
): Promise<Page<T>> {
  const size = sizeOf(first)
  const beyond = order === 1 ? '$gt' : '$lt'
  const where = isId(after) ? { $and: [filter, { _id: { [beyond]: after } }] } : filter
  const [rows, total] = await Promise.all([
    model.find(where).sort({ _id: order }).limit(size + 1).lean<T[]>(),
    model.countDocuments(filter),
  ])
  const nodes = rows.slice(0, size)
  return { nodes, next: rows.length > size ? String(nodes.at(-1)!._id) : null, total }
}

/** The same for a list already at hand (bounded by its domain). */
export function pageOfList<T>(list: readonly T[], { first, after }: PageArgs, idOf: (item: T) => string): Page<T> {
  const start = after ? list.findIndex(item => idOf(item) === after) + 1 : 0
  const nodes = list.slice(start, start + sizeOf(first))
  const last = nodes.at(-1)
  return { nodes, next: last && start + nodes.length < list.length ? idOf(last) : null, total: list.length }
}

/** A filter for a search box: every word somewhere in one of the fields. Words are taken literally. */
export function searchFilter(search: string | null | undefined, fields: readonly string[]): QueryFilter<any> {
  const words = (search ?? '').trim().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 5)
  if (words.length === 0) return {}
  const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return { $and: words.map(word => ({ $or: fields.map(field => ({ [field]: { $regex: literal(word), $options: 'i' } })) })) }
}

