import type { CurriculumMove, CurriculumState } from '../../graphql.ts'
import type { Transitions } from '../../lib/transitions.ts'

export type { CurriculumMove, CurriculumState }

/**
 * How a curriculum comes to be taught (DOMAIN §10.2, joined into five states). `approve` leads to APPROVED only when it
 * is the second of the two. Editing what is in review or approved withdraws it. Who may make each move is in ../policy.ts.
 */
export const curriculumMoves: Transitions<CurriculumState, CurriculumMove> = {
  DRAFT: { submit: 'IN_REVIEW', archive: 'ARCHIVED' },
  IN_REVIEW: { withdraw: 'DRAFT', return: 'DRAFT', approve: 'APPROVED' },
  APPROVED: { withdraw: 'DRAFT', return: 'DRAFT', publish: 'PUBLISHED' },
  PUBLISHED: { revise: 'DRAFT', archive: 'ARCHIVED' },
  ARCHIVED: {},
}

/** States in which the content may be edited. */
export const isEditable = (state: CurriculumState): boolean => state === 'DRAFT' || 'withdraw' in curriculumMoves[state]
