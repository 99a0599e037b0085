import { COLOUR_FROM, flagsOf, type ItemFlag } from './items.ts'
import type { BankMove, BankState } from '../../../graphql.ts'

/** How an item fared in one place: facility 0 to 1, discrimination in hundredths. */
export type Fared = { n: number; facility: number | null; discrimination: number | null }
export type Pooled = Fared & { interval: [low: number, high: number] | null; flags: ItemFlag[] }

/**
 * An item's figures over several quizzes. Facility: everybody counts alike. Discrimination: correlations in different wholes
 * are no moments of one, so they are averaged by Fisher's z, weighed by n - 3, with the interval of their sum (Hedges and
 * Olkin 1985, fixed effect).
 */
export function pooledOf(places: readonly Fared[]): Pooled {
  const known = places.filter(({ n, facility }) => n > 0 && facility !== null)
  const n = known.reduce((sum, one) => sum + one.n, 0)
  const facility = n === 0 ? null : known.reduce((sum, one) => sum + one.n * one.facility!, 0) / n
  const correlated = known.filter(one => one.n > 3 && one.discrimination !== null && Math.abs(one.discrimination) < 100)
  const weight = correlated.reduce((sum, one) => sum + one.n - 3, 0)
  const z = correlated.reduce((sum, one) => sum + (one.n - 3) * Math.atanh(one.discrimination! / 100), 0) / weight
  const discrimination = weight === 0 ? null : 100 * Math.tanh(z)
  const half = 1.959963984540054 / Math.sqrt(weight)
  return {
    n, facility, discrimination, interval: weight === 0 ? null : [100 * Math.tanh(z - half), 100 * Math.tanh(z + half)],
    flags: n >= COLOUR_FROM ? flagsOf({ facility, discrimination }) : [],
  }
}

export type Suggestion = { move: BankMove; reason: 'FARES_WELL' | 'SUSPECT_KEY' | 'TELLS_LITTLE' }

/**
 * The step the figures of what a question says now ask for; null: none, or too few learners to say. `doubted`: the
 * better learners prefer a wrong choice, or an appeal was upheld. Default, editable: thirty learners; good from 20 of discrimination, as evaluation has it.
 */
export function suggestionOf(state: BankState, { n, facility, discrimination }: Fared, doubted: boolean): Suggestion | null {
  if (n < COLOUR_FROM || facility === null || discrimination === null) return null
  const suspect = discrimination < 0 || doubted
  const good = !suspect && facility >= 0.05 && facility <= 0.95 && discrimination >= 20
  if (state === 'PILOT') return good ? { move: 'release', reason: 'FARES_WELL' } : { move: 'return', reason: suspect ? 'SUSPECT_KEY' : 'TELLS_LITTLE' }
  if (state === 'LIVE' && !good) return { move: 'watch', reason: suspect ? 'SUSPECT_KEY' : 'TELLS_LITTLE' }
  return state === 'WATCH' && good ? { move: 'clear', reason: 'FARES_WELL' } : null
}
