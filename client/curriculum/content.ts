import type { CurriculumContentQuery, CurriculumSection, CurriculumWorkQuery } from '../gql/operations.ts'

export type Curriculum = NonNullable<CurriculumWorkQuery['curriculum']>
export type Content = NonNullable<CurriculumContentQuery['curriculum']>['content']
export type Subject = Content['subjects'][number]

export const sections: readonly CurriculumSection[] = ['IDENTITY', 'TEAM', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES']

/** A short id for a thing an author adds; kept from edit to edit. */
export const newId = (prefix: string): string => `${prefix}${Math.random().toString(36).slice(2, 12)}`

/** The next code of a series as CP-1, CP-2 …: one above the highest. */
export function nextCode(prefix: string, codes: readonly string[]): string {
  const numbers = codes.map(code => (code.startsWith(prefix) ? Number(code.slice(prefix.length)) : NaN)).filter(Number.isInteger)
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}
