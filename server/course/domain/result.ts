import { roundHalfUp } from '../../lib/words.ts'

/** Results: from what a participant did to a final mark, a qualification and completion (DOMAIN §4.6). */
export type Qualification =
  | 'VERY_SATISFACTORY' | 'SATISFACTORY' | 'FAIRLY_SATISFACTORY' | 'LESS_SATISFACTORY' | 'UNSATISFACTORY'

/** Parts of the final mark as fractions of 1; null while there is nothing to judge by. */
export type Parts = { attendance: number | null; knowledge: number | null; practice: number | null }

/** What each part weighs; together 1. */
export type Weights = { attendance: number; knowledge: number; practice: number }

/** Attendance and conduct 20 %, knowledge 30 %, practice 50 %. Source: our default (D), editable per course. */
export const defaultWeights: Weights = { attendance: 0.2, knowledge: 0.3, practice: 0.5 }

/** The lowest mark of each qualification, best first. Source: LAN's scale for structural training (R). */
export const defaultScale: readonly { from: number; code: Qualification }[] = [
  { from: 90.01, code: 'VERY_SATISFACTORY' },
  { from: 80.01, code: 'SATISFACTORY' },
  { from: 70.01, code: 'FAIRLY_SATISFACTORY' },
  { from: 60.01, code: 'LESS_SATISFACTORY' },
  { from: 0, code: 'UNSATISFACTORY' },
]

const parts = ['attendance', 'knowledge', 'practice'] as const

/**
 * The final mark, 0 to 100, rounded half up to two decimals: what is shown is what is judged. Null while a part that
 * weighs something is null. Throws RangeError unless the weights make 1 and the parts are fractions.
 */
export function finalMark(of: Parts, weights: Weights = defaultWeights): number | null {
  const total = parts.reduce((sum, part) => sum + weights[part], 0)
  if (Math.abs(total - 1) > 1e-9 || parts.some(part => weights[part] < 0)) throw new RangeError('weights make 1')
  let mark = 0
  for (const part of parts) {
    const share = of[part]
    if (weights[part] === 0) continue
    if (share === null) return null
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${part} is a fraction of 1, not ${share}`)
    mark += weights[part] * share * 100
  }
  return roundHalfUp(mark, 2)
}

/**
 * The weights of a course that lacks some part, in the proportions they had (D): without practice 0.2, 0.3, 0.5 becomes
 * 0.4, 0.6, 0. Where all that it has weigh 0, they weigh alike, as in `weightedMark`. Throws RangeError when it has none.
 */
export function weightsOver(has: Record<keyof Weights, boolean>, weights: Weights = defaultWeights): Weights {
  const held = parts.filter(part => has[part])
  if (held.length === 0) throw new RangeError('a mark weighs at least one part')
  const total = held.reduce((sum, part) => sum + weights[part], 0)
  const share = (part: keyof Weights) => (has[part] ? (total > 0 ? weights[part] / total : 1 / held.length) : 0)
  return { attendance: share('attendance'), knowledge: share('knowledge'), practice: share('practice') }
}

/** The qualification of a mark from 0 to 100, judged on two decimals: 90.00 is SATISFACTORY, 90.01 VERY_SATISFACTORY. */
export function qualificationOf(mark: number, scale = defaultScale): Qualification {
  if (!(mark >= 0 && mark <= 100)) throw new RangeError(`a mark lies from 0 to 100, not ${mark}`)
  const shown = roundHalfUp(mark, 2)
  const step = scale.find(({ from }) => shown >= from)
  if (!step) throw new RangeError(`the scale has no place for ${mark}`)
  return step.code
}

export type RequirementCode = 'ATTENDANCE' | 'PROGRESS' | 'QUIZZES' | 'PRACTICUMS' | 'FINAL_MARK'

/** Shares are 0 to 1, the final mark 0 to 100; `actual` is null while there is no final mark. */
export type Requirement = { code: RequirementCode; met: boolean; actual: number | null; required: number }

/** So many done, of how many there are: meetings attended, lessons completed, quizzes passed, practicums accepted. */
export type Tally = { done: number; of: number }

export type CompletionRecord = {
  attendance: Tally
  progress: Tally
  quizzes: Tally
  practicums: Tally
  /** 0 to 100, from `finalMark`. */
  finalMark: number | null
}

/** The least share of each (0 to 1), and the least final mark (0 to 100); null where none is asked. */
export type CompletionRules = {
  attendance: number | null
  progress: number | null
  quizzes: number | null
  practicums: number | null
  finalMark: number | null
}

/**
 * Attendance 90 % (D) and final mark 70.01 (R: where "Cukup Memuaskan" begins), as DOMAIN §4.6; every lesson done, every
 * quiz passed and every practicum accepted (D). All editable per course.
 */
export const defaultRules: CompletionRules = { attendance: 0.9, progress: 1, quizzes: 1, practicums: 1, finalMark: 70.01 }

const tallies = [
  ['ATTENDANCE', 'attendance'], ['PROGRESS', 'progress'], ['QUIZZES', 'quizzes'], ['PRACTICUMS', 'practicums'],
] as const

/**
 * What completion asks, and whether it is met. What a course does not have (a tally of 0) or its rules do not ask (null)
 * is not on the list.
 */
export function requirementsOf(record: CompletionRecord, rules: CompletionRules = defaultRules): Requirement[] {
  const shares = tallies.flatMap(([code, what]): Requirement[] => {
    const { done, of } = record[what]
    const required = rules[what]
    if (of === 0 || required === null) return []
    const actual = done / of
    return [{ code, met: actual >= required, actual, required }]
  })
  if (rules.finalMark === null) return shares
  const actual = record.finalMark
  return [...shares, { code: 'FINAL_MARK', met: actual !== null && actual >= rules.finalMark, actual, required: rules.finalMark }]
}

/** Whether all is met. A list that asks nothing completes nobody. */
export const isComplete = (requirements: readonly Requirement[]): boolean =>
  requirements.length > 0 && requirements.every(({ met }) => met)

/**
 * The mark over assessments of one kind, 0 to 1, weighed by their weights. What has no mark counts 0; null while nothing
 * has one. Where all that are ready weigh 0 they weigh alike (D): an author's slip must not leave everybody without a
 * final mark, and so without a certificate.
 */
export function weightedMark(parts: readonly { weight: number; mark: number | null }[]): number | null {
  if (parts.every(({ mark }) => mark === null)) return null
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce((sum, { weight, mark }) => sum + (total > 0 ? weight / total : 1 / parts.length) * (mark ?? 0), 0)
}
