import type { Pattern } from '../question.ts'
import { matches, plain } from '../text.ts'

/** What the first pattern that fits gives (Moodle); nothing where none does. A star in a pattern stands for anything. */
export function markShort(patterns: readonly Pattern[], caseSensitive: boolean, text: string): number {
  if (patterns.length === 0) throw new RangeError('a short answer accepts something')
  const given = plain(text, caseSensitive)
  return given === '' ? 0 : (patterns.find(pattern => matches(plain(pattern.text, caseSensitive), given))?.fraction ?? 0)
}
