import type { BankMove, BankState } from '../../graphql.ts'
import type { Transitions } from '../../lib/transitions.ts'

/**
 * A question's way: written, read by a second person, tried without counting, asked for marks, watched when its figures
 * ask for it, retired. People move it; figures only suggest.
 */
export const bankMoves: Transitions<BankState, BankMove> = {
  DRAFT: { review: 'REVIEWED', retire: 'RETIRED' },
  REVIEWED: { return: 'DRAFT', pilot: 'PILOT', release: 'LIVE', retire: 'RETIRED' },
  PILOT: { return: 'DRAFT', release: 'LIVE', retire: 'RETIRED' },
  LIVE: { watch: 'WATCH', retire: 'RETIRED' },
  WATCH: { clear: 'LIVE', return: 'DRAFT', retire: 'RETIRED' },
  RETIRED: { revive: 'DRAFT' },
}

/** Moves that say why. */
export const needsReason = (move: BankMove): boolean => move === 'return' || move === 'retire'

/** What a quiz may draw from: asked for marks, whether watched or not. */
export const isAskable = (state: BankState): boolean => state === 'LIVE' || state === 'WATCH'
