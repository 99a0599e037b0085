import type { Pattern } from '../question.ts'
import { matches, plain } from '../text.ts'

/** What the first pattern that fits gives (Moodle); nothing where none does. A star in a pattern stands for anything. */
export function markShort(patterns: readonly Pattern[], caseSensitive: boolean, text: string): number {
  if (patterns.length === 0) throw new RangeError('a short answer accepts something')
  return patternOf(patterns, caseSensitive, text)?.fraction ?? 0
}

/** The first pattern that fits a text; null where none does, or nothing is said. */
export function patternOf(patterns: readonly Pattern[], caseSensitive: boolean, text: string): Pattern | null {
  const given = plain(text, caseSensitive)
  return given === '' ? null : patterns.find(pattern => matches(plain(pattern.text, caseSensitive), given)) ?? null
}
