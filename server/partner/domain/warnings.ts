import type { AgreementDecision, AgreementKind, AgreementState, AgreementWarningKind } from '../../graphql.ts'
import { addDays, daysBetween, type Day } from '../../lib/days.ts'
import { isSigned } from './agreement.ts'
import { EXPIRING_DAYS, FOLLOW_UP_MONTHS, addMonths, isInForce, lacksFollowUp } from './standing.ts'

/** Days before its end at which both sides are told (issue 4: 90, 30 and 7). */
export const ENDING_STEPS = [90, 30, 7] as const
/** Days before an evaluation falls due at which both sides are told. Default, ours. */
const EVALUATION_DAYS = 14

export type Warned = {
  kind: AgreementKind; state: AgreementState; startsOn: Day; endsOn: Day; signedOn: Day | null
  /** Months between evaluations; null when the terms do not say. */
  evaluationMonths: number | null
  evaluations: readonly { on: Day; decision: AgreementDecision }[]
  /** What rests on it. */
  children: readonly { kind: string; state: AgreementState }[]
  /** The state of the agreement that follows it, if there is one. */
  renewal: AgreementState | null
}

/** `key` tells one reminder from the next: the same one is not sent twice. */
export type Warning = { kind: AgreementWarningKind; on: Day; days: number; key: string }

/**
 * The day the next evaluation falls due: so many months after the last one, or after the beginning. Null for what is not
 * signed, when the last one decided to end, and when the agreement is over by then.
 */
export function evaluationDueOn({ state, startsOn, endsOn, evaluationMonths, evaluations }: Omit<Warned, 'children' | 'renewal' | 'kind' | 'signedOn'>): Day | null {
  if (!isSigned(state) || evaluationMonths === null) return null
  const last = [...evaluations].sort((a, b) => a.on.localeCompare(b.on)).at(-1)
  if (last?.decision === 'END') return null
  const due = addMonths(last?.on ?? startsOn, evaluationMonths)
  return due <= endsOn ? due : null
}

/**
 * What both sides should be told about an agreement today, nearest step only: that it ends (unless a signed one follows),
 * that a KSB has no PKS after twelve months, that an evaluation is due (DOMAIN §9, issue 4).
 */
export function warningsDue(agreement: Warned, today: Day): Warning[] {
  if (!isInForce(agreement, today)) return []
  return [ending(agreement, today), withoutPks(agreement, today), evaluation(agreement, today)].filter(warning => warning !== null)
}

function ending({ endsOn, renewal }: Warned, today: Day): Warning | null {
  const days = daysBetween(today, endsOn)
  if (days > EXPIRING_DAYS || (renewal && isSigned(renewal))) return null
  const step = [...ENDING_STEPS].reverse().find(most => days <= most)
  // The last day is in the key: one that was extended is warned of anew.
  return { kind: 'ENDING', on: endsOn, days, key: `ending:${endsOn}:${step}` }
}

function withoutPks(agreement: Warned, today: Day): Warning | null {
  if (!lacksFollowUp(agreement, agreement.children, today)) return null
  const on = addMonths(agreement.signedOn ?? agreement.startsOn, FOLLOW_UP_MONTHS)
  return { kind: 'WITHOUT_PKS', on, days: daysBetween(today, on), key: 'without-pks' }
}

function evaluation(agreement: Warned, today: Day): Warning | null {
  const on = evaluationDueOn(agreement)
  if (!on || addDays(on, -EVALUATION_DAYS) > today) return null
  return { kind: 'EVALUATION_DUE', on, days: daysBetween(today, on), key: `evaluation:${on}` }
}
