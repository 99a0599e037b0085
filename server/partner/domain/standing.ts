import type { AgreementState, AgreementStatus } from '../../graphql.ts'
import { addDays, daysBetween, type Day } from '../../lib/days.ts'
import { isSigned, signedStates } from './agreement.ts'

/** Days before its end at which an agreement counts as about to end (DOMAIN §9: <= 90 hari). */
export const EXPIRING_DAYS = 90

export type Dated = { state: AgreementState; startsOn: Day; endsOn: Day }

/** The status today: the state, and what the dates make of a signed one. The last day still counts. */
export function statusOf({ state, startsOn, endsOn }: Dated, today: Day): AgreementStatus {
  if (!isSigned(state)) return state
  if (endsOn < today) return 'EXPIRED'
  if (startsOn > today) return 'UPCOMING'
  return daysBetween(today, endsOn) <= EXPIRING_DAYS ? 'EXPIRING' : state
}

/** `statusOf`, said to Mongo; test/partner/standing.test.ts holds the two to the same answer. */
export function statusFilter(status: AgreementStatus, today: Day) {
  const soon = addDays(today, EXPIRING_DAYS)
  const signed = { $in: [...signedStates] }
  switch (status) {
    case 'EXPIRED': return { state: signed, endsOn: { $lt: today } }
    case 'UPCOMING': return { state: signed, endsOn: { $gte: today }, startsOn: { $gt: today } }
    case 'EXPIRING': return { state: signed, startsOn: { $lte: today }, endsOn: { $gte: today, $lte: soon } }
    case 'ACTIVE':
    case 'EXTENDED': return { state: status, startsOn: { $lte: today }, endsOn: { $gt: soon } }
    default: return { state: status }
  }
}

/** Signed by both, begun, not yet past its last day, not ended early. */
export const isInForce = ({ state, startsOn, endsOn }: Dated, today: Day): boolean =>
  isSigned(state) && startsOn <= today && today <= endsOn

/** Months after which a KSB without a PKS is a warning (Permendagri 22/2020 may cap it there: DOMAIN §9, R?). */
export const FOLLOW_UP_MONTHS = 12

/** A KSB in force, signed more than twelve months ago, on which no signed PKS rests or ever rested. */
export function lacksFollowUp(
  ksb: Dated & { kind: string; signedOn: Day | null }, children: readonly { kind: string; state: AgreementState }[], today: Day,
): boolean {
  if (ksb.kind !== 'KSB' || !isInForce(ksb, today)) return false
  // One that was signed and ended since is a follow-up, too.
  if (children.some(({ kind, state }) => kind === 'PKS' && (isSigned(state) || state === 'TERMINATED'))) return false
  return addMonths(ksb.signedOn ?? ksb.startsOn, FOLLOW_UP_MONTHS) < today
}

/** The same day some months later, or the last of a month that is too short. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}
