import type { CurriculumMove, CurriculumState } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export const stateTones: Record<CurriculumState, Tone> = { DRAFT: 'neutral', IN_REVIEW: 'warning', APPROVED: 'info', PUBLISHED: 'success', ARCHIVED: 'neutral' }
export const states = Object.keys(stateTones) as CurriculumState[]
export const moveTones: Record<CurriculumMove, Tone> = {
  submit: 'info', withdraw: 'neutral', return: 'warning', approve: 'success', publish: 'success', revise: 'info', archive: 'neutral',
}
/** Moves in the order of their buttons; the first that there is stands out. */
export const moveOrder: readonly CurriculumMove[] = ['approve', 'publish', 'submit', 'revise', 'return', 'withdraw', 'archive']
export const needsReason = (move: CurriculumMove): boolean => move === 'return' || move === 'archive'

/** A hash as people compare it: its first twelve digits in threes of four. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')
