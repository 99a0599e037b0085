import type { ConsultationQuestionInput, QuestionForm } from '../gql/operations.ts'
import { readiness } from './looks.ts'

/** A question while it is written. */
export type DraftQuestion = { id: string; form: QuestionForm; text: string; options: string[] }

export const QUESTIONS_MAX = 10

/** An id that no other of the questions has. */
export function newQuestion(others: readonly DraftQuestion[], labels: readonly string[]): DraftQuestion {
  const numbers = others.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0))
  return { id: `q${Math.max(0, ...numbers) + 1}`, form: 'SCALE', text: '', options: [...labels] }
}

/** The readiness pulse: five statements on a scale of agreement, the same ids and words each time (DOMAIN §12). */
export const readinessQuestions = (say: (id: string) => string, labels: readonly string[]): DraftQuestion[] =>
  readiness.map(id => ({ id, form: 'SCALE', text: say(id), options: [...labels] }))

/** As it is sent: empty lines of a choice are none. */
export const sent = (questions: readonly DraftQuestion[]): ConsultationQuestionInput[] =>
  questions.map(({ id, form, text, options }) => ({ id, form, text, options: form === 'CHOICE' ? options.map(one => one.trim()).filter(Boolean) : options }))
