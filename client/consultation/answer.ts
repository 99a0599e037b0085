import type { ConsultationAnswerInput, ConsultationReadQuery, CurriculumSection, Reaction } from '../gql/operations.ts'

export type Read = NonNullable<ConsultationReadQuery['consultation']>
export type Question = Read['questions'][number]
export const reactions: readonly Reaction[] = ['HELPFUL', 'UNCLEAR', 'NOT_NEEDED', 'MISSING']

/** What one fills in: by the question's id, and by the key of a place. */
export type Draft = { anonymous: boolean; values: Record<string, string>; reactions: Record<string, Reaction | undefined>; proposals: Record<string, string> }

export const keyOf = (section: CurriculumSection | null | undefined, element: string | null | undefined): string => `${section ?? ''}/${element ?? ''}`
const placeOf = (key: string) => {
  const [section, element] = key.split('/')
  return { section: (section || null) as CurriculumSection | null, element: element || null }
}

/** What was answered before, to go on from; without it a clean and anonymous sheet. Several proposals of one place are joined. */
export function draftOf({ mine }: Pick<Read, 'mine'>): Draft {
  const draft: Draft = { anonymous: mine?.anonymous ?? true, values: {}, reactions: {}, proposals: {} }
  for (const { question, value, text } of mine?.answers ?? []) draft.values[question] = value === null || value === undefined ? (text ?? '') : String(value)
  for (const { section, element, reaction } of mine?.reactions ?? []) draft.reactions[keyOf(section, element)] = reaction
  for (const { section, element, text } of mine?.proposals ?? []) {
    const key = keyOf(section, element)
    draft.proposals[key] = draft.proposals[key] ? `${draft.proposals[key]}\n\n${text}` : text
  }
  return draft
}

/** What is sent: only what was filled in. */
export function inputOf(draft: Draft, questions: readonly Question[]): ConsultationAnswerInput {
  const answers = questions.flatMap(({ id, form }) => {
    const value = draft.values[id]?.trim()
    if (!value) return []
    return [form === 'TEXT' ? { question: id, text: value } : { question: id, value: Number(value) }]
  })
  return {
    anonymous: draft.anonymous, answers,
    reactions: Object.entries(draft.reactions).flatMap(([key, reaction]) => {
      const { section, element } = placeOf(key)
      return reaction && section ? [{ section, element, reaction }] : []
    }),
    proposals: Object.entries(draft.proposals).flatMap(([key, text]) => (text.trim() ? [{ ...placeOf(key), text: text.trim() }] : [])),
  }
}

/** How many questions have an answer. */
export const answeredOf = (draft: Draft, questions: readonly Question[]): number => questions.filter(({ id }) => draft.values[id]?.trim()).length
/** Whether there is anything to send at all. */
export function isEmpty(draft: Draft, questions: readonly Question[]): boolean {
  const { answers = [], reactions: reacted = [], proposals = [] } = inputOf(draft, questions)
  return [answers, reacted, proposals].every(list => !Array.isArray(list) || list.length === 0)
}
