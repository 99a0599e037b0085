import type { BankOwnerKind, CognitiveLevel, Navigation, QuestionKind, QuizStructureInput, QuizStructureQuery } from '../gql/operations.ts'

export type StructuredQuiz = NonNullable<QuizStructureQuery['quiz']>
/** `owner` is said as kind and id, as a list of choices takes it. */
export type DrawDraft = {
  key: string; id: string | null; count: number | null; points: number | null; pilot: boolean; outcome: string | null
  owner: string; category: string; tag: string; bankOutcome: string; level: string | null; kind: string | null
}
export type SectionDraft = { key: string; id: string | null; title: string; instructions: string; shuffle: boolean; perPage: number | null; draws: DrawDraft[] }
export type StructureDraft = { navigation: string | null; sections: SectionDraft[] }

let made = 0
const newKey = () => `new-${++made}`

export const ownerKey = ({ kind, id }: { kind: BankOwnerKind; id?: string | null }): string => `${kind}:${id ?? ''}`
function ownerOf(key: string) {
  const [kind, id] = key.split(':')
  return { kind: kind as BankOwnerKind, id: id || null }
}

export const newSection = (): SectionDraft => ({ key: newKey(), id: null, title: '', instructions: '', shuffle: true, perPage: 1, draws: [] })
export const newDraw = (owner: string): DrawDraft =>
  ({ key: newKey(), id: null, count: 5, points: 1, pilot: false, outcome: null, owner, category: '', tag: '', bankOutcome: '', level: null, kind: null })

/** What is stored as a form has it. */
export const draftOf = ({ navigation, sections, draws }: StructuredQuiz): StructureDraft => ({
  navigation,
  sections: (sections ?? []).map(({ id, title, instructions, shuffle, perPage }) => ({
    key: id, id, title, instructions, shuffle, perPage: perPage ?? null,
    draws: (draws ?? []).filter(({ section }) => section === id).map(({ id: draw, count, points, pilot, outcome, filter }) => ({
      key: draw, id: draw, count, points: pilot ? 1 : points, pilot, outcome: outcome ?? null, owner: ownerKey(filter.owner),
      category: filter.category, tag: filter.tag, bankOutcome: filter.outcome, level: filter.level ?? null, kind: filter.kind ?? null,
    })),
  })),
})

export const filterOf = ({ owner, category, tag, bankOutcome, level, kind }: DrawDraft) =>
  ({ owner: ownerOf(owner), category, tag, outcome: bankOutcome, level: level as CognitiveLevel | null, kind: kind as QuestionKind | null })

export const inputOf = ({ navigation, sections }: StructureDraft): QuizStructureInput => ({
  navigation: navigation as Navigation,
  sections: sections.map(({ id, title, instructions, shuffle, perPage, draws }) => ({
    id, title, instructions, shuffle, perPage,
    draws: draws.map(draw => ({ id: draw.id, count: draw.count ?? 0, points: draw.pilot ? 1 : draw.points ?? 0, pilot: draw.pilot, outcome: draw.pilot ? null : draw.outcome, filter: filterOf(draw) })),
  })),
})
