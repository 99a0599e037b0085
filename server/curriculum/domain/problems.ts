import type { CurriculumSection, ErrorCode } from '../../graphql.ts'
import type { Content, TrainingKindDoc } from '../model.ts'
import { practiceShareOf, sumOf, totalOf } from './hours.ts'

export type Problem = { section: CurriculumSection; code: ErrorCode; at: string | null; facts: Record<string, unknown>; blocking: boolean }

/** Training a PPPK may be given per year of contract, in JP (PP 49/2018 Ps 40(1)). A longer course exceeds it: informational. */
export const PPPK_HOURS_MAX = 24

/**
 * What keeps a curriculum from being submitted (blocking), and what its authors should look at again (not blocking).
 * The traceability matrix outcome × subject × assessment may have no empty row (DOMAIN §10.2); practice is assessed by
 * a practicum, and too small a share of it is a warning (DOMAIN §10.3).
 */
export function problemsOf(content: Content, kind: TrainingKindDoc | null): Problem[] {
  return [...emptiness(content), ...identities(content), ...references(content), ...traceability(content), ...practice(content), ...weights(content), ...hours(content, kind)]
}

const blocks = (section: CurriculumSection, code: ErrorCode, at: string | null = null, facts: Record<string, unknown> = {}): Problem =>
  ({ section, code, at, facts, blocking: true })
const warns = (section: CurriculumSection, code: ErrorCode, facts: Record<string, unknown>): Problem =>
  ({ section, code, at: null, facts, blocking: false })

const emptiness = ({ outcomes, subjects }: Content): Problem[] => [
  ...(outcomes.length === 0 ? [blocks('OUTCOMES', 'NO_OUTCOMES')] : []),
  ...(subjects.length === 0 ? [blocks('SUBJECTS', 'NO_SUBJECTS')] : []),
]

/** An id names one thing in the whole curriculum. */
function identities(content: Content): Problem[] {
  const lists: [CurriculumSection, readonly { id: string }[]][] = [
    ['OUTCOMES', content.outcomes], ['COMPETENCIES', content.competencies], ['SUBJECTS', content.subjects], ['ASSESSMENTS', content.assessments],
  ]
  const seen = new Set<string>()
  return lists.flatMap(([section, things]) => things.flatMap(({ id }) => {
    if (seen.has(id)) return [blocks(section, 'DUPLICATE_ID', id, { id })]
    seen.add(id)
    return []
  }))
}

function references({ outcomes, subjects, assessments }: Content): Problem[] {
  const isOutcome = has(outcomes)
  const isSubject = has(subjects)
  const unknown = (section: CurriculumSection, { id, title }: { id: string; title: string }, to: readonly string[]) =>
    to.map(reference => blocks(section, 'UNKNOWN_REFERENCE', id, { title, reference }))
  return [
    ...subjects.flatMap(subject => unknown('SUBJECTS', subject, subject.outcomes.filter(id => !isOutcome(id)))),
    ...assessments.flatMap(assessment => unknown('ASSESSMENTS', assessment, [
      ...[assessment.subject].filter(id => !isSubject(id)), ...assessment.outcomes.filter(id => !isOutcome(id)),
    ])),
  ]
}

function traceability({ outcomes, subjects, assessments }: Content): Problem[] {
  const taught = new Set(subjects.flatMap(subject => subject.outcomes))
  const assessed = new Set(assessments.flatMap(assessment => assessment.outcomes))
  return outcomes.flatMap(({ id, code }) => [
    ...(taught.has(id) ? [] : [blocks('SUBJECTS', 'OUTCOME_NOT_TAUGHT', id, { code })]),
    ...(assessed.has(id) ? [] : [blocks('ASSESSMENTS', 'OUTCOME_NOT_ASSESSED', id, { code })]),
  ])
}

function practice({ subjects, assessments }: Content): Problem[] {
  const practised = new Set(assessments.filter(({ kind }) => kind === 'PRACTICUM').map(({ subject }) => subject))
  return subjects.flatMap(({ id, title, hours }) => {
    if (totalOf(hours) === 0) return [blocks('SUBJECTS', 'SUBJECT_WITHOUT_HOURS', id, { title })]
    const lacks = hours.practice + hours.field > 0 && !practised.has(id)
    return lacks ? [blocks('ASSESSMENTS', 'PRACTICE_WITHOUT_PRACTICUM', id, { title })] : []
  })
}

function weights({ assessments }: Content): Problem[] {
  return (['QUIZ', 'PRACTICUM'] as const).flatMap(kind => {
    const ofKind = assessments.filter(assessment => assessment.kind === kind)
    const sum = ofKind.reduce((total, { weight }) => total + weight, 0)
    return ofKind.length === 0 || sum === 100 ? [] : [blocks('ASSESSMENTS', 'WEIGHTS_NOT_100', null, { kind, sum })]
  })
}

function hours({ subjects }: Content, kind: TrainingKindDoc | null): Problem[] {
  const all = sumOf(subjects.map(subject => subject.hours))
  const total = totalOf(all)
  if (total === 0) return []
  const share = practiceShareOf(all)
  const percent = (of: number) => Math.round(of * 1000) / 10
  return [
    ...(kind?.practiceFloor != null && share < kind.practiceFloor
      ? [warns('SUBJECTS', 'PRACTICE_SHARE_LOW', { share: percent(share), floor: percent(kind.practiceFloor), target: percent(kind.practiceTarget ?? kind.practiceFloor) })]
      : []),
    ...(total > PPPK_HOURS_MAX ? [warns('SUBJECTS', 'PPPK_HOURS_EXCEEDED', { total, max: PPPK_HOURS_MAX })] : []),
  ]
}

function has(things: readonly { id: string }[]): (id: string) => boolean {
  const ids = new Set(things.map(({ id }) => id))
  return id => ids.has(id)
}
