import type { CognitiveLevel } from '../../../graphql.ts'

/** Bloom's six, as the bank files them. */
export const levels: readonly CognitiveLevel[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']
