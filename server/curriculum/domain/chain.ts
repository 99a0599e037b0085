import { canonical } from './canonical.ts'

/** What an entry of the history says. `previous` is the hash of the entry before, so that none can be taken out or changed unseen. */
export type EntryBody = {
  curriculum: string; seq: number; at: string; by: string | null; organisation: string | null
  kind: string; facts: Record<string, unknown>; contentHash: string; previous: string
}
export type ChainEntry = EntryBody & { hash: string }
/** Where a chain ends. */
export type Head = { seq: number; hash: string }
/** What was noted elsewhere about an entry when it was written: a version keeps the entry of its publication. */
export type Anchor = Head & { contentHash: string; facts: Record<string, unknown> }

export type ChainFault = 'MISSING' | 'CHANGED' | 'UNLINKED' | 'ANCHOR' | 'HEAD'
/** The first entry at which a history does not hold, and how. */
export type ChainBreak = { seq: number; fault: ChainFault }
type Digest = (text: string) => string

/** What the first entry names as the one before it. */
export const beginning: Head = { seq: 0, hash: '0'.repeat(64) }

/** The text an entry's hash is taken of: its canonical form without the hash itself. */
export const textOf = ({ curriculum, seq, at, by, organisation, kind, facts, contentHash, previous }: EntryBody): string =>
  canonical({ curriculum, seq, at, by, organisation, kind, facts, contentHash, previous })

/** The entry that comes after `head`. */
export function chained(head: Head, said: Omit<EntryBody, 'seq' | 'previous'>, digest: Digest): ChainEntry {
  const body = { ...said, seq: head.seq + 1, previous: head.hash }
  return { ...body, hash: digest(textOf(body)) }
}

/**
 * Walks a chain from its first entry. `take` each entry in the order of seq, then `end`; both give the first thing that
 * does not hold, or null. A tail written anew with right hashes is found by the anchors and by the head.
 */
export function chainWalk(anchors: readonly Anchor[], digest: Digest) {
  let last = beginning
  const waiting = new Map(anchors.map(anchor => [anchor.seq, anchor]))
  return {
    take(entry: ChainEntry): ChainBreak | null {
      const seq = last.seq + 1
      if (entry.seq !== seq) return { seq, fault: 'MISSING' }
      if (entry.hash !== digest(textOf(entry))) return { seq, fault: 'CHANGED' }
      if (entry.previous !== last.hash) return { seq, fault: 'UNLINKED' }
      const anchor = waiting.get(seq)
      if (anchor && !holds(anchor, entry)) return { seq, fault: 'ANCHOR' }
      waiting.delete(seq)
      last = { seq, hash: entry.hash }
      return null
    },
    end(head: Head): ChainBreak | null {
      const lost = [...waiting.keys()].sort((a, b) => a - b)[0]
      if (lost !== undefined || last.seq === 0 || head.seq > last.seq) return { seq: last.seq + 1, fault: 'MISSING' }
      return head.seq === last.seq && head.hash === last.hash ? null : { seq: last.seq, fault: 'HEAD' }
    },
  }
}

const holds = (anchor: Anchor, entry: ChainEntry): boolean => entry.hash === anchor.hash && entry.contentHash === anchor.contentHash
  && Object.entries(anchor.facts).every(([name, value]) => canonical(entry.facts[name]) === canonical(value))
