import type { Content } from '../../curriculum/index.ts'
import { elementsOf } from '../../discussion/index.ts'
import type { CurriculumSection } from '../../graphql.ts'

/** Words a minute when reading at ease. Default, ours: common estimates for adults lie between 180 and 250. */
const WORDS_A_MINUTE = 200

/** Minutes to read a content at ease, at least one. */
export function readingMinutes(content: Content): number {
  const texts: string[] = []
  const gather = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && !/^(id|outcome|outcomes|subject|form|stage|kind|mode|role)$/.test(key)) texts.push(value)
    else if (Array.isArray(value)) value.forEach(one => gather(one, key))
    else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(([name, held]) => gather(held, name))
  }
  gather(content)
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE))
}

const read: readonly CurriculumSection[] = ['IDENTITY', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS']

/** What of a content people react to: what it is for, what is learnt, taught and assessed; not who wrote it, nor from what. */
export function consultedElements(content: Content): { section: CurriculumSection; element: string | null; label: string }[] {
  const activities = new Set(content.subjects.flatMap(subject => (subject.activities ?? []).map(({ id }) => id)))
  const rows = new Set(content.assessments.flatMap(assessment => (assessment.blueprint ?? []).map(({ id }) => id)))
  return elementsOf(content)
    .filter(({ section, element }) => read.includes(section) && (element === null ? section === 'IDENTITY' : !activities.has(element) && !rows.has(element)))
    .map(({ section, element, label }) => ({ section, element, label }))
}
