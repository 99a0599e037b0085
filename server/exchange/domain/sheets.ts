import type { AssessmentContent, Content, SubjectContent } from '../../curriculum/index.ts'
import { identityFields, sheetShapes, type SheetKey } from './columns.ts'
import { assessmentNames, competencyNames, formNames, loosely, modeNames, nameOf, roleNames, stageNames } from './names.ts'

export type CellValue = string | number
export type Sheet = { name: string; columns: readonly { name: string; width: number; hint: string }[]; rows: readonly (readonly CellValue[])[] }

/**
 * How things refer to each other in a table: an outcome by its code, others by their title, where these say which one is
 * meant; else by `#` and the id. readSheets.ts resolves both.
 */
export function referring<T extends { id: string }>(things: readonly T[], textOf: (thing: T) => string, list: boolean): (id: string) => string {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(loosely(textOf(thing)), (counts.get(loosely(textOf(thing))) ?? 0) + 1)
  const named = new Map(things.map(thing => [thing.id, textOf(thing)]))
  return id => {
    const text = named.get(id)
    const clear = text !== undefined && loosely(text) !== '' && counts.get(loosely(text)) === 1 && !text.startsWith('#') && !(list && (text === '–' || /[,;\n]/.test(text))) && text.trim() === text
    return clear ? text : `#${id}`
  }
}

/** A content as sheets that say it all: read back they give the same content. */
export function sheetsOf(content: Content, kindName: (kind: number) => string): Sheet[] {
  const outcome = referring(content.outcomes, ({ code }) => code, true)
  const subject = referring(content.subjects, ({ title }: SubjectContent) => title, false)
  const assessment = referring(content.assessments, ({ title }: AssessmentContent) => title, false)
  const codes = (ids: readonly string[]) => ids.map(outcome).join(', ')
  const rows: Record<SheetKey, CellValue[][]> = {
    identity: [
      [identityFields.title.name, content.title], [identityFields.kind.name, kindName(content.kind)], [identityFields.mode.name, nameOf(modeNames, content.mode)],
      [identityFields.audience.name, content.audience], [identityFields.summary.name, content.summary], [identityFields.faculty.name, content.faculty],
    ],
    team: content.team.map(({ id, name, institution, role }) => [id, name, institution, nameOf(roleNames, role)]),
    outcomes: content.outcomes.map(({ id, code, text, level, indicators }) => [id, code, text, level ?? '', indicators.join('\n')]),
    competencies: content.competencies.map(({ id, code, name, kind, fromLevel, toLevel, outcomes, need }) =>
      [id, code, name, nameOf(competencyNames, kind), fromLevel ?? '', toLevel, codes(outcomes), need]),
    subjects: content.subjects.map(({ id, title, description, topics, hours, outcomes }) =>
      [id, title, description, topics.join('\n'), hours.theory, hours.practice, hours.field, codes(outcomes)]),
    activities: content.subjects.flatMap(of => of.activities.map(one => [
      one.id, subject(of.id), one.title, nameOf(formNames, one.form), nameOf(stageNames, one.stage), one.minutes, one.facilitator, one.participants, one.method, one.media, codes(one.outcomes),
    ])),
    assessments: content.assessments.map(one => [
      one.id, nameOf(assessmentNames, one.kind), one.title, subject(one.subject), codes(one.outcomes), one.instructions, one.weight,
    ]),
    blueprint: content.assessments.flatMap(of => of.blueprint.map(({ id, outcome: to, level, items }) => [id, assessment(of.id), outcome(to), level, items])),
    references: content.references.map(text => [text]),
  }
  return (Object.keys(sheetShapes) as SheetKey[]).map(key => ({ name: sheetShapes[key].name, columns: sheetShapes[key].columns, rows: rows[key] }))
}
