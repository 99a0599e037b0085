import { addDays, dayOf, endOf } from '../../lib/days.ts'
import type { Transitions } from '../../lib/transitions.ts'

/** An appeal against the mark of one question of a scored attempt. */

export type AppealState = 'OPEN' | 'UPHELD' | 'DISMISSED'

/** It is decided once, for good. */
export const appealMoves: Transitions<AppealState, 'uphold' | 'dismiss'> = {
  OPEN: { uphold: 'UPHELD', dismiss: 'DISMISSED' },
  UPHELD: {},
  DISMISSED: {},
}

/**
 * Until when a mark may be appealed against: the end of the day (WIB) so many days after it was known, which is when the
 * attempt was handed in or, later, when any of it was last marked by people or judged anew, or marks were first shown. Null where
 * no days are given.
 */
export function appealUntil({ finishedAt, markedAt, shownFrom = null }: { finishedAt: Date; markedAt: readonly Date[]; shownFrom?: Date | null }, days: number): Date | null {
  if (days <= 0) return null
  const known = new Date(Math.max(finishedAt.getTime(), shownFrom?.getTime() ?? 0, ...markedAt.map(at => at.getTime())))
  return endOf(addDays(dayOf(known), days))
}

/** Whether there is anything to gain: a question that counts, with a mark that is not whole. */
export const leavesRoom = ({ points, mark }: { points: number; mark: number | null }): boolean => mark !== null && points > 0 && mark < 1

/**
 * Who may not judge it: the learner; who gave the mark; and, where a machine gave it, who wrote the question, as far as that
 * is known. Each once.
 */
export const barredFrom = ({ learner, marker, writers }: { learner: string; marker: string | null; writers: readonly string[] }): string[] =>
  [...new Set([learner, ...(marker === null ? writers : [marker])])]

/** Whether points given instead are more than there are now, and no more than there can be. An appeal takes nothing away. */
export const isMore = (points: number, now: number, most: number): boolean => points > now + 1e-9 && points <= most
