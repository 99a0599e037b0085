import type { Gathered } from './gather.ts'
import { median } from './histogram.ts'
import { varianceX, type Moments } from './moments.ts'

export type WholeStatistics = {
  n: number; mean: number | null; median: number | null; sd: number | null; skewness: number | null; kurtosis: number | null
  /** Cronbach's alpha in hundredths, the error ratio, and the standard error of measurement in points. */
  consistency: number | null; errorRatio: number | null; standardError: number | null
}

/** Of the whole quiz, in points. k-statistics and alpha as Moodle computes them (quiz/statistics/classes/calculator.php). */
export function wholeStatistics(gathered: Gathered): WholeStatistics {
  const { totals } = gathered
  const sd = totals.n < 2 ? null : Math.sqrt(totals.s2 / (totals.n - 1))
  const consistency = alphaOf(gathered)
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(Math.max(0, 1 - consistency / 100))
  return {
    n: totals.n, mean: totals.n === 0 ? null : totals.mean, median: median(gathered.histogram), sd, ...shapeOf(totals),
    consistency, errorRatio, standardError: errorRatio === null || sd === null ? null : (errorRatio * sd) / 100,
  }
}

/** Skewness k3 / k2^1.5 (more than two) and excess kurtosis k4 / k2^2 (more than three), by Fisher's k-statistics. */
export function shapeOf({ n, s2, s3, s4 }: Moments): { skewness: number | null; kurtosis: number | null } {
  const [m2, m3, m4] = [s2 / n, s3 / n, s4 / n]
  const k2 = (n * m2) / (n - 1)
  if (n < 3 || k2 <= 1e-12) return { skewness: null, kurtosis: null }
  const k3 = (n * n * m3) / ((n - 1) * (n - 2))
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3))
  return { skewness: k3 / k2 ** 1.5, kurtosis: n < 4 ? null : k4 / (k2 * k2) }
}

/** 100 p/(p-1) (1 - sum of item variances / variance of the whole). Null unless all were asked the same two items or more. */
function alphaOf({ n, items, totals }: Gathered): number | null {
  const counted = items.filter(({ item }) => item.counts !== false)
  const p = counted.length
  if (p < 2 || n < 2 || counted.some(({ whole }) => whole.n !== n) || totals.s2 <= 1e-12) return null
  const own = counted.reduce((sum, { whole }) => sum + varianceX(whole)!, 0)
  return 100 * (p / (p - 1)) * (1 - own / (totals.s2 / (n - 1)))
}

/** What reliability r would be, were the quiz k times as long (Spearman 1910, Brown 1910). */
export const spearmanBrown = (r: number, k: number): number => (k * r) / (1 + (k - 1) * r)

/**
 * How surely the quiz tells who passes from who does not: Livingston's coefficient (1972) at a cut, in points, from
 * alpha (0 to 1): 1 far from the mean even where alpha is low.
 */
export function livingston(alpha: number, { mean, sd }: { mean: number; sd: number }, cut: number): number | null {
  const away = (mean - cut) ** 2
  const spread = sd * sd + away
  return spread === 0 ? null : (alpha * sd * sd + away) / spread
}
