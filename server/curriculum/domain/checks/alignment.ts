import type { Content } from '../../model.ts'
import { blocks, type Problem } from './problem.ts'

/**
 * The alignment matrix competency x outcome x subject x assessment may have no empty row (DOMAIN §10.2, gate to publish).
 * Activities are asked for once some are written: then each outcome is practised by one.
 */
export const alignment = (content: Content): Problem[] => [...ofOutcomes(content), ...ofCompetencies(content), ...ofAssessments(content)]

function ofOutcomes({ outcomes, subjects, assessments }: Content): Problem[] {
  const taught = new Set(subjects.flatMap(subject => subject.outcomes))
  const assessed = new Set(assessments.flatMap(assessment => assessment.outcomes))
  const activities = subjects.flatMap(subject => subject.activities)
  const practised = new Set(activities.flatMap(activity => activity.outcomes))
  return outcomes.flatMap(({ id, code }) => [
    ...(taught.has(id) ? [] : [blocks('SUBJECTS', 'OUTCOME_NOT_TAUGHT', id, { code })]),
    ...(activities.length === 0 || practised.has(id) ? [] : [blocks('SUBJECTS', 'OUTCOME_NOT_PRACTISED', id, { code })]),
    ...(assessed.has(id) ? [] : [blocks('ASSESSMENTS', 'OUTCOME_NOT_ASSESSED', id, { code })]),
  ])
}

const ofCompetencies = ({ competencies }: Content): Problem[] =>
  competencies.flatMap(({ id, code, outcomes }) => (outcomes.length > 0 ? [] : [blocks('COMPETENCIES', 'COMPETENCY_NOT_DEVELOPED', id, { code })]))

const ofAssessments = ({ assessments }: Content): Problem[] =>
  assessments.flatMap(({ id, title, outcomes }) => (outcomes.length > 0 ? [] : [blocks('ASSESSMENTS', 'ASSESSMENT_WITHOUT_OUTCOME', id, { title })]))
