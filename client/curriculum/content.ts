import type {
  AssessmentInput, CurriculumCompetencyInput, CurriculumIdentityInput, CurriculumPatch, CurriculumSection, CurriculumWorkQuery, OutcomeInput, SubjectInput,
} from '../gql/operations.ts'

export type Curriculum = NonNullable<CurriculumWorkQuery['curriculum']>
export type Content = Curriculum['content']
export type Subject = Content['subjects'][number]

type Typed<T, Numbers extends keyof T> = Omit<T, Numbers> & { [K in Numbers]: number | null }
/** What the author of each section writes; a number not yet typed is null. */
export type Drafts = {
  IDENTITY: CurriculumIdentityInput
  OUTCOMES: OutcomeInput[]
  COMPETENCIES: Typed<CurriculumCompetencyInput, 'fromLevel' | 'toLevel'>[]
  SUBJECTS: Typed<SubjectInput & { topics: string[]; outcomes: string[] }, 'theory' | 'practice' | 'field'>[]
  ASSESSMENTS: Typed<AssessmentInput & { outcomes: string[] }, 'weight'>[]
  REFERENCES: string[]
}

export const sections: readonly CurriculumSection[] = ['IDENTITY', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES']

/** A section as it is sent: plain, own data, that an editor may change freely. */
export function draftOf<S extends CurriculumSection>(section: S, content: Content): Drafts[S] {
  const drafts: { [K in CurriculumSection]: () => Drafts[K] } = {
    IDENTITY: () => ({ title: content.title, kind: content.kind.id, mode: content.mode, audience: content.audience, summary: content.summary, faculty: content.faculty }),
    OUTCOMES: () => content.outcomes.map(({ id, code, text }) => ({ id, code, text })),
    COMPETENCIES: () => content.competencies.map(({ id, code, name, kind, fromLevel, toLevel }) => ({ id, code, name, kind, fromLevel: fromLevel ?? null, toLevel })),
    SUBJECTS: () => content.subjects.map(({ id, title, description, topics, outcomes, hours: { theory, practice, field } }) =>
      ({ id, title, description, topics: [...topics], outcomes: [...outcomes], theory, practice, field })),
    ASSESSMENTS: () => content.assessments.map(({ id, kind, title, subject, outcomes, instructions, weight }) =>
      ({ id, kind, title, subject, outcomes: [...outcomes], instructions, weight })),
    REFERENCES: () => [...content.references],
  }
  return drafts[section]()
}

const required = new Set(['theory', 'practice', 'field', 'weight', 'toLevel'])

/** The patch that puts a draft in the place of its section. A number left empty is sent as 0, to be judged as such. */
export const patchOf = <S extends CurriculumSection>(section: S, draft: Drafts[S]): CurriculumPatch =>
  ({ [section.toLowerCase()]: JSON.parse(JSON.stringify(draft, (key, value: unknown) => (value === null && required.has(key) ? 0 : value))) as unknown })

/** A short id for a thing an author adds; kept from edit to edit. */
export const newId = (prefix: string): string => `${prefix}${Math.random().toString(36).slice(2, 10)}`

/** The next code of a series as CP-1, CP-2 …: one above the highest. */
export function nextCode(prefix: string, codes: readonly string[]): string {
  const numbers = codes.map(code => (code.startsWith(prefix) ? Number(code.slice(prefix.length)) : NaN)).filter(Number.isInteger)
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

/** One line for each entry of a list written in a text field. */
export const linesOf = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(Boolean)

/** Hours of a whole in JP, and its share of practice; what an editor shows while numbers change. */
export function hoursOf(subjects: readonly { theory: number | null; practice: number | null; field: number | null }[]) {
  const sum = (key: 'theory' | 'practice' | 'field') => subjects.reduce((all, subject) => all + (subject[key] ?? 0), 0)
  const [theory, practice, field] = [sum('theory'), sum('practice'), sum('field')]
  const total = theory + practice + field
  return { theory, practice, field, total, practiceShare: total === 0 ? 0 : (practice + field) / total }
}
