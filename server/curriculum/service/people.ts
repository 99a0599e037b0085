import type { Types } from 'mongoose'
import type { ApprovalSide, Role } from '../../graphql.ts'
import { agencyHolders, holdersOf } from '../../people/index.ts'

const reviewers: Record<ApprovalSide, readonly Role[]> = {
  AGENCY: ['CURRICULUM_OFFICER', 'AGENCY_SIGNATORY'], PARTNER: ['PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY'],
}
const signatories: Record<ApprovalSide, readonly Role[]> = { AGENCY: ['AGENCY_SIGNATORY'], PARTNER: ['PARTNER_SIGNATORY'] }

async function holders(side: ApprovalSide, partner: Types.ObjectId, roles: readonly Role[]): Promise<string[]> {
  const people = side === 'AGENCY' ? await agencyHolders(roles) : (await holdersOf(partner, roles)).map(({ person }) => person)
  return [...new Set(people.map(String))]
}

/** Ids of those who hold a role of the side, at most 200: they review, and may stand in for its signatory. */
export const membersOf = (side: ApprovalSide, partner: Types.ObjectId): Promise<string[]> => holders(side, partner, reviewers[side])

/** Ids of those who sign for the side. */
export const signatoriesOf = (side: ApprovalSide, partner: Types.ObjectId): Promise<string[]> => holders(side, partner, signatories[side])

/** Ids of the agency's officers: they publish. */
export const officers = async (): Promise<string[]> => (await agencyHolders(['CURRICULUM_OFFICER'])).map(String)
