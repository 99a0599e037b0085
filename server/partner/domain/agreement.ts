import type { AgreementKind, AgreementMove, AgreementSide, AgreementState } from '../../graphql.ts'
import type { Transitions } from '../../lib/transitions.ts'

export type { AgreementMove, AgreementState }

/**
 * How an agreement comes to bind, after the chain local governments use (DOMAIN §9): draft, legal review, the
 * recommendation of the regional cooperation team (TKKSD), signing. Who may make each move is in ../policy.ts.
 */
export const agreementMoves: Transitions<AgreementState, AgreementMove> = {
  DRAFT: { submit: 'LEGAL_REVIEW' },
  LEGAL_REVIEW: { recommend: 'RECOMMENDATION', return: 'DRAFT' },
  RECOMMENDATION: { approve: 'SIGNING', return: 'DRAFT' },
  SIGNING: { sign: 'ACTIVE', return: 'DRAFT' },
  ACTIVE: { extend: 'EXTENDED', terminate: 'TERMINATED' },
  EXTENDED: { extend: 'EXTENDED', terminate: 'TERMINATED' },
  TERMINATED: {},
}

/** Moves nobody makes without saying why. */
export const needsReason = (move: AgreementMove): boolean => move === 'return' || move === 'terminate'

/** What an agreement of a kind rests on; a KSB stands by itself (DOMAIN §9). */
export const parentKind: Record<AgreementKind, AgreementKind | null> = { KSB: null, PKS: 'KSB', IA: 'PKS' }

/** States in which both parties have signed and neither has ended it. */
export const signedStates: readonly AgreementState[] = ['ACTIVE', 'EXTENDED']

export const isSigned = (state: AgreementState): boolean => signedStates.includes(state)

/** Whether signed papers can be kept with it: from the day it waits for signatures. */
export const takesDocuments = (state: AgreementState): boolean => state === 'SIGNING' || state === 'TERMINATED' || isSigned(state)

/**
 * Where a signature leads: to ACTIVE once both sides have signed, else it goes on waiting. Null when that side has signed
 * already. DOMAIN §9: each side must approve.
 */
export function afterSigning(signed: readonly AgreementSide[], by: readonly AgreementSide[]): AgreementState | null {
  if (by.every(side => signed.includes(side))) return null
  const all = new Set([...signed, ...by])
  return all.has('AGENCY') && all.has('PARTNER') ? 'ACTIVE' : 'SIGNING'
}

type Resting = { kind: AgreementKind; partner: string; endsOn: string }
export type RestingFault = { code: 'PARENT_REQUIRED' | 'PARENT_KIND' | 'PARENT_OTHER_PARTNER' | 'ENDS_AFTER_PARENT'; field: 'parent' | 'endsOn'; facts: Record<string, string> }

/**
 * What is wrong with what an agreement rests on, or null: it must be of the right kind, with the same partner, and last
 * at least as long (DOMAIN §9: PKS.berakhir <= KSB.berakhir).
 */
export function restingFault(child: Resting, parent: Resting | null): RestingFault | null {
  const needed = parentKind[child.kind]
  if (!parent) return needed === null ? null : { code: 'PARENT_REQUIRED', field: 'parent', facts: { needed } }
  if (parent.kind !== needed) return { code: 'PARENT_KIND', field: 'parent', facts: { kind: child.kind, needed: needed ?? '–' } }
  if (parent.partner !== child.partner) return { code: 'PARENT_OTHER_PARTNER', field: 'parent', facts: {} }
  if (child.endsOn > parent.endsOn) return { code: 'ENDS_AFTER_PARENT', field: 'endsOn', facts: { parentEndsOn: parent.endsOn } }
  return null
}
