/**
 * How often each value was seen. Marks are few and repeat, so this stays small; values closer than a ten-millionth count
 * as one, which bounds it where partial marks are many.
 */
export type Histogram = Map<number, number>

const STEP = 1e7

/** Takes a value in, `times` over. */
export function count(histogram: Histogram, value: number, times = 1): void {
  const key = Math.round(value * STEP) / STEP
  histogram.set(key, (histogram.get(key) ?? 0) + times)
}

/** Both as if they had been counted together. */
export function joinHistograms(a: Histogram, b: Histogram): Histogram {
  const joined = new Map(a)
  for (const [value, times] of b) joined.set(value, (joined.get(value) ?? 0) + times)
  return joined
}

/** Values with their counts, smallest first. */
export const sorted = (histogram: Histogram): [value: number, times: number][] => [...histogram].sort(([a], [b]) => a - b)

/** The value below and above which half lie: the mean of the middle two where their number is even; null of none. */
export function median(histogram: Histogram): number | null {
  const rows = sorted(histogram)
  const total = rows.reduce((sum, [, times]) => sum + times, 0)
  if (total === 0) return null
  const at = (place: number): number => {
    let seen = 0
    for (const [value, times] of rows) {
      seen += times
      if (seen > place) return value
    }
    return rows.at(-1)![0]
  }
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
}

/**
 * The greatest covariance two lists can have: the one they have when both are sorted, smallest with smallest (sample,
 * N - 1). Null when they differ in number or have fewer than two values.
 */
export function greatestCovariance(x: Histogram, y: Histogram): number | null {
  const [left, right] = [sorted(x), sorted(y)]
  const size = (rows: [number, number][]) => rows.reduce((sum, [, times]) => sum + times, 0)
  const n = size(left)
  if (n < 2 || size(right) !== n) return null
  const mean = (rows: [number, number][]) => rows.reduce((sum, [value, times]) => sum + value * times, 0) / n
  const [meanX, meanY] = [mean(left), mean(right)]
  let sum = 0
  let [i, j] = [0, 0]
  let [haveX, haveY] = [left[0]![1], right[0]![1]]
  for (let done = 0; done < n;) {
    const times = Math.min(haveX, haveY)
    sum += times * (left[i]![0] - meanX) * (right[j]![0] - meanY)
    done += times
    haveX -= times
    haveY -= times
    if (haveX === 0 && ++i < left.length) haveX = left[i]![1]
    if (haveY === 0 && ++j < right.length) haveY = right[j]![1]
  }
  return sum / (n - 1)
}
