import type { NumberKey } from '../question.ts'
import { plain } from '../text.ts'

/** Whether a number lies within the tolerance, where sums that binary fractions cannot write (0.1 + 0.2) cost nothing. */
export function isNear(given: number, { value, tolerance, toleranceKind }: Pick<NumberKey, 'value' | 'tolerance' | 'toleranceKind'>): boolean {
  if (!Number.isFinite(given)) return false
  const slack = 8 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value), tolerance)
  if (toleranceKind === 'GEOMETRIC') {
    const [a, b] = [value / (1 + tolerance), value * (1 + tolerance)]
    return given >= Math.min(a, b) - slack && given <= Math.max(a, b) + slack
  }
  const within = toleranceKind === 'RELATIVE' ? tolerance * Math.abs(value) : tolerance
  return Math.abs(given - value) <= within + slack
}

/**
 * A number with its unit: 1 where both are right, 1 less the unit's penalty where only the number is, or where the number
 * is right in another unit that was not named. Where the question names no unit, none is asked.
 */
export function markNumber(key: NumberKey, number: number | null, unit: string | null): number {
  if (number === null) return 0
  if (key.unit === null) return isNear(number, key) ? 1 : 0
  const named = unit === null || unit.trim() === '' ? null : plain(unit, true)
  const own = plain(key.unit, true)
  if (named === own) return isNear(number, key) ? 1 : 0
  const other = key.units.find(({ name }) => plain(name, true) === named)
  if (other) return isNear(number * other.multiplier, key) ? 1 : 0
  return isNear(number, key) ? Math.max(0, 1 - key.unitPenalty) : 0
}
