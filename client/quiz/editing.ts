import type { CognitiveLevel, QuestionInput, QuestionKind, QuizEditQuery } from '../gql/operations.ts'
import type { ShownQuestion } from './answers.ts'

export type EditedQuiz = NonNullable<QuizEditQuery['quiz']>
export type EditedQuestion = NonNullable<EditedQuiz['editorQuestions']>[number]

export const kinds: readonly QuestionKind[] = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC']
export const CHOICES_MAX = 10
export const ACCEPTED_MAX = 20

/** What a form holds while a question is written; nothing is thrown away when the kind changes. */
export type QuestionDraft = {
  kind: QuestionKind
  text: string
  points: number | null
  feedback: string
  choices: { key: number; id: string | null; text: string; right: boolean }[]
  right: string | null
  accepted: string
  value: number | null
  tolerance: number | null
  unit: string
  outcome: string
  level: string
}

export type OutcomeOption = { id: string; code: string; text: string }
export const levels: readonly CognitiveLevel[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']

let keys = 0
export const blankChoice = (right = false) => ({ key: keys++, id: null, text: '', right })

export function draftOf(question: EditedQuestion | undefined, kind: QuestionKind): QuestionDraft {
  const choices = question?.choices.map(choice => ({ key: keys++, ...choice })) ?? []
  return {
    kind: question?.kind ?? kind, text: question?.text ?? '', points: question?.points ?? 1, feedback: question?.feedback ?? '',
    choices: choices.length ? choices : [blankChoice(true), blankChoice()],
    right: typeof question?.right === 'boolean' ? String(question.right) : null,
    accepted: question?.accepted.join('\n') ?? '',
    value: question?.value ?? null, tolerance: question?.tolerance ?? 0, unit: question?.unit ?? '',
    outcome: question?.outcome ?? '', level: question?.level ?? '',
  }
}

/** What is sent: of each kind only what it is made of. */
export function inputOf(draft: QuestionDraft): QuestionInput {
  const { kind, text, points, feedback } = draft
  const shared = { kind, text, points: points ?? 0, feedback, outcome: draft.outcome || null, level: (draft.level || null) as CognitiveLevel | null }
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { ...shared, choices: draft.choices.map(choice => ({ id: choice.id, text: choice.text, right: choice.right })) }
    case 'TRUE_FALSE': return { ...shared, right: draft.right === null ? null : draft.right === 'true' }
    case 'SHORT_ANSWER': return { ...shared, accepted: draft.accepted.split('\n').map(line => line.trim()).filter(Boolean) }
    case 'NUMERIC': return { ...shared, value: draft.value, tolerance: draft.tolerance ?? 0, unit: draft.unit.trim() || null }
  }
}

/** The question as a learner sees it: without what is right. */
export const asShown = ({ id, kind, text, points, unit, choices }: EditedQuestion, at: number): ShownQuestion =>
  ({ id, number: at + 1, kind, text, points, unit, choices: choices.map(choice => ({ id: choice.id, text: choice.text })) })
