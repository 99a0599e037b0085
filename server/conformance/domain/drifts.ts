import type { CourseRules, RuleChange } from '../../course/index.ts'
import type { Content } from '../../curriculum/index.ts'
import type { DriftKind } from '../../graphql.ts'

/** Where a course no longer teaches what both sides approved, and by how much. */
export type DriftFacts = Record<string, string | number | RuleChange[]>
/** `element`: an id of the content; `size`: the share that is off, 1 for all of it. */
export type FoundDrift = { kind: DriftKind; element: string; label: string; size: number; facts: DriftFacts }

export type CourseFacts = {
  /** A class of it has begun: what is still to be written is missing from then on. */
  taught: boolean
  sections: readonly { subject: string; lessons: number; minutes: number }[]
  quizzes: readonly { assessment: string; weight: number; questions: number; wanted: number; covered: number }[]
  practicums: readonly { assessment: string; weight: number; ready: boolean }[]
  /** What the rules of completion are other than the standard ones. */
  rules: CourseRules
  changedRules: readonly RuleChange[]
}

/** Lessons may be off by a fifth of what was approved, and by one JP in any case. Default, ours. */
export const TOLERANCE = 0.2
export const JP = 45
/** The longest a compiled lesson is (course/service/lesson.ts). */
const LESSON_MAX = 600

/**
 * What drifted. A subject with activities is held to their minutes; one without only to the upper bound of its hours.
 * What nobody has written yet is no drift before a class begins. Right after a version was compiled there is none.
 */
export function driftsOf(content: Content, facts: CourseFacts): FoundDrift[] {
  return [...sectionDrifts(content, facts), ...outcomeDrifts(content, facts), ...weightDrifts(content, facts), ...blueprintDrifts(content, facts), ...ruleDrifts(facts)]
}

function sectionDrifts({ subjects }: Content, { sections }: CourseFacts): FoundDrift[] {
  const found = new Map(sections.map(section => [section.subject, section]))
  return subjects.flatMap(({ id, title, hours, activities = [] }): FoundDrift[] => {
    const section = found.get(id)
    if (!section || (activities.length > 0 && section.lessons === 0)) return [{ kind: 'SECTION_REMOVED', element: id, label: title, size: 1, facts: {} }]
    const hoursMinutes = (hours.theory + hours.practice + hours.field) * JP
    const approved = activities.length > 0 ? activities.reduce((sum, { minutes }) => sum + Math.min(Math.max(minutes, 1), LESSON_MAX), 0) : hoursMinutes
    const off = section.minutes - approved
    if (off < 0 && activities.length === 0) return []
    if (Math.abs(off) <= Math.max(JP, TOLERANCE * approved)) return []
    return [{ kind: 'HOURS', element: id, label: title, size: approved === 0 ? 1 : Math.abs(off) / approved, facts: { approved, actual: section.minutes } }]
  })
}

function outcomeDrifts({ outcomes, assessments }: Content, { taught, quizzes, practicums }: CourseFacts): FoundDrift[] {
  const alive = new Set([
    ...quizzes.filter(({ questions }) => !taught || questions > 0).map(({ assessment }) => assessment),
    ...practicums.filter(({ ready }) => !taught || ready).map(({ assessment }) => assessment),
  ])
  return outcomes.flatMap(({ id, code, text }): FoundDrift[] => {
    const planned = assessments.filter(assessment => assessment.outcomes.includes(id))
    if (planned.length === 0 || planned.some(assessment => alive.has(assessment.id))) return []
    return [{ kind: 'OUTCOME_NOT_ASSESSED', element: id, label: `${code} ${text}`, size: 1, facts: { approved: planned.map(({ title }) => title).join(', ') } }]
  })
}

function weightDrifts({ assessments }: Content, { quizzes, practicums }: CourseFacts): FoundDrift[] {
  const weights = new Map([...quizzes, ...practicums].map(({ assessment, weight }) => [assessment, weight]))
  return assessments.flatMap(({ id, title, weight }): FoundDrift[] => {
    const actual = weights.get(id)
    if (actual === undefined || actual === weight) return []
    return [{ kind: 'WEIGHT', element: id, label: title, size: Math.abs(actual - weight) / 100, facts: { approved: weight, actual } }]
  })
}

/** A quiz is judged once it has as many questions as are wanted, or once it is taken; without questions it assesses nothing. */
function blueprintDrifts({ assessments }: Content, { taught, quizzes }: CourseFacts): FoundDrift[] {
  const found = new Map(quizzes.map(quiz => [quiz.assessment, quiz]))
  return assessments.flatMap(({ id, title }): FoundDrift[] => {
    const quiz = found.get(id)
    if (!quiz || quiz.questions === 0 || quiz.wanted === 0 || quiz.covered >= quiz.wanted) return []
    if (!taught && quiz.questions < quiz.wanted) return []
    return [{ kind: 'BLUEPRINT', element: id, label: title, size: (quiz.wanted - quiz.covered) / quiz.wanted, facts: { approved: quiz.wanted, actual: quiz.covered } }]
  })
}

function ruleDrifts({ changedRules }: CourseFacts): FoundDrift[] {
  if (changedRules.length === 0) return []
  const offs = changedRules.map(({ rule, from, to }) => (from === null || to === null ? 1 : Math.abs(to - from) / (rule === 'finalMark' ? 100 : 1)))
  return [{ kind: 'RULES', element: 'rules', label: '', size: Math.max(...offs), facts: { changes: [...changedRules] } }]
}
