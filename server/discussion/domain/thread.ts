import type { ThreadAct, ThreadState } from '../../graphql.ts'
import type { Transitions } from '../../lib/transitions.ts'

export type ThreadMove = 'resolve' | 'reopen'

/** A thread is spoken in while it is open. Who may make each move is in ../policy.ts. */
export const threadMoves: Transitions<ThreadState, ThreadMove> = {
  OPEN: { resolve: 'RESOLVED' },
  RESOLVED: { reopen: 'OPEN' },
}

/** Comments a thread may have, earlier texts that are kept of one, and steps that are kept of a thread. */
export const COMMENTS_MAX = 200
export const EARLIER_MAX = 20
export const STEPS_MAX = 100

export type { ThreadAct, ThreadState }
