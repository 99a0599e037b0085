import type { Answer } from './answer.ts'
import type { Key } from './deal.ts'
import { markMatchingTries } from './kinds/matching.ts'
import { markQuestion } from './mark.ts'

/**
 * What the last of several tries earns, where each try before it costs `penalty` (0 to 1); never below 0 (Moodle, interactive).
 * Of a matching question each stem is charged for its own wrong tries only. Null where only people can say.
 */
export function markOfTries(key: Key, answers: readonly (Answer | null)[], penalty: number): number | null {
  if (key.kind === 'MATCHING') return markMatchingTries(key.matching, answers.map(answer => answer?.pairs ?? []), penalty)
  const mark = markQuestion(key, answers.at(-1) ?? null)
  return mark === null ? null : Math.max(0, mark - penalty * Math.max(0, answers.length - 1))
}
