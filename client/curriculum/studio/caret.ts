import type * as Y from 'yjs'

/** Where a place in a text is after a change that others made to it; what is put in right at the place goes behind it. */
export function placeAfter(place: number, delta: Y.YTextEvent['delta']): number {
  let at = 0
  for (const { retain, insert, delete: gone } of delta) {
    if (at > place) break
    if (retain) at += retain
    else if (typeof insert === 'string') {
      if (at < place) place += insert.length
      at += insert.length
    } else if (gone) place = place > at + gone ? place - gone : Math.min(place, at)
  }
  return place
}
