/** Scoring: from a key and an answer to a mark. Knows nothing of Mongo, GraphQL or the clock. */

/** What was answered: exactly one of these by the question's kind, the others null. */
export type Answer = { choices: string[] | null; truth: boolean | null; text: string | null; number: number | null }

/** What is right. Never shares a type with the question, so that it cannot be sent along by mistake. */
export type Key =
  | { kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE'; right: readonly string[] }
  | { kind: 'TRUE_FALSE'; truth: boolean }
  | { kind: 'SHORT_ANSWER'; accepted: readonly string[] }
  | { kind: 'NUMERIC'; value: number; tolerance: number }

/** The mark of one question, 0 to 1, unrounded. Blank is 0. Throws RangeError when the key holds nothing right. */
export function markQuestion(key: Key, answer: Answer | null): number {
  switch (key.kind) {
    case 'SINGLE_CHOICE': return markSingle(key.right, answer?.choices ?? [])
    case 'MULTIPLE_CHOICE': return markMultiple(key.right, answer?.choices ?? [])
    case 'TRUE_FALSE': return share(answer?.truth === key.truth)
    case 'SHORT_ANSWER': return share(matchesAny(key.accepted, answer?.text ?? ''))
    case 'NUMERIC': return share(isNear(answer?.number ?? null, key.value, key.tolerance))
  }
}

const share = (right: boolean): number => (right ? 1 : 0)

function markSingle(right: readonly string[], picked: readonly string[]): number {
  if (right.length !== 1) throw new RangeError('a single choice has one right answer')
  return share(picked.length === 1 && picked[0] === right[0])
}

/**
 * What was rightly picked less what was wrongly picked, as a share of what was there to find; never below 0. The same
 * choice twice counts once. (Default, ours; Canvas marks partial credit the same way.)
 */
export function markMultiple(right: readonly string[], picked: readonly string[]): number {
  if (right.length === 0) throw new RangeError('a multiple choice has a right answer')
  const chosen = [...new Set(picked)]
  const hits = chosen.filter(choice => right.includes(choice)).length
  return Math.max(0, hits - (chosen.length - hits)) / right.length
}

/** Text as it is compared: NFC, one space between words, no capitals. */
export const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

function matchesAny(accepted: readonly string[], text: string): boolean {
  if (accepted.length === 0) throw new RangeError('a short answer accepts something')
  const given = plain(text)
  return given !== '' && accepted.some(pattern => matches(plain(pattern), given))
}

/**
 * Whether the whole text is as the pattern says; `*` stands for any run of characters, also none. In one pass that
 * steps back to the last star only, so that no pattern can take long.
 */
export function matches(pattern: string, text: string): boolean {
  let at = 0
  let place = 0
  let star = -1
  let from = 0
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at++
      from = place
    } else if (at < pattern.length && pattern[at] === text[place]) {
      at++
      place++
    } else if (star >= 0) {
      at = star + 1
      place = ++from
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** |x - a| <= t, where sums that binary fractions cannot write (0.1 + 0.2) do not cost the mark. */
export function isNear(given: number | null, value: number, tolerance: number): boolean {
  if (given === null || !Number.isFinite(given)) return false
  const slack = 8 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value), tolerance)
  return Math.abs(given - value) <= tolerance + slack
}

/** The mark of the whole, 0 to 1, unrounded: the questions' marks weighed by their points. */
export function markOf(questions: readonly { points: number; mark: number }[]): number {
  const points = questions.reduce((sum, question) => sum + question.points, 0)
  if (points <= 0) throw new RangeError('an attempt has at least one question with points')
  const mark = questions.reduce((sum, question) => sum + question.points * question.mark, 0) / points
  return Math.min(1, Math.max(0, mark))
}

/** Whether a mark reaches the one to reach: a mark that is equal but for the last binary digit does. */
export const reaches = (mark: number, passMark: number): boolean => mark >= passMark - 1e-9
