import type { ConsultationMove, ConsultationState } from '../../graphql.ts'
import type { Day } from '../../lib/days.ts'
import type { Transitions } from '../../lib/transitions.ts'

export type { ConsultationMove, ConsultationState }

/** It opens on its first day and ends after its last, or by hand; it is never opened again. Who may is in ../policy.ts. */
export const consultationMoves: Transitions<ConsultationState, ConsultationMove> = {
  PLANNED: { open: 'OPEN', cancel: 'CANCELLED' },
  OPEN: { close: 'CLOSED' },
  CLOSED: {},
  CANCELLED: {},
}

type Dated = { state: ConsultationState; opensOn: Day; closesOn: Day }

/** The move that the day asks for, or null: what is planned opens, what is open ends after its last day. */
export function dueMove({ state, opensOn, closesOn }: Dated, today: Day): 'open' | 'close' | null {
  if (state === 'PLANNED' && opensOn <= today) return 'open'
  if (state === 'OPEN' && closesOn < today) return 'close'
  return null
}

/** Whether answers are taken: it is open, and its last day is not over, however late the clock's sweep may be. */
export const takesAnswers = (consultation: Dated, today: Day): boolean =>
  consultation.state === 'OPEN' && consultation.opensOn <= today && today <= consultation.closesOn
