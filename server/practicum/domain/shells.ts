import type { PlanRow } from '../../course/index.ts'
import type { Criterion, Rubric } from './rubric.ts'

/** From an assessment of a version, and the practicum an earlier course had for it, to the practicum of its course. */
export type Task = { title: string; instructions: string; maxFiles: number; acceptedTypes: string[]; revisionsAllowed: number }
/** `touched`, `rubricTouched`: not what was compiled. */
export type OldPracticum = Task & { weight: number; rubric: Rubric; touched: boolean; rubricTouched: boolean }
type Wanted = Task & { id: string; weight: number; rubric: Rubric }
export type Shell = Task & { weight: number; rubric: Rubric; from: 'INSTRUCTOR' | 'VERSION'; rubricFrom: 'INSTRUCTOR' | 'VERSION' }

type LevelWords = { label: string; description: string }
/** As many as the editor takes: a rubric with more is no longer read while grading. */
const CRITERIA_MAX = 20

/**
 * The rubric a practicum starts with: a criterion for each outcome (at most 20), of weights that differ by at most one
 * percent and sum to 100, each with four levels worth 1 to 4 (DOMAIN §10.3). A criterion bears the id of its outcome.
 */
export function rubricSkeleton(outcomes: readonly { id: string; text: string }[], title: string, levels: readonly LevelWords[]): Rubric {
  const asked = (outcomes.length > 0 ? outcomes : [{ id: 'isi', text: title }]).slice(0, CRITERIA_MAX)
  return { criteria: asked.map(({ id, text }, at): Criterion => ({
    id: id.slice(0, 40), title: text.slice(0, 200),
    weight: Math.floor((100 * (at + 1)) / asked.length) - Math.floor((100 * at) / asked.length),
    levels: levels.map((level, n) => ({ id: `${id.slice(0, 36)}-${n + 1}`, ...level, points: n + 1 })),
  })) }
}

/**
 * The practicum, and what of it is not as before. The weight is the version's; what instructors changed is kept. `was`: what
 * the earlier version said; keeping is worth a row only where the new one says something else.
 */
export function shellOf(wanted: Wanted, old: OldPracticum | undefined, was?: Pick<Wanted, 'title' | 'instructions'>): { shell: Shell; rows: PlanRow[] } {
  const { id, weight, rubric, ...fresh } = wanted
  const { title } = fresh
  if (!old) {
    return {
      shell: { ...fresh, weight, rubric, from: 'VERSION', rubricFrom: 'VERSION' },
      rows: [row('PRACTICUM', 'ADD', id, title, null, title), row('RUBRIC', 'ADD', id, title, null, said(rubric))],
    }
  }
  const rows: PlanRow[] = []
  const before = old.touched && was ? was : old
  if (before.title !== title || before.instructions !== fresh.instructions) rows.push(row('PRACTICUM', old.touched ? 'KEEP' : 'CHANGE', id, title, old.title, title))
  if (old.weight !== weight) rows.push(row('WEIGHT', 'CHANGE', id, title, `${old.weight} %`, `${weight} %`))
  if (!old.rubricTouched && said(old.rubric) !== said(rubric)) rows.push(row('RUBRIC', 'CHANGE', id, title, said(old.rubric), said(rubric)))
  const kept: Task = { title: old.title, instructions: old.instructions, maxFiles: old.maxFiles, acceptedTypes: [...old.acceptedTypes], revisionsAllowed: old.revisionsAllowed }
  return {
    shell: {
      ...(old.touched ? kept : fresh), weight, from: old.touched ? 'INSTRUCTOR' : 'VERSION',
      rubric: old.rubricTouched ? old.rubric : rubric, rubricFrom: old.rubricTouched ? 'INSTRUCTOR' : 'VERSION',
    },
    rows,
  }
}

/** Practicums of the earlier course that the version does not have: they stay there with what was made of them. */
export const goneRows = (gone: readonly { assessment: string; title: string; touched: boolean }[]): PlanRow[] =>
  gone.map(({ assessment, title, touched }) => row('PRACTICUM', touched ? 'LEAVE' : 'REMOVE', assessment, title, title, null))

const said = ({ criteria }: Rubric) => criteria.map(({ title, weight }) => `${title} (${weight} %)`).join('; ')
const row = (part: PlanRow['part'], move: PlanRow['move'], element: string, label: string, from: string | null, to: string | null): PlanRow => ({ part, move, element, label, from, to })
