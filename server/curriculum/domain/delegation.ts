import type { ApprovalSide } from '../../graphql.ts'
import type { Day } from '../../lib/days.ts'
import type { DelegationDoc } from '../reviewModel.ts'

/** The longest a signatory may be stood in for, in days; default of this product. */
export const DELEGATION_MAX_DAYS = 92

export type DelegationState = 'COMING' | 'IN_FORCE' | 'OVER' | 'REVOKED'

/** Both days belong to the period. */
export function stateOfDelegation({ startsOn, endsOn, revokedAt }: DelegationDoc, today: Day): DelegationState {
  if (revokedAt) return 'REVOKED'
  if (today < startsOn) return 'COMING'
  return today <= endsOn ? 'IN_FORCE' : 'OVER'
}

/** The delegations under which somebody may speak for a side today. */
export const delegationsInForce = (delegations: readonly DelegationDoc[], today: Day): DelegationDoc[] =>
  delegations.filter(one => stateOfDelegation(one, today) === 'IN_FORCE')

/** Those given to a person, one for each side at most. */
export const delegationTo = (delegations: readonly DelegationDoc[], person: string, side: ApprovalSide): DelegationDoc | null =>
  delegations.find(one => one.side === side && String(one.to) === person) ?? null
