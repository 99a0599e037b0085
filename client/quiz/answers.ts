import type { QuizAttemptQuery } from '../gql/operations.ts'

/** A question of an attempt as its learner sees it. */
export type AskedQuestion = NonNullable<QuizAttemptQuery['attempt']>['questions'][number]
/** What a card needs to put a question. */
export type ShownQuestion = Pick<AskedQuestion, 'id' | 'number' | 'kind' | 'text' | 'points' | 'unit' | 'choices'>

/** Exactly one of these is given, by the question's kind; null is no answer. */
export type Answer = { choices?: readonly string[] | null; truth?: boolean | null; text?: string | null; number?: number | null }
/** An answer as the server has it, with how often it was saved. */
export type Stored = { id: string; seq: number; savedAt?: string | null; answer?: Answer | null }

/** The answer itself, or null when it says nothing. */
export function meant(answer: Answer | null | undefined): Answer | null {
  if (!answer) return null
  const { choices, truth, text, number } = answer
  if (choices?.length) return { choices: [...choices] }
  if (typeof truth === 'boolean') return { truth }
  if (text?.trim()) return { text: text.normalize('NFC').trim() }
  if (typeof number === 'number') return { number }
  return null
}

/** Whether two answers say the same; the order of picks does not matter. */
export const sameAnswer = (a: Answer | null | undefined, b: Answer | null | undefined): boolean => canonical(a) === canonical(b)

function canonical(answer: Answer | null | undefined): string {
  const said = meant(answer)
  return JSON.stringify(said?.choices ? { choices: [...said.choices].sort() } : said)
}
