import type { CurriculumSection } from '../../../graphql.ts'
import type { Content } from '../../model.ts'
import { blocks, type Problem } from './problem.ts'

/** That what names a thing is not left empty: in the studio it may be for a while. */
export function missing({ title, team, outcomes, competencies, subjects, assessments }: Content): Problem[] {
  const ask = <T extends { id: string }>(section: CurriculumSection, things: readonly T[], ...fields: (keyof T & string)[]) =>
    things.flatMap(thing => fields.filter(field => thing[field] === '').map(field => blocks(section, 'TEXT_MISSING', thing.id, { field })))
  return [
    ...(title === '' ? [blocks('IDENTITY', 'TEXT_MISSING', null, { field: 'title' })] : []),
    ...ask('TEAM', team, 'name'),
    ...ask('OUTCOMES', outcomes, 'code', 'text'),
    ...ask('COMPETENCIES', competencies, 'code', 'name'),
    ...ask('SUBJECTS', subjects, 'title'),
    ...ask('SUBJECTS', subjects.flatMap(({ activities }) => activities), 'title'),
    ...ask('ASSESSMENTS', assessments, 'title'),
  ]
}
