import type { Transitions } from '../../lib/transitions.ts'

export type AttemptState = 'NOT_STARTED' | 'IN_PROGRESS' | 'OVERDUE' | 'SUBMITTED' | 'FINISHED' | 'ABANDONED'
export type AttemptMove = 'begin' | 'handIn' | 'await' | 'runOver' | 'extend' | 'abandon' | 'reopen' | 'finish'

/**
 * How an attempt goes (Moodle's six states). It is handed in once, by its learner or by the clock; what a machine can mark is
 * marked in the same step, and where people are needed it waits for them (SUBMITTED). Time over may also leave it OVERDUE, to
 * be handed in as it is, or ABANDONED, which only people undo. More time makes an overdue one go on.
 */
export const attemptMoves: Transitions<AttemptState, AttemptMove> = {
  NOT_STARTED: { begin: 'IN_PROGRESS' },
  IN_PROGRESS: { handIn: 'FINISHED', await: 'SUBMITTED', runOver: 'OVERDUE', abandon: 'ABANDONED' },
  OVERDUE: { handIn: 'FINISHED', await: 'SUBMITTED', extend: 'IN_PROGRESS', abandon: 'ABANDONED' },
  SUBMITTED: { finish: 'FINISHED' },
  FINISHED: {},
  ABANDONED: { reopen: 'IN_PROGRESS' },
}

/** Begun and not closed: what its learner may still hand in. */
export const openStates = ['IN_PROGRESS', 'OVERDUE'] as const satisfies readonly AttemptState[]
export const isOpen = ({ state }: { state: AttemptState }): boolean => state === 'IN_PROGRESS' || state === 'OVERDUE'

/** Handed in, whether or not all of it is marked. */
export const isHandedIn = ({ state }: { state: AttemptState }): boolean => state === 'SUBMITTED' || state === 'FINISHED'
