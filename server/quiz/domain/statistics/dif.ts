import type { GatheredItem } from './gather.ts'

/** Whether an item treats a group otherwise than its peers of the same ability; ETS's classes. */
export type Dif = { odds: number; delta: number; chiSquare: number; size: 'A' | 'B' | 'C'; strata: number; n: number }

/** Learners of each group below which nothing is said (default, editable): small cells mislead, and name people. */
export const GROUP_MIN = 20

/**
 * Mantel and Haenszel (1959) over strata of the rest mark: the common odds ratio, ETS delta = -2.35 ln(odds), and their
 * chi-square with the continuity correction where the difference is half a person or more (as R). C: |delta| >= 1.5 and clearly above 1; A: |delta| < 1 or chi-square not
 * significant at 5 %; B between (Dorans and Holland 1993; "clearly above 1" by chi-square here). Positive: easier for the
 * focal group. Null for groups under GROUP_MIN, and where no stratum compares.
 */
export function difOf({ strata }: Pick<GatheredItem, 'strata'>): Dif | null {
  let [up, down, observed, expected, variance, used, reference, focal] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const [a, b, c, d] of strata.values()) {
    reference += a + b
    focal += c + d
    const n = a + b + c + d
    if (a + b === 0 || c + d === 0) continue
    used++
    up += (a * d) / n
    down += (b * c) / n
    observed += a
    expected += ((a + b) * (a + c)) / n
    if (n > 1) variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
  }
  if (reference < GROUP_MIN || focal < GROUP_MIN || up <= 0 || down <= 0 || variance <= 0) return null
  const odds = up / down
  const delta = -2.35 * Math.log(odds)
  const off = Math.abs(observed - expected)
  const chiSquare = (off < 0.5 ? off : off - 0.5) ** 2 / variance
  const significant = chiSquare >= 3.841458820694124
  const size = Math.abs(delta) < 1 || !significant ? 'A' : Math.abs(delta) >= 1.5 ? 'C' : 'B'
  return { odds, delta, chiSquare, size, strata: used, n: reference + focal }
}
