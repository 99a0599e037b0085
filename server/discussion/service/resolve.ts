import type { Context } from '../../context.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { threadMoves } from '../domain/thread.ts'
import type { ThreadDoc } from '../model.ts'
import { changeThread, withStep } from './change.ts'

/** Closes a thread. A suggestion that waits is answered first (WRONG_STATE). Resolved already, nothing changes. */
export const resolveThread = (ctx: Context, id: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'resolve', talk => {
    const { state, suggestion } = talk.thread
    if (state === 'RESOLVED') return null
    if (suggestion?.state === 'PENDING') throw new Refusal('WRONG_STATE', { state: suggestion.state, move: 'resolve' })
    return { set: { state: move(threadMoves, state, 'resolve'), history: withStep(ctx, talk, 'resolve') } }
  })

/** Opens a thread again. Open already, nothing changes. */
export const reopenThread = (ctx: Context, id: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'reopen', talk => {
    if (talk.thread.state === 'OPEN') return null
    return { set: { state: move(threadMoves, talk.thread.state, 'reopen'), history: withStep(ctx, talk, 'reopen') } }
  })
