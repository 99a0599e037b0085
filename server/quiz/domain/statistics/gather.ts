import { addLevel, joinTraces, type Trace } from './curve.ts'
import { count, joinHistograms, type Histogram } from './histogram.ts'
import { addMoment, addPair, joinMoments, joinPairs, noMoments, noPairs, type Moments, type Pair } from './moments.ts'
import { addForm, joinSplits, type Split } from './split.ts'

/**
 * An item as statistics know it: the most its mark can be, the choices it offers, and the right ones. `counts` false: it is
 * tried and not part of the whole.
 */
export type Item = { id: string; max: number; options: readonly string[]; right: readonly string[]; counts?: boolean }

/**
 * One learner's attempt: for each item the points it earned (null: it was not asked) and what was picked; where it has
 * several forms, which variant and which version it was.
 */
export type Row = {
  points: readonly (number | null)[]; picks: readonly (readonly string[] | null)[]; group: 'REFERENCE' | 'FOCAL' | null
  variants?: readonly (number | null)[]; versions?: readonly (number | null)[]
}

type Four = [referenceRight: number, referenceWrong: number, focalRight: number, focalWrong: number]
export type GatheredItem = {
  item: Item
  /** x against the whole T, of those who were asked it. */
  whole: Pair
  marks: Histogram
  rest: Histogram
  /** By option: the whole of those who picked it, of those who answered. */
  picked: Map<string, Pair>
  answered: Pair
  /** By the sum of the others' points, rounded down: the tables of Mantel and Haenszel. */
  strata: Map<number, Four>
  trace: Trace
  variants: Split
  versions: Split
}
export type Gathered = { n: number; totals: Moments; histogram: Histogram; items: GatheredItem[] }

/** Nothing gathered yet. */
export const begin = (items: readonly Item[]): Gathered => ({ n: 0, totals: noMoments(), histogram: new Map(), items: items.map(beginItem) })

/** An item nobody was asked yet; one that is drawn joins the others when it is met first. */
export const beginItem = (item: Item): GatheredItem => ({
  item, whole: noPairs(), marks: new Map(), rest: new Map(), picked: new Map(item.options.map(option => [option, noPairs()])), answered: noPairs(), strata: new Map(),
  trace: new Map(), variants: new Map(), versions: new Map(),
})

/**
 * Takes one attempt in. Memory grows with the number of different marks, not of attempts. Throws RangeError for a row of
 * another length than the items.
 */
export function take(gathered: Gathered, { points, picks, group, variants, versions }: Row): void {
  if (points.length !== gathered.items.length || picks.length !== points.length) throw new RangeError('a row has one entry for each item')
  let [total, possible] = [0, 0]
  gathered.items.forEach(({ item }, at) => {
    const earned = points[at]
    if (earned === null || earned === undefined || item.counts === false) return
    total += earned
    possible += item.max
  })
  gathered.n++
  addMoment(gathered.totals, total)
  count(gathered.histogram, total)
  gathered.items.forEach((one, at) => {
    const earned = points[at]
    if (earned === null || earned === undefined) return
    // What is tried alone has the whole for its rest.
    const whole = one.item.counts === false ? total + earned : total
    addPair(one.whole, earned, whole)
    count(one.marks, earned)
    count(one.rest, whole - earned)
    if (picks[at]) addPicks(one, picks[at], whole)
    if (group) addStratum(one, whole - earned, group, earned >= one.item.max - 1e-9)
    addLevel(one.trace, possible === 0 ? 0 : total / possible, earned, picks[at] ?? null)
    if (variants?.[at] != null) addForm(one.variants, variants[at], earned, whole)
    if (versions?.[at] != null) addForm(one.versions, versions[at], earned, whole)
  })
}

function addPicks(one: GatheredItem, picks: readonly string[], total: number): void {
  addPair(one.answered, 1, total)
  for (const option of picks) {
    const pair = one.picked.get(option)
    if (pair) addPair(pair, 1, total)
  }
}

function addStratum({ strata }: GatheredItem, rest: number, group: 'REFERENCE' | 'FOCAL', right: boolean): void {
  const stratum = Math.floor(rest + 1e-9)
  const four = strata.get(stratum) ?? [0, 0, 0, 0]
  four[(group === 'FOCAL' ? 2 : 0) + (right ? 0 : 1)]!++
  strata.set(stratum, four)
}

/** What two processes gathered of the same items, as if one had. */
export function join(a: Gathered, b: Gathered): Gathered {
  if (a.items.length !== b.items.length) throw new RangeError('only gatherings of the same items can be joined')
  return {
    n: a.n + b.n, totals: joinMoments(a.totals, b.totals), histogram: joinHistograms(a.histogram, b.histogram),
    items: a.items.map((one, at) => joinItems(one, b.items[at]!)),
  }
}

const joinItems = (a: GatheredItem, b: GatheredItem): GatheredItem => ({
  item: a.item, whole: joinPairs(a.whole, b.whole), marks: joinHistograms(a.marks, b.marks), rest: joinHistograms(a.rest, b.rest),
  picked: new Map(a.item.options.map(option => [option, joinPairs(a.picked.get(option)!, b.picked.get(option)!)])),
  answered: joinPairs(a.answered, b.answered),
  strata: new Map([...new Set([...a.strata.keys(), ...b.strata.keys()])].map(key => [key, sumFours(a.strata.get(key), b.strata.get(key))])),
  trace: joinTraces(a.trace, b.trace), variants: joinSplits(a.variants, b.variants), versions: joinSplits(a.versions, b.versions),
})

const sumFours = (a: Four = [0, 0, 0, 0], b: Four = [0, 0, 0, 0]): Four => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
