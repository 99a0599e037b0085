import { curveOf, type Band } from './curve.ts'
import type { Gathered, GatheredItem } from './gather.ts'
import { greatestCovariance } from './histogram.ts'
import { covariance, restOf, varianceX } from './moments.ts'
import { formsOf, type Form } from './split.ts'

/** Below this many learners figures are shown without judging colour (default, editable). */
export const COLOUR_FROM = 30

export type Option = { id: string; right: boolean; picked: number; share: number; pointBiserial: number | null; suspect: 'NOT_CHOSEN' | 'ATTRACTS_THE_BEST' | null }
export type ItemFlag = 'TOO_EASY' | 'TOO_HARD' | 'SUSPECT_KEY' | 'VERY_WEAK' | 'WEAK'
export type ItemStatistics = {
  id: string; n: number
  facility: number | null; sd: number | null
  /** Correlation of the item with the rest, -100 to 100, and its 95 % interval. */
  discrimination: number | null; interval: [low: number, high: number] | null
  efficiency: number | null
  intendedWeight: number; effectiveWeight: number | null
  options: Option[]; flags: ItemFlag[]
  curve: Band[]; variants: Form[]; versions: Form[]
}

/**
 * Facility, discrimination, efficiency and weights as Moodle defines them (question/classes/statistics, 5.x), with the
 * rest instead of the whole for every item and only learners who were asked it. Null where a variance is 0.
 */
export function itemStatistics(gathered: Gathered): ItemStatistics[] {
  const maxima = gathered.items.reduce((sum, { item }) => sum + (item.counts === false ? 0 : item.max), 0)
  const roots = gathered.items.map(({ item, whole }) => {
    if (item.counts === false) return null
    const with_ = covariance(whole)
    return with_ === null || with_ < 0 ? null : Math.sqrt(with_)
  })
  const weights = roots.reduce<number>((sum, root) => sum + (root ?? 0), 0)
  return gathered.items.map((one, at) => {
    const figures = figuresOf(one)
    const root = roots[at]
    return {
      id: one.item.id, n: one.whole.n, ...figures,
      intendedWeight: maxima === 0 || one.item.counts === false ? 0 : (100 * one.item.max) / maxima,
      effectiveWeight: root == null || weights === 0 ? null : (100 * root) / weights,
      options: optionsOf(one), curve: curveOf(one.trace, one.item), variants: formsOf(one.variants, one.item.max), versions: formsOf(one.versions, one.item.max),
      flags: one.whole.n >= COLOUR_FROM ? flagsOf(figures) : [],
    }
  })
}

function figuresOf({ item, whole, marks, rest }: GatheredItem) {
  const [own, { covariance: withRest, r }] = [varianceX(whole), restOf(whole)]
  if (own === null || withRest === null) return { facility: whole.n === 0 ? null : whole.meanX / item.max, sd: null, discrimination: null, interval: null, efficiency: null }
  const greatest = greatestCovariance(marks, rest)
  return {
    facility: whole.meanX / item.max,
    sd: Math.sqrt(own),
    discrimination: r === null ? null : 100 * r,
    interval: r === null ? null : intervalOf(r, whole.n),
    efficiency: greatest === null || greatest <= 1e-12 ? null : (100 * withRest) / greatest,
  }
}

/** 95 % by Fisher's z, in hundredths; null below four or at r of one. */
export function intervalOf(r: number, n: number): [low: number, high: number] | null {
  if (n < 4 || Math.abs(r) >= 1) return null
  const z = Math.atanh(r)
  const half = 1.959963984540054 / Math.sqrt(n - 3)
  return [100 * Math.tanh(z - half), 100 * Math.tanh(z + half)]
}

/** Rules of thumb of Moodle's documentation; editable defaults. */
export function flagsOf({ facility, discrimination }: { facility: number | null; discrimination: number | null }): ItemFlag[] {
  return [
    ...(facility !== null && facility > 0.95 ? ['TOO_EASY' as const] : []),
    ...(facility !== null && facility < 0.05 ? ['TOO_HARD' as const] : []),
    ...(discrimination === null ? [] : discrimination < 0 ? ['SUSPECT_KEY' as const] : discrimination < 20 ? ['VERY_WEAK' as const] : discrimination < 30 ? ['WEAK' as const] : []),
  ]
}

const BEYOND_CHANCE = 1.959963984540054

/**
 * Each choice against the whole mark of those who answered: (mean of pickers - mean of others) / sd x sqrt(p (1 - p)),
 * population sd (Canvas, item_analysis). A wrong choice the best prefer, by more than chance (r of 1.96 standard errors, 1 / sqrt(n)
 * where there is no relation), points at the key; one nobody picks is none.
 */
function optionsOf({ item, picked, answered }: GatheredItem): Option[] {
  const sd = answered.n === 0 ? 0 : Math.sqrt(answered.yy / answered.n)
  return item.options.map(id => {
    const pair = picked.get(id)!
    const share = answered.n === 0 ? 0 : pair.n / answered.n
    const others = answered.n - pair.n
    const meanOfOthers = others === 0 ? 0 : (answered.meanY * answered.n - pair.meanY * pair.n) / others
    const pointBiserial = pair.n === 0 || others === 0 || sd < 1e-12 ? null : ((pair.meanY - meanOfOthers) / sd) * Math.sqrt(share * (1 - share))
    const right = item.right.includes(id)
    const judged = !right && answered.n >= COLOUR_FROM
    return { id, right, picked: pair.n, share, pointBiserial,
      suspect: judged && share < 0.05 ? 'NOT_CHOSEN' : judged && pointBiserial !== null && pointBiserial * Math.sqrt(answered.n) > BEYOND_CHANCE ? 'ATTRACTS_THE_BEST' : null }
  })
}
