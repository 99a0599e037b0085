/** What is noted while an attempt is under way. Nothing here judges anybody: it says what happened. */

export const signalKinds = ['FOCUS_LOST', 'FOCUS_BACK', 'PASTE', 'OTHER_ADDRESS', 'FAST'] as const
export type SignalKind = (typeof signalKinds)[number]
/** What a browser may note; the rest the server sees itself. */
export const sentKinds = ['FOCUS_LOST', 'FOCUS_BACK', 'PASTE'] as const

/** Kept of one attempt; later ones are not noted (default, ours). */
export const SIGNALS_MOST = 500
/** Taken by one request (default, ours). */
export const SIGNALS_AT_ONCE = 50
/** An answer sooner than this after the one before, to a question of more words than that, is noted (defaults, ours). */
export const FAST_MS = 2000
export const FAST_WORDS = 20

type Saved = { id: string; text: string; seq: number; savedAt: Date | null }

const wordsOf = (html: string): number => html.replace(/<[^>]*>/g, ' ').split(/\s+/).filter(Boolean).length

/** How long after the answer before a long question was answered for the first time, in milliseconds; null where that is nothing to note. */
export function fastAfter(question: Saved, sheet: readonly Saved[], now: Date): number | null {
  if (question.seq > 0 || wordsOf(question.text) <= FAST_WORDS) return null
  const before = sheet.flatMap(({ id, savedAt }) => (id !== question.id && savedAt ? [savedAt.getTime()] : []))
  const gap = now.getTime() - Math.max(...before)
  return gap < FAST_MS ? Math.max(0, gap) : null
}
