import type { OrderScoring } from '../question.ts'

/**
 * An order of all items against the right one. PLACES: items at their own place, of all. PAIRS: neighbours that follow
 * each other as they should, of all such pairs (relative order). SUBSEQUENCE: the longest run of items, not necessarily
 * neighbours, that kept their order, less one, of all less one: one item moved costs one step. Less than a whole order is 0.
 */
export function markOrder(right: readonly string[], scoring: OrderScoring, given: readonly string[]): number {
  if (right.length < 2) throw new RangeError('an order has two items or more')
  const place = new Map(right.map((id, at) => [id, at]))
  if (given.length !== right.length || new Set(given).size !== right.length || given.some(id => !place.has(id))) return 0
  const places = given.map(id => place.get(id)!)
  if (scoring === 'PLACES') return places.filter((at, index) => at === index).length / right.length
  if (scoring === 'PAIRS') return places.slice(1).filter((at, index) => at === places[index]! + 1).length / (right.length - 1)
  return (longestRise(places) - 1) / (right.length - 1)
}

/** Length of the longest rising subsequence (patience sorting). */
export function longestRise(numbers: readonly number[]): number {
  const tops: number[] = []
  for (const number of numbers) {
    const at = tops.findIndex(top => top >= number)
    tops[at < 0 ? tops.length : at] = number
  }
  return tops.length
}
