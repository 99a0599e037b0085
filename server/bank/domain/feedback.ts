import type { Answer } from './answer.ts'
import type { Key } from './deal.ts'
import { patternOf } from './kinds/short.ts'
import type { OutcomeFeedback, Question } from './question.ts'

/** What is said of one answer: of each choice taken, of the text as it was accepted, and by how right it is. Nothing of what was not answered. */
export type SpecificFeedback = { choices: { choice: string; text: string }[]; answer: string | null; outcome: string | null }

const fieldOf: Readonly<Record<string, keyof OutcomeFeedback>> = { RIGHT: 'right', PARTIAL: 'partly', WRONG: 'wrong' }

/**
 * What the key says of an answer that was judged; null where that is nothing, as of a blank one. `outcome` as it is told with
 * it: an answer that is not judged right or wrong is said nothing of by outcome.
 */
export function specificFeedback(key: Key, byOutcome: OutcomeFeedback | null | undefined, answer: Answer | null, outcome: string | null | undefined): SpecificFeedback | null {
  if (answer === null) return null
  const field = fieldOf[outcome ?? '']
  const said: SpecificFeedback = {
    choices: key.kind === 'SINGLE_CHOICE' || key.kind === 'MULTIPLE_CHOICE' ? ofChoices(key.choices, answer.choices ?? []) : [],
    answer: (key.kind === 'SHORT_ANSWER' && patternOf(key.patterns, key.caseSensitive, answer.text ?? '')?.feedback) || null,
    outcome: (field && byOutcome?.[field]) || null,
  }
  return said.choices.length > 0 || said.answer !== null || said.outcome !== null ? said : null
}

const ofChoices = (choices: readonly { id: string; feedback?: string }[], picked: readonly string[]) =>
  choices.flatMap(({ id, feedback }) => (feedback && picked.includes(id) ? [{ choice: id, text: feedback }] : []))

/** Whether an answer can be right in part, so that something can be said of it: a number only where its unit is part of the answer. */
export const isEverPartly = ({ kind, number, calculated }: Pick<Question, 'kind' | 'number' | 'calculated'>): boolean => {
  switch (kind) {
    case 'TRUE_FALSE': return false
    case 'NUMERIC': return (number?.units.length ?? 0) > 0
    case 'CALCULATED': return (calculated?.answer.units.length ?? 0) > 0
    default: return true
  }
}
