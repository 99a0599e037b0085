import type { CurriculumSection } from '../../../graphql.ts'
import type { Content } from '../../model.ts'
import { among, blocks, type Problem } from './problem.ts'

/** That there is something to teach, that every id names one thing in the whole curriculum, and every reference one that is there. */
export const structure = (content: Content): Problem[] => [...emptiness(content), ...identities(content), ...references(content)]

const emptiness = ({ outcomes, subjects }: Content): Problem[] => [
  ...(outcomes.length === 0 ? [blocks('OUTCOMES', 'NO_OUTCOMES')] : []),
  ...(subjects.length === 0 ? [blocks('SUBJECTS', 'NO_SUBJECTS')] : []),
]

function identities({ team, outcomes, competencies, subjects, assessments }: Content): Problem[] {
  const lists: [CurriculumSection, readonly { id: string }[]][] = [
    ['TEAM', team], ['OUTCOMES', outcomes], ['COMPETENCIES', competencies],
    ['SUBJECTS', subjects], ['SUBJECTS', subjects.flatMap(({ activities }) => activities)],
    ['ASSESSMENTS', assessments], ['ASSESSMENTS', assessments.flatMap(({ blueprint }) => blueprint)],
  ]
  const seen = new Set<string>()
  return lists.flatMap(([section, things]) => things.flatMap(({ id }) => {
    if (seen.has(id)) return [blocks(section, 'DUPLICATE_ID', id, { id })]
    seen.add(id)
    return []
  }))
}

function references({ outcomes, competencies, subjects, assessments }: Content): Problem[] {
  const isOutcome = among(outcomes)
  const isSubject = among(subjects)
  const unknown = (section: CurriculumSection, { id }: { id: string }, title: string, to: readonly string[]) =>
    to.filter(reference => !isOutcome(reference)).map(reference => blocks(section, 'UNKNOWN_REFERENCE', id, { title, reference }))
  return [
    ...competencies.flatMap(one => unknown('COMPETENCIES', one, one.code, one.outcomes)),
    ...subjects.flatMap(subject => [
      ...unknown('SUBJECTS', subject, subject.title, subject.outcomes),
      ...subject.activities.flatMap(activity => unknown('SUBJECTS', activity, activity.title, activity.outcomes)),
    ]),
    ...assessments.flatMap(one => [
      ...(isSubject(one.subject) ? [] : [blocks('ASSESSMENTS', 'UNKNOWN_REFERENCE', one.id, { title: one.title, reference: one.subject })]),
      ...unknown('ASSESSMENTS', one, one.title, one.outcomes),
    ]),
  ]
}
