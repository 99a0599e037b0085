import type { AttemptQuestion, EditorQuestion } from '../../graphql.ts'
import { attemptMoves, type Written } from '../domain/attempt.ts'
import { coverageOf } from '../domain/blueprint.ts'
import type { AskedDoc, AttemptDoc, QuizDoc } from '../model.ts'

/** What the graph says of questions, built field by field and never spread: what is not named here is not sent. */

export const points = ({ questions }: QuizDoc): number => questions.reduce((sum, question) => sum + question.points, 0)

export const coverage = ({ blueprint, questions }: QuizDoc) => coverageOf(blueprint ?? [], questions)

export const editorQuestion = (question: Written): EditorQuestion => ({
  id: question.id, kind: question.kind, text: question.text, points: question.points, feedback: question.feedback,
  choices: question.choices.map(({ id, text, right }) => ({ id, text, right })),
  right: question.right, accepted: [...question.accepted], value: question.value, tolerance: question.tolerance, unit: question.unit, outcome: question.outcome ?? null, level: question.level ?? null,
})

/** Mark and feedback only of a closed attempt, whatever is stored. */
export function attemptQuestion({ state }: AttemptDoc, question: AskedDoc, at: number): AttemptQuestion {
  const closed = Object.keys(attemptMoves[state]).length === 0
  return {
    id: question.id, number: at + 1, kind: question.kind, text: question.text, points: question.points, unit: question.unit,
    choices: question.choices.map(({ id, text }) => ({ id, text })),
    seq: question.seq, answer: question.answer && { ...answerOf(question) }, savedAt: question.savedAt,
    mark: closed ? question.mark : null, feedback: closed ? question.feedback : null,
  }
}

const answerOf = ({ answer }: AskedDoc) => ({ choices: answer!.choices, truth: answer!.truth, text: answer!.text, number: answer!.number })

