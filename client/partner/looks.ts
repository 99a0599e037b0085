import type {
  AgreementActionMove, AgreementActionStatus, AgreementKind, AgreementMove, AgreementState, AgreementStatus, PartnerAgreementQuery,
} from '../gql/operations.ts'
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

export const actionTones: Record<AgreementActionStatus, Tone> = { PLANNED: 'neutral', ONGOING: 'info', DONE: 'success', DROPPED: 'neutral' }

/** Steps of an item that ask for a note; the server holds to it, the dialog asks. */
export const asksNote = (move: AgreementActionMove): boolean => move === 'drop' || move === 'reopen'

export type Agreement = NonNullable<PartnerAgreementQuery['agreement']>
export type Terms = NonNullable<Agreement['terms']>

/** What one can be in a partner, as forms offer it. */
export const memberRoles = ['PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY'] as const
export type MemberRole = (typeof memberRoles)[number]
export const roleTones: Record<MemberRole, Tone> = { PARTNER_LEAD: 'info', PARTNER_AUTHOR: 'primary', PARTNER_SIGNATORY: 'accent' }
