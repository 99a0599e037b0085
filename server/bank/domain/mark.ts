import type { Answer } from './answer.ts'
import type { Key } from './deal.ts'
import { leastOf, markMultiple, markSingle } from './kinds/choice.ts'
import { markGaps } from './kinds/cloze.ts'
import { markZones } from './kinds/hotspot.ts'
import { markMatching } from './kinds/matching.ts'
import { markNumber } from './kinds/number.ts'
import { markOrder } from './kinds/ordering.ts'
import { markShort } from './kinds/short.ts'

/**
 * The fraction of its points an answer earns, unrounded, from the question's least to 1; null where only people can say.
 * Blank is 0. Throws RangeError when the key holds nothing right.
 */
export function markQuestion(key: Key, answer: Answer | null): number | null {
  switch (key.kind) {
    case 'SINGLE_CHOICE': return markSingle(key, answer?.choices ?? [])
    case 'MULTIPLE_CHOICE': return markMultiple(key, answer?.choices ?? [])
    case 'TRUE_FALSE': return answer?.truth === key.truth ? 1 : 0
    case 'SHORT_ANSWER': return markShort(key.patterns, key.caseSensitive, answer?.text ?? '')
    case 'NUMERIC':
    case 'CALCULATED': return markNumber(key.number, answer?.number ?? null, answer?.unit ?? null)
    case 'MATCHING': return markMatching(key.matching, answer?.pairs ?? [])
    case 'ORDERING': return markOrder(key.right, key.scoring, answer?.order ?? [])
    case 'CLOZE': return markGaps(key.gaps, answer?.gaps ?? [], key.caseSensitive)
    case 'HOTSPOT': return markZones(key.zones, answer?.choices ?? [])
    case 'ESSAY':
    case 'FILE': return answer === null ? 0 : null
  }
}

/** The least an answer can earn: below 0 only where wrong choices cost. */
export const leastMark = (key: Key): number => (key.kind === 'SINGLE_CHOICE' ? leastOf(key) : 0)
