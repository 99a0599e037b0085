import type { AgreementKind, AgreementMove, AgreementState, AgreementStatus } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export const statusTones: Record<AgreementStatus, Tone> = {
  DRAFT: 'neutral', LEGAL_REVIEW: 'info', RECOMMENDATION: 'info', SIGNING: 'info', UPCOMING: 'info', ACTIVE: 'success', EXTENDED: 'success',
  EXPIRING: 'warning', EXPIRED: 'danger', TERMINATED: 'danger',
}
export const statuses = Object.keys(statusTones) as AgreementStatus[]

/** What an agreement of a kind rests on; the server holds to it, the form offers it. */
export const parentKinds: Record<AgreementKind, AgreementKind | null> = { KSB: null, PKS: 'KSB', IA: 'PKS' }

/** The way to being signed, as a stepper shows it. */
export const way: readonly AgreementState[] = ['DRAFT', 'LEGAL_REVIEW', 'RECOMMENDATION', 'SIGNING', 'ACTIVE']

/** What a move asks for beside a yes. */
export const asksFor = (move: AgreementMove): 'reason' | 'endsOn' | null =>
  move === 'return' || move === 'terminate' ? 'reason' : move === 'extend' ? 'endsOn' : null
