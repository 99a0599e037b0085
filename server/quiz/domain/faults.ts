import type { QuestionKind } from './answer.ts'

/** What a question still lacks to be asked and scored. */
export type QuestionFault = {
  code: 'NO_RIGHT_CHOICE' | 'ONE_RIGHT_CHOICE' | 'TOO_FEW_CHOICES' | 'NO_ACCEPTED_ANSWER' | 'NO_VALUE' | 'REQUIRED' | 'NOT_UNIQUE'
  field: string
}

type Draft = {
  kind: QuestionKind
  choices: readonly { text: string; right: boolean }[]
  right: boolean | null
  accepted: readonly string[]
  value: number | null
}

const CHOICES_MIN = 2

/** Every fault of a question's key, each with the field it is to be shown beside. */
export function faultsOf(question: Draft): QuestionFault[] {
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return faultsOfChoices(question)
    case 'TRUE_FALSE': return question.right === null ? [{ code: 'REQUIRED', field: 'right' }] : []
    // A pattern of stars alone takes any answer: it asks nothing.
    case 'SHORT_ANSWER': return question.accepted.some(text => /[^*\s]/.test(text)) && !question.accepted.some(text => /^[*\s]+$/.test(text))
      ? [] : [{ code: 'NO_ACCEPTED_ANSWER', field: 'accepted' }]
    case 'NUMERIC': return question.value === null ? [{ code: 'NO_VALUE', field: 'value' }] : []
  }
}

function faultsOfChoices({ kind, choices }: Draft): QuestionFault[] {
  if (choices.length < CHOICES_MIN) return [{ code: 'TOO_FEW_CHOICES', field: 'choices' }]
  const texts = choices.map(({ text }) => text.toLowerCase())
  const repeated = texts.flatMap((text, at): QuestionFault[] =>
    (texts.indexOf(text) < at ? [{ code: 'NOT_UNIQUE', field: `choices.${at}.text` }] : []))
  const right = choices.filter(choice => choice.right).length
  if (right === 0) return [...repeated, { code: 'NO_RIGHT_CHOICE', field: 'choices' }]
  if (kind === 'SINGLE_CHOICE' && right > 1) return [...repeated, { code: 'ONE_RIGHT_CHOICE', field: 'choices' }]
  return repeated
}
