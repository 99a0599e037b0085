import type { AgreementActionMove, AgreementActionStatus } from '../../graphql.ts'
import type { Day } from '../../lib/days.ts'
import type { Transitions } from '../../lib/transitions.ts'

/** How an item of the plan comes to be done. The side that owns it moves it: see ../policy.ts. */
export const actionMoves: Transitions<AgreementActionStatus, AgreementActionMove> = {
  PLANNED: { start: 'ONGOING', drop: 'DROPPED' },
  ONGOING: { finish: 'DONE', drop: 'DROPPED' },
  DONE: { reopen: 'ONGOING' },
  DROPPED: { reopen: 'PLANNED' },
}

/** Steps that nobody takes without saying why. */
export const needsNote = (move: AgreementActionMove): boolean => move === 'drop' || move === 'reopen'

/** Whether an item may be left out of the plan: once begun it stays, so that what became of it can be read. */
export const mayLeaveOut = (status: AgreementActionStatus): boolean => status === 'PLANNED' || status === 'DROPPED'

/** Past its day and not yet settled. The day itself still counts. */
export const isOverdue = ({ status, dueOn }: { status: AgreementActionStatus; dueOn: Day }, today: Day): boolean =>
  (status === 'PLANNED' || status === 'ONGOING') && dueOn < today
