/** The lowest place that is free, or null when all `most` are taken. */
export function freeSlot(taken: readonly number[], most: number): number | null {
  const held = new Set(taken)
  for (let slot = 0; slot < most; slot++) if (!held.has(slot)) return slot
  return null
}

/** Remarks written in a comment now that were not in the one it replaces: a mark that is saved again does not count them again. */
export const newlyUsed = <Snippet extends { text: string }>(snippets: readonly Snippet[], comment: string, before: string): Snippet[] =>
  snippets.filter(({ text }) => comment.includes(text) && !before.includes(text))
