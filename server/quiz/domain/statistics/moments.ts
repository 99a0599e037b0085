/**
 * Moments gathered one value at a time (Welford 1962; third and fourth by Pébay 2008), so that no list of values is ever
 * held, and two halves can be joined. Sums of squares are about the running mean: no digits are lost to large values.
 */

/** Two quantities seen together: their means, sums of squares and of products about the means. */
export type Pair = { n: number; meanX: number; meanY: number; xx: number; yy: number; xy: number }

export const noPairs = (): Pair => ({ n: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 })

/** Takes one more pair in. */
export function addPair(pair: Pair, x: number, y: number): void {
  pair.n++
  const dx = x - pair.meanX
  const dy = y - pair.meanY
  pair.meanX += dx / pair.n
  pair.meanY += dy / pair.n
  const left = y - pair.meanY
  pair.xx += dx * (x - pair.meanX)
  pair.yy += dy * left
  pair.xy += dx * left
}

/** Both as if they had been gathered together. */
export function joinPairs(a: Pair, b: Pair): Pair {
  if (a.n === 0 || b.n === 0) return { ...(a.n === 0 ? b : a) }
  const n = a.n + b.n
  const dx = b.meanX - a.meanX
  const dy = b.meanY - a.meanY
  const share = (a.n * b.n) / n
  return {
    n, meanX: a.meanX + (dx * b.n) / n, meanY: a.meanY + (dy * b.n) / n,
    xx: a.xx + b.xx + dx * dx * share, yy: a.yy + b.yy + dy * dy * share, xy: a.xy + b.xy + dx * dy * share,
  }
}

/** Sample covariance and variances (N - 1); null below two. */
export const covariance = ({ n, xy }: Pair): number | null => (n < 2 ? null : xy / (n - 1))
export const varianceX = ({ n, xx }: Pair): number | null => (n < 2 ? null : xx / (n - 1))

/** Of an item's points x against the whole T: covariance and correlation of x with the rest T - x; null where one does not vary. */
export function restOf(pair: Pair): { covariance: number | null; r: number | null } {
  const [own, both] = [varianceX(pair), covariance(pair)]
  if (own === null || both === null) return { covariance: null, r: null }
  const rest = pair.yy / (pair.n - 1) - 2 * both + own
  return { covariance: both - own, r: own > 1e-12 && rest > 1e-12 ? (both - own) / Math.sqrt(own * rest) : null }
}

/** One quantity to its fourth moment: sums of powers about the mean. */
export type Moments = { n: number; mean: number; s2: number; s3: number; s4: number }

export const noMoments = (): Moments => ({ n: 0, mean: 0, s2: 0, s3: 0, s4: 0 })

/** Takes one more value in. */
export function addMoment(moments: Moments, value: number): void {
  const before = moments.n
  const n = ++moments.n
  const delta = value - moments.mean
  const step = delta / n
  const step2 = step * step
  const term = delta * step * before
  moments.mean += step
  moments.s4 += term * step2 * (n * n - 3 * n + 3) + 6 * step2 * moments.s2 - 4 * step * moments.s3
  moments.s3 += term * step * (n - 2) - 3 * step * moments.s2
  moments.s2 += term
}

/** Both as if they had been gathered together. */
export function joinMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0 || b.n === 0) return { ...(a.n === 0 ? b : a) }
  const n = a.n + b.n
  const d = b.mean - a.mean
  const d2 = d * d
  return {
    n, mean: a.mean + (d * b.n) / n,
    s2: a.s2 + b.s2 + (d2 * a.n * b.n) / n,
    s3: a.s3 + b.s3 + (d * d2 * a.n * b.n * (a.n - b.n)) / (n * n) + (3 * d * (a.n * b.s2 - b.n * a.s2)) / n,
    s4: a.s4 + b.s4 + (d2 * d2 * a.n * b.n * (a.n * a.n - a.n * b.n + b.n * b.n)) / (n * n * n)
      + (6 * d2 * (a.n * a.n * b.s2 + b.n * b.n * a.s2)) / (n * n) + (4 * d * (a.n * b.s3 - b.n * a.s3)) / n,
  }
}
