import type { Content } from '../../curriculum/index.ts'
import { blank } from './assemble.ts'

/** A content with every list it may lack, for those written before there were such lists. */
export const complete = (content: Content): Content => ({
  ...blank, ...content,
  team: content.team ?? [],
  outcomes: content.outcomes.map(one => ({ ...one, level: one.level ?? null, indicators: one.indicators ?? [] })),
  competencies: content.competencies.map(one => ({ ...one, fromLevel: one.fromLevel ?? null, outcomes: one.outcomes ?? [], need: one.need ?? '' })),
  subjects: content.subjects.map(one => ({ ...one, activities: one.activities ?? [] })),
  assessments: content.assessments.map(one => ({ ...one, blueprint: one.blueprint ?? [] })),
})

/** Without its people: a template names nobody, and another institution has its own team. */
export const withoutPeople = (content: Content): Content => ({ ...content, team: [], faculty: '' })
