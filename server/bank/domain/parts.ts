import { noAnswer, type Answer } from './answer.ts'
import type { Asked, Key } from './deal.ts'
import { markGaps } from './kinds/cloze.ts'
import { isRightPair } from './kinds/matching.ts'

/** Of how many parts an answer has which are right, for hints; and whether an answer is one at all. */

/** Whether an answer says all that is asked: every pair, every gap. A part of it is not judged, and costs nothing (Moodle). */
export function isComplete(asked: Pick<Asked, 'matching' | 'gaps'>, answer: Answer | null): boolean {
  if (answer === null) return false
  if (asked.matching) return (answer.pairs ?? []).length === asked.matching.stems.length
  return asked.gaps.length === 0 || (answer.gaps ?? []).length === asked.gaps.length
}

const rightGap = (key: Extract<Key, { kind: 'CLOZE' }>, gap: { gap: string; text: string }): boolean => {
  const found = key.gaps.find(({ id }) => id === gap.gap)
  return found !== undefined && markGaps([found], [gap], key.caseSensitive) > 0.999999
}

/**
 * How many parts are right, and of how many. Null where an answer has but one part, or where more was ticked than is right: the
 * number would tell which (Moodle).
 */
export function partsRight(key: Key, answer: Answer): { right: number; of: number } | null {
  switch (key.kind) {
    case 'MULTIPLE_CHOICE': return ticked(key.choices, answer.choices ?? [])
    case 'HOTSPOT': return ticked(key.zones, answer.choices ?? [])
    case 'MATCHING': return { right: (answer.pairs ?? []).filter(pair => isRightPair(key.matching, pair)).length, of: key.matching.right.length }
    case 'CLOZE': return { right: (answer.gaps ?? []).filter(gap => rightGap(key, gap)).length, of: key.gaps.length }
    case 'ORDERING': return { right: key.right.filter((id, at) => answer.order?.[at] === id).length, of: key.right.length }
    default: return null
  }
}

function ticked(choices: readonly { id: string; right: boolean }[], picked: readonly string[]): { right: number; of: number } | null {
  const of = choices.filter(({ right }) => right).length
  return picked.length > of ? null : { right: choices.filter(({ id, right }) => right && picked.includes(id)).length, of }
}

/** What is right of an answer, where it can be taken apart; null where nothing of it is. A kind of one part stays as it is. */
export function rightPart(key: Key, answer: Answer): Answer | null {
  switch (key.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return picks(key.choices, answer.choices)
    case 'HOTSPOT': return picks(key.zones, answer.choices)
    case 'MATCHING': {
      const pairs = (answer.pairs ?? []).filter(pair => isRightPair(key.matching, pair))
      return pairs.length === 0 ? null : { ...noAnswer, pairs }
    }
    case 'CLOZE': {
      const gaps = (answer.gaps ?? []).filter(gap => rightGap(key, gap))
      return gaps.length === 0 ? null : { ...noAnswer, gaps }
    }
    default: return answer
  }
}

function picks(choices: readonly { id: string; right: boolean }[], picked: readonly string[] | null): Answer | null {
  const left = (picked ?? []).filter(one => choices.some(({ id, right }) => id === one && right))
  return left.length === 0 ? null : { ...noAnswer, choices: left }
}
