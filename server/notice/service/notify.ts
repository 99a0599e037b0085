import type { ClientSession, Types } from 'mongoose'
import type { NoticeKind } from '../../graphql.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { isKey, isPath, tidyFacts, type NoticeFacts } from '../domain/notice.ts'
import { NoticeModel } from '../model.ts'

/** Rows written at once, and the most people one notice goes to. */
const BATCH = 500
const MOST = 20_000

export type NoticeOf = {
  /** Ids of persons; twice the same is once. */
  to: readonly (string | Types.ObjectId)[]
  kind: NoticeKind
  facts?: NoticeFacts
  /** Path of the client where the matter stands. */
  link: string
  /** Makes it the same notice: for each person sent once, however often this is called. */
  key: string
  session?: ClientSession
}

/**
 * Tells people something within Pembina. Safe to repeat: a person who has a notice of this key keeps the one they have,
 * read or unread. Gives how many are new. Throws a RangeError for a link that leads elsewhere, a key that is empty or
 * longer than 200 characters, and more than 20,000 people.
 */
export async function notify({ now }: { now: () => Date }, { to, kind, facts = {}, link, key, session }: NoticeOf): Promise<number> {
  if (!isPath(link)) throw new RangeError(`a notice leads to a path of ours, not to ${link}`)
  if (!isKey(key)) throw new RangeError('a notice has a key of 1 to 200 characters')
  const people = [...new Set(to.map(String))]
  if (people.length > MOST) throw new RangeError(`a notice goes to at most ${MOST} people`)
  const told = { kind, facts: tidyFacts(facts), link, at: now(), readAt: null }
  let fresh = 0
  for (let start = 0; start < people.length; start += BATCH) {
    const rows = people.slice(start, start + BATCH).map(person => ({
      updateOne: { filter: { person, key }, update: { $setOnInsert: told }, upsert: true },
    }))
    // Two processes that tell the same at once: the index lets one of them in, and that is enough.
    const result = await NoticeModel.bulkWrite(rows as never, { ordered: false, ...(session && { session }) }).catch((error: unknown) => {
      if (session || !isDuplicate(error)) throw error
      return null
    })
    fresh += result?.upsertedCount ?? 0
  }
  return fresh
}
