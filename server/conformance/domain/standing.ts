import type { Transitions } from '../../lib/transitions.ts'

export type DriftState = 'OPEN' | 'ACCEPTED' | 'CLOSED'
export type DriftMove = 'accept' | 'mend' | 'return'

/** How a drift goes. `accept` by the second of both sides; `mend` and `return` by what is found in the course. */
export const driftMoves: Transitions<DriftState, DriftMove> = {
  OPEN: { accept: 'ACCEPTED', mend: 'CLOSED' },
  ACCEPTED: { mend: 'CLOSED' },
  CLOSED: { return: 'OPEN' },
}

type Known = { hash: string; state: DriftState }

/** What is new, what came back, and what is gone, by hash; what is known and still there stays as it is. */
export function reconcile(known: readonly Known[], found: readonly string[]): { fresh: string[]; back: string[]; gone: string[] } {
  const states = new Map(known.map(({ hash, state }) => [hash, state]))
  const there = new Set(found)
  return {
    fresh: [...there].filter(hash => !states.has(hash)),
    back: [...there].filter(hash => states.get(hash) === 'CLOSED'),
    gone: known.filter(({ hash, state }) => state !== 'CLOSED' && !there.has(hash)).map(({ hash }) => hash),
  }
}
