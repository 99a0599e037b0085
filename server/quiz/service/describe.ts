import type { Answer as SentAnswer, AttemptQuestion } from '../../graphql.ts'
import type { Answer } from '../../bank/index.ts'
import { attemptMoves } from '../domain/attempt.ts'
import { coverageOf } from '../domain/blueprint.ts'
import { todaysQuestion } from '../domain/former.ts'
import type { AskedDoc, AttemptDoc, QuizDoc } from '../model.ts'

/** What the graph says of questions, built field by field and never spread: what is not named here is not sent. */

export const points = ({ questions }: QuizDoc): number => questions.reduce((sum, question) => sum + question.points, 0)

export const coverage = ({ blueprint, questions }: QuizDoc) => coverageOf(blueprint ?? [], questions)

/** With the key. */
export const editorQuestions = ({ questions }: QuizDoc) => questions.map(todaysQuestion)

const named = (things: readonly { id: string; text: string }[] | undefined) => (things ?? []).map(({ id, text }) => ({ id, text }))

/**
 * Mark, feedback and what a marker said only of a closed attempt, whatever is stored; who marks sees them before. Parts are
 * absent from older sheets.
 */
export function attemptQuestion({ state }: AttemptDoc, question: AskedDoc, at: number, marks: boolean): AttemptQuestion {
  const closed = marks || Object.keys(attemptMoves[state]).length === 0
  const { matching, essay, file, marking } = question
  return {
    id: question.id, number: at + 1, kind: question.kind as AttemptQuestion['kind'], text: question.text, points: question.points, unit: question.unit, namesUnit: question.namesUnit ?? false,
    choices: named(question.choices), items: named(question.items),
    matching: matching ? { stems: named(matching.stems), matches: named(matching.matches) } : null,
    gaps: (question.gaps ?? []).map(({ id, kind, choices }) => ({ id, kind, choices: named(choices) })),
    essay: essay ? { minWords: essay.minWords, maxWords: essay.maxWords, template: essay.template } : null,
    file: file ? { maxFiles: file.maxFiles, accept: file.accept } : null, variant: question.variant ?? null,
    seq: question.seq, answer: question.answer && answerOf(question.answer), savedAt: question.savedAt,
    mark: closed ? question.mark : null, feedback: closed ? question.feedback : null,
    comment: (closed && marking?.comment) || null, reason: (closed && marking?.reason) || null,
    machineMark: closed ? marking?.was ?? null : null, marked: closed ? marking?.times ?? 0 : 0,
  }
}

export const answerOf = ({ choices, truth, text, number, unit, pairs, order, gaps, files }: Answer): SentAnswer => ({
  choices, truth, text, number, unit: unit ?? null, pairs: pairs?.map(({ stem, match }) => ({ stem, match })) ?? null, order: order ?? null,
  gaps: gaps?.map(({ gap, text: said }) => ({ gap, text: said })) ?? null, files: files ?? null,
})
