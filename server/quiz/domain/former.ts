import { bareQuestion, type Key, type NumberKey, type Pattern } from '../../bank/index.ts'
import type { KeyOfQuestion, Written } from './attempt.ts'

/**
 * Questions and keys written before every question had a part for its kind: they are read as what they are now. What is
 * written today is given back as it is.
 */
type FormerQuestion = Pick<Written, 'id' | 'kind' | 'text' | 'points' | 'feedback' | 'right'> & {
  choices: readonly { id: string; text: string; right: boolean }[]; accepted?: readonly string[]; value?: number | null; tolerance?: number | null; unit?: string | null
  outcome?: string | null; level?: Written['level']
}
type FormerKey = { kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE'; right: readonly string[] } | { kind: 'SHORT_ANSWER'; accepted: readonly string[] } | { kind: 'NUMERIC'; value: number; tolerance: number }

export function todaysQuestion(stored: Written | FormerQuestion): Written {
  if ('patterns' in stored) return stored
  const { id, kind, text, points, feedback, right, choices, accepted, value, tolerance, unit, outcome, level } = stored
  return {
    ...bareQuestion(id, kind, text), points, feedback, right, choices: choices.map(choice => ({ ...choice, fraction: null })),
    patterns: patternsOf(accepted ?? []), number: typeof value === 'number' ? numberOf(value, tolerance ?? 0, unit ?? null) : null,
    outcome: outcome ?? null, level: level ?? null,
  }
}

/** A key of an attempt; the choices that are not right are those it was dealt with beside them. */
export function todaysKey({ key, ...rest }: Omit<KeyOfQuestion, 'key'> & { key: Key | FormerKey }, asked: { choices: readonly { id: string }[] } | undefined): KeyOfQuestion {
  return { ...rest, key: keyOf(key, asked?.choices ?? []) }
}

function keyOf(key: Key | FormerKey, choices: readonly { id: string }[]): Key {
  if ('accepted' in key) return { kind: key.kind, patterns: patternsOf(key.accepted), caseSensitive: false }
  if ('value' in key) return { kind: key.kind, number: numberOf(key.value, key.tolerance, null) }
  if ((key.kind !== 'SINGLE_CHOICE' && key.kind !== 'MULTIPLE_CHOICE') || !('right' in key)) return key as Key
  return { kind: key.kind, scoring: 'HITS_LESS_MISSES', choices: choices.map(choice => ({ id: choice.id, right: key.right.includes(choice.id), fraction: null })) }
}

const patternsOf = (accepted: readonly string[]): Pattern[] => accepted.map(text => ({ text, fraction: 1 }))
const numberOf = (value: number, tolerance: number, unit: string | null): NumberKey => ({ value, tolerance, toleranceKind: 'NOMINAL', unit, units: [], unitPenalty: 0.1 })
