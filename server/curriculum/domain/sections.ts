import type { CurriculumSection } from '../../graphql.ts'
import type { Content } from '../model.ts'
import { canonical } from './canonical.ts'

/** The parts of the content that are edited, judged and merged as wholes. */
export const sectionKeys: Record<CurriculumSection, readonly (keyof Content)[]> = {
  IDENTITY: ['title', 'kind', 'mode', 'audience', 'summary', 'faculty'],
  TEAM: ['team'],
  OUTCOMES: ['outcomes'],
  COMPETENCIES: ['competencies'],
  SUBJECTS: ['subjects'],
  ASSESSMENTS: ['assessments'],
  REFERENCES: ['references'],
}

export const allSections = Object.keys(sectionKeys) as CurriculumSection[]

/** Sections in which two contents differ. */
export const changedSections = (from: Content, to: Content): CurriculumSection[] =>
  allSections.filter(section => sectionKeys[section].some(key => canonical(from[key]) !== canonical(to[key])))

/** Sections among these that somebody changed since the author read the draft at revision `seen`. */
export const staleSections = (
  sections: readonly CurriculumSection[], changedAt: Partial<Record<CurriculumSection, number>>, seen: number,
): CurriculumSection[] => sections.filter(section => (changedAt[section] ?? 0) > seen)
