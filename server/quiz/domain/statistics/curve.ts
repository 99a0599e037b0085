import type { Item } from './gather.ts'

/** Learners who did about as well on the whole: how many, what they earned at the item, who answered, what was picked. */
export type Level = { n: number; earned: number; answered: number; picks: Map<string, number> }
/** By the share of the whole they earned, in thousandths: learners asked other questions are compared by it too. */
export type Trace = Map<number, Level>

/** From the worst to the best on the whole, one group of about equal size. */
export type Band = { n: number; facility: number; shares: (number | null)[] }

/** Figures of fewer learners are not given. */
const GROUP_MIN = 5

/** Takes one learner in: which share of the whole, what the item earned, what was picked (null: not answered). */
export function addLevel(trace: Trace, share: number, earned: number, picks: readonly string[] | null): void {
  const key = Math.round(share * 1000)
  const level = trace.get(key) ?? { n: 0, earned: 0, answered: 0, picks: new Map() }
  level.n++
  level.earned += earned
  if (picks) {
    level.answered++
    for (const option of picks) level.picks.set(option, (level.picks.get(option) ?? 0) + 1)
  }
  trace.set(key, level)
}

/** Both as if they had been gathered together. */
export function joinTraces(a: Trace, b: Trace): Trace {
  const joined: Trace = new Map()
  for (const key of new Set([...a.keys(), ...b.keys()])) joined.set(key, sumOf([a.get(key), b.get(key)].flatMap(one => one ?? [])))
  return joined
}

function sumOf(levels: readonly Level[]): Level {
  const sum: Level = { n: 0, earned: 0, answered: 0, picks: new Map() }
  for (const { n, earned, answered, picks } of levels) {
    sum.n += n
    sum.earned += earned
    sum.answered += answered
    for (const [option, times] of picks) sum.picks.set(option, (sum.picks.get(option) ?? 0) + times)
  }
  return sum
}

/**
 * How the item, and each of its choices, fares from those who did worst on the whole to those who did best: by fifths, or
 * by as many groups, three at least, as give each five learners; else none. Who earned the same is in one group, by mid-rank:
 * floor(groups x (rank - 1/2) / N). Shares are of those who answered.
 */
export function curveOf(trace: Trace, { max, options }: Pick<Item, 'max' | 'options'>): Band[] {
  const levels = [...trace].sort(([a], [b]) => a - b).map(([, level]) => level)
  const n = levels.reduce((sum, level) => sum + level.n, 0)
  for (const groups of [5, 4, 3]) {
    const parts = Array.from({ length: groups }, (): Level[] => [])
    let below = 0
    for (const level of levels) {
      parts[Math.floor((groups * (below + level.n / 2)) / n)]!.push(level)
      below += level.n
    }
    const sums = parts.map(sumOf)
    if (sums.every(sum => sum.n >= GROUP_MIN)) return sums.map(sum => bandOf(sum, max, options))
  }
  return []
}

const bandOf = ({ n, earned, answered, picks }: Level, max: number, options: readonly string[]): Band =>
  ({ n, facility: earned / n / max, shares: options.map(option => (answered === 0 ? null : (picks.get(option) ?? 0) / answered)) })
