import type { ChoiceScoring } from '../question.ts'

export type ChoiceKey = { choices: { id: string; right: boolean; fraction: number | null; feedback?: string }[]; scoring: ChoiceScoring }

/** One choice: right or not; with WEIGHTED what the one picked gives, which may be less than nothing (Moodle). */
export function markSingle({ choices, scoring }: ChoiceKey, picked: readonly string[]): number {
  const [one] = choices.filter(({ id }) => picked.length === 1 && id === picked[0])
  if (!one) return 0
  return scoring === 'WEIGHTED' ? (one.fraction ?? 0) : one.right ? 1 : 0
}

/**
 * Several choices, by one of three scorings. HITS_LESS_MISSES (default, ours; Canvas with its default dock): (hits -
 * misses) / right ones, not below 0. WEIGHTED (Moodle): the sum of the fractions picked, from 0 to 1. ALL_OR_NOTHING:
 * exactly the right ones. The same choice twice counts once.
 */
export function markMultiple({ choices, scoring }: ChoiceKey, picked: readonly string[]): number {
  const chosen = choices.filter(({ id }) => picked.includes(id))
  const right = choices.filter(choice => choice.right).length
  if (right === 0) throw new RangeError('a multiple choice has a right answer')
  if (scoring === 'WEIGHTED') return Math.min(1, Math.max(0, chosen.reduce((sum, { fraction }) => sum + (fraction ?? 0), 0)))
  const hits = chosen.filter(choice => choice.right).length
  if (scoring === 'ALL_OR_NOTHING') return hits === right && chosen.length === right ? 1 : 0
  return Math.max(0, hits - (chosen.length - hits)) / right
}

/** The least a choice question can earn: below 0 only for a single one with negative fractions. */
export const leastOf = ({ choices, scoring }: ChoiceKey): number =>
  (scoring === 'WEIGHTED' ? Math.min(0, ...choices.map(({ fraction }) => fraction ?? 0)) : 0)
