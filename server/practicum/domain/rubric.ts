import type { ErrorCode } from '../../graphql.ts'

/** A rubric, and what it says a piece of work is worth. */
export type Level = { id: string; label: string; description: string; points: number }
export type Criterion = { id: string; title: string; weight: number; levels: Level[] }
export type Rubric = { criteria: Criterion[] }
export type Pick = { criterion: string; level: string }
export type Fault = { code: ErrorCode; field: string; facts?: Record<string, unknown> }

/**
 * What keeps a rubric from being used: weights are whole percents that sum to 100, each criterion has at least two
 * levels (DOMAIN §10.3 asks for four; the editor starts with four), and a higher level is worth more.
 */
export function faultsOf(criteria: readonly Omit<Criterion, 'id'>[]): Fault[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  const weights: Fault[] = criteria.length > 0 && sum !== 100 ? [{ code: 'RUBRIC_WEIGHTS_NOT_100', field: 'rubric', facts: { sum } }] : []
  return [...weights, ...criteria.flatMap(({ levels }, at): Fault[] => {
    const field = `rubric.${at}.levels`
    if (levels.length < 2) return [{ code: 'RUBRIC_TOO_FEW_LEVELS', field, facts: { min: 2 } }]
    const rising = levels.every((level, n) => n === 0 || level.points > levels[n - 1]!.points)
    return rising ? [] : [{ code: 'RUBRIC_LEVELS_NOT_RISING', field }]
  })]
}

/** What keeps a grading from counting: each criterion gets exactly one level, and one that it has. */
export function gradingFaults({ criteria }: Rubric, picks: readonly Pick[]): Fault[] {
  const known = new Map(criteria.map(criterion => [criterion.id, criterion]))
  const faults = picks.flatMap((pick, at): Fault[] => {
    const criterion = known.get(pick.criterion)
    if (!criterion || picks.findIndex(other => other.criterion === pick.criterion) !== at) return [{ code: 'UNKNOWN_CRITERION', field: `criteria.${at}` }]
    return criterion.levels.some(({ id }) => id === pick.level) ? [] : [{ code: 'UNKNOWN_LEVEL', field: `criteria.${at}` }]
  })
  const missing = criteria.filter(({ id }) => !picks.some(pick => pick.criterion === id))
  return [...faults, ...missing.map(({ id, title }): Fault => ({ code: 'CRITERION_MISSING', field: 'criteria', facts: { criterion: id, title } }))]
}

/**
 * A level's part of the whole mark, 0 to 1: its points of the most the criterion can give, weighted. The lowest of levels
 * worth 1 to 4 is a quarter, not nothing: work that was handed in is not work that was not (DOMAIN §10.3).
 */
export const worthOf = (criterion: Criterion, level: Level): number => percentOf(criterion, level) / 100

// Summed in percent: quarters of whole percents are exact, so that a mark of 0.7 is not a little less.
const percentOf = ({ weight, levels }: Criterion, { points }: Level): number => (weight * points) / Math.max(...levels.map(level => level.points))

/** The mark, 0 to 1, unrounded: the sum of what the levels given are worth. Throws RangeError unless the picks are without fault. */
export function markByShareOfPoints(rubric: Rubric, picks: readonly Pick[]): number {
  if (gradingFaults(rubric, picks).length > 0 || rubric.criteria.length === 0) throw new RangeError('a mark needs one level for each criterion')
  const level = new Map(picks.map(pick => [pick.criterion, pick.level]))
  return rubric.criteria.reduce((sum, criterion) => sum + percentOf(criterion, criterion.levels.find(({ id }) => id === level.get(criterion.id))!), 0) / 100
}
