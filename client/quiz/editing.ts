import { draftOf as bodyDraftOf, inputOf as bodyInputOf, kinds as allKinds, type BodyDraft } from '../bank/body.ts'
import type { CognitiveLevel, QuestionInput, QuestionKind, QuizEditQuery } from '../gql/operations.ts'
import type { ShownQuestion } from './answers.ts'

export type EditedQuiz = NonNullable<QuizEditQuery['quiz']>
export type EditedQuestion = NonNullable<EditedQuiz['editorQuestions']>[number]

/** Kinds a quiz asks: all there are. */
export const kinds: readonly QuestionKind[] = allKinds

/** What a form holds while a question is written: what it says, and where it stands in the blueprint. */
export type QuestionDraft = { body: BodyDraft; outcome: string; level: string }

export type OutcomeOption = { id: string; code: string; text: string }
export const levels: readonly CognitiveLevel[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']

export const draftOf = (question: EditedQuestion | undefined, kind: QuestionKind): QuestionDraft =>
  ({ body: { ...bodyDraftOf(question?.body), kind: question?.body.kind ?? kind }, outcome: question?.outcome ?? '', level: question?.level ?? '' })

export const inputOf = ({ body, outcome, level }: QuestionDraft): QuestionInput =>
  ({ body: bodyInputOf(body), outcome: outcome || null, level: (level || null) as CognitiveLevel | null })

const named = (things: readonly { id: string; text: string }[]) => things.map(({ id, text }) => ({ id, text }))
/** By their letters: the author's order would be the answer. */
const mixed = (things: readonly { id: string; text: string }[]) => named(things).sort((a, b) => a.text.localeCompare(b.text))

/** A formula's values as the server puts them: with a decimal comma, within formulas in braces of their own. */
const withValues = (html: string, values: ReadonlyMap<string, string>) => html.split(/(\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\])/).map((part, at) => part.replace(/\{(\w+)\}/g, (whole, name: string) => {
  const value = values.get(name)
  return value === undefined ? whole : at % 2 === 1 ? `{${value.replace('.', '{,}')}}` : value.replace('.', ',')
})).join('')

/** The question as a learner sees it: without what is right. A formula's values are the least of each. */
export function asShown({ body }: EditedQuestion, at: number): ShownQuestion {
  const { id, kind, points, choices, number, matching, ordering, gaps, essay, file, hotspot, calculated } = body
  const key = calculated?.answer ?? number
  const values = new Map(calculated?.variables.map(({ name, min }) => [name, String(min)]))
  return {
    id, number: at + 1, kind, points, essay, file, hotspot, answerFiles: [],
    choices: choices.map(({ id: choice, text, media }) => ({ id: choice, text, media })),
    text: kind === 'CALCULATED' ? withValues(body.text, values) : body.text,
    unit: key?.units.length ? null : (key?.unit ?? null), namesUnit: (key?.units.length ?? 0) > 0, items: mixed(ordering?.items ?? []),
    matching: matching && {
      stems: matching.pairs.map(pair => ({ id: pair.id, text: pair.stem })),
      matches: mixed([...new Set([...matching.pairs.map(({ match }) => match), ...matching.distractors])].map(text => ({ id: text, text }))),
    },
    gaps: gaps.map(gap => ({ id: gap.id, kind: gap.kind, choices: mixed(gap.choices) })),
  }
}
