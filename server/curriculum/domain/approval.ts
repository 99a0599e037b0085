import type { ApprovalSide, CurriculumState } from '../../graphql.ts'

type Given = { side: ApprovalSide; hash: string }

/** The side for which somebody approves who may speak for these: the first that has not spoken; null when all have. */
export const sideToSpeak = (mayFor: readonly ApprovalSide[], given: readonly Given[]): ApprovalSide | null =>
  mayFor.find(side => !given.some(approval => approval.side === side)) ?? null

/** Where an approval leads: both sides over the same hash approve; one alone leaves it in review. */
export const afterApproval = (given: readonly Given[], hash: string): Extract<CurriculumState, 'IN_REVIEW' | 'APPROVED'> =>
  (['AGENCY', 'PARTNER'] as const).every(side => given.some(approval => approval.side === side && approval.hash === hash)) ? 'APPROVED' : 'IN_REVIEW'
