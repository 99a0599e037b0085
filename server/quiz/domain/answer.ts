import type { Answer } from './score.ts'

/** Whether something is an answer, apart from what it is worth. */

export type QuestionKind = 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER' | 'NUMERIC'

/** As it arrives: what is not given is null or missing. */
export type Given = { choices?: readonly string[] | null; truth?: boolean | null; text?: string | null; number?: number | null }

/** The answer to store, null for one that is taken back; or why it is none. */
export type Reading =
  | { ok: true; answer: Answer | null }
  | { ok: false; why: 'KIND' | 'UNKNOWN_CHOICE' }

const fieldOf: Record<QuestionKind, keyof Given> = {
  SINGLE_CHOICE: 'choices', MULTIPLE_CHOICE: 'choices', TRUE_FALSE: 'truth', SHORT_ANSWER: 'text', NUMERIC: 'number',
}
const empty: Answer = { choices: null, truth: null, text: null, number: null }

/** Reads an answer to a question: exactly the field its kind asks for, of the choices it has. All empty is a taking back. */
export function readAnswer(question: { kind: QuestionKind; choices: readonly { id: string }[] }, given: Given): Reading {
  const field = fieldOf[question.kind]
  const filled = (Object.keys(empty) as (keyof Given)[]).filter(name => given[name] !== null && given[name] !== undefined)
  if (filled.some(name => name !== field)) return { ok: false, why: 'KIND' }
  if (filled.length === 0) return { ok: true, answer: null }
  if (field === 'choices') return readChoices(question, given.choices!)
  if (field === 'text') {
    const text = given.text!.normalize('NFC').trim()
    return { ok: true, answer: text === '' ? null : { ...empty, text } }
  }
  if (field === 'number' && !Number.isFinite(given.number)) return { ok: false, why: 'KIND' }
  return { ok: true, answer: { ...empty, [field]: given[field] } }
}

function readChoices(question: { kind: QuestionKind; choices: readonly { id: string }[] }, picked: readonly string[]): Reading {
  const known = new Set(question.choices.map(({ id }) => id))
  const choices = [...new Set(picked)]
  if (choices.some(choice => !known.has(choice))) return { ok: false, why: 'UNKNOWN_CHOICE' }
  if (question.kind === 'SINGLE_CHOICE' && choices.length > 1) return { ok: false, why: 'KIND' }
  return { ok: true, answer: choices.length === 0 ? null : { ...empty, choices } }
}

/** Whether two answers say the same; the order of picks does not matter. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b
  const picks = ({ choices }: Answer) => (choices === null ? null : [...choices].sort().join('\n'))
  return picks(a) === picks(b) && a.truth === b.truth && a.text === b.text && a.number === b.number
}
