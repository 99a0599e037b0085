import type { PlanRow } from '../../course/index.ts'
import type { BlueprintRow } from './blueprint.ts'
import type { GradeMethod } from './standing.ts'
import type { Structure } from './structure.ts'

/** From an assessment of a version, and the quiz an earlier course had for it, to the quiz of its course. */
export type Settings = {
  title: string; instructions: string; minutes: number | null; attemptsAllowed: number | null; gradeMethod: GradeMethod; passMark: number; shuffle: boolean
}
/** `touched`: its settings are not what was compiled. Questions, sections and what is drawn are always their author's. */
export type OldQuiz<Question> = Settings & Structure & { weight: number; questions: readonly Question[]; blueprint: readonly BlueprintRow[]; touched: boolean }
type Wanted = { id: string; title: string; instructions: string; weight: number; blueprint: readonly BlueprintRow[] }
export type Shell<Question> = Settings & Structure & { weight: number; questions: Question[]; blueprint: BlueprintRow[]; from: 'INSTRUCTOR' | 'VERSION' }

/** What a quiz starts with where there was none before. Default, ours; editable. */
export const quizDefaults = { minutes: 30, attemptsAllowed: 2, gradeMethod: 'HIGHEST', passMark: 0.7, shuffle: true } as const

const bare: Structure = { sections: [], draws: [], navigation: 'FREE' }

/**
 * The quiz, and what of it is not as before. Weight and blueprint are the version's, whoever changed what; questions, sections
 * and draws are kept; title, instructions and rules are kept where instructors changed one of them. `was`: what the earlier version said;
 * keeping is worth a row only where the new one says something else.
 */
export function shellOf<Question>(wanted: Wanted, old: OldQuiz<Question> | undefined, was?: Pick<Wanted, 'title' | 'instructions'>): { shell: Shell<Question>; rows: PlanRow[] } {
  const { id, title, instructions, weight, blueprint } = wanted
  const fresh: Settings = { title, instructions, ...quizDefaults }
  const parts = { weight, blueprint: [...blueprint] }
  if (!old) return { shell: { ...fresh, ...parts, ...bare, questions: [], from: 'VERSION' }, rows: [row('QUIZ', 'ADD', id, title, null, title)] }
  const rows: PlanRow[] = []
  const before = old.touched && was ? was : old
  const differs = before.title !== title || before.instructions !== instructions
  if (differs) rows.push(row('QUIZ', old.touched ? 'KEEP' : 'CHANGE', id, title, old.title, title))
  if (old.weight !== weight) rows.push(row('WEIGHT', 'CHANGE', id, title, `${old.weight} %`, `${weight} %`))
  if (said(old.blueprint) !== said(blueprint)) rows.push(row('BLUEPRINT', 'CHANGE', id, title, said(old.blueprint), said(blueprint)))
  const kept: Settings = { title: old.title, instructions: old.instructions, minutes: old.minutes, attemptsAllowed: old.attemptsAllowed, gradeMethod: old.gradeMethod, passMark: old.passMark, shuffle: old.shuffle }
  return { shell: { ...(old.touched ? kept : fresh), ...parts, sections: old.sections, draws: old.draws, navigation: old.navigation, questions: [...old.questions], from: old.touched ? 'INSTRUCTOR' : 'VERSION' }, rows }
}

/** Quizzes of the earlier course that the version does not have: they stay there, and with them their questions. */
export const goneRows = (gone: readonly { assessment: string; title: string; questions: readonly unknown[]; draws?: readonly unknown[]; touched: boolean }[]): PlanRow[] =>
  gone.map(({ assessment, title, questions, draws = [], touched }) => row('QUIZ', touched || questions.length + draws.length > 0 ? 'LEAVE' : 'REMOVE', assessment, title, title, null))

const said = (rows: readonly BlueprintRow[]) => rows.map(({ outcome, level, items }) => `${items} × ${outcome} ${level}`).join(', ')
const row = (part: PlanRow['part'], move: PlanRow['move'], element: string, label: string, from: string | null, to: string | null): PlanRow => ({ part, move, element, label, from, to })
