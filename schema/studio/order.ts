/**
 * Orders as keys between keys: moving an element writes one word of its own, so two people moving it at once leave it in
 * one of the two places, never in both or none. Equal keys are told apart by id.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = digits.length
/** Longer keys than any order of ours needs; a hostile one is read as none. */
const LENGTH_MAX = 64

export const isKey = (key: unknown): key is string => typeof key === 'string' && key.length <= LENGTH_MAX && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(key)

/** A key above `low` ('' for the very beginning) and below `high` (null for the end); `low` must be below `high`. */
export function keyBetween(low: string, high: string | null): string {
  let key = ''
  for (let at = 0; ; at++) {
    const floor = at < low.length ? digits.indexOf(low[at]!) : 0
    const ceiling = high === null ? BASE : digits.indexOf(high[at] ?? 'z')
    if (floor < ceiling) {
      const middle = (floor + ceiling) >> 1
      if (middle > floor) return key + digits[middle]
      high = null
    }
    key += digits[floor]
  }
}

/** The key of place `index` in a list that is laid out anew; up to 3,800 places. */
export const keyAt = (index: number): string => `${digits[Math.floor(index / BASE) % BASE]}${digits[index % BASE]}V`

type Placed = { id: string; key: string }
export const byKey = (a: Placed, b: Placed): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The new keys with which these stand in the order given; as few as can be. */
export function arrange(wanted: readonly Placed[]): Map<string, string> {
  const kept = longestRise(wanted.map(({ key }) => key))
  const changed = new Map<string, string>()
  let low = ''
  wanted.forEach(({ id, key }, at) => {
    if (kept.has(at)) {
      low = key
      return
    }
    let next = at + 1
    while (next < wanted.length && !kept.has(next)) next++
    low = keyBetween(low, wanted[next]?.key ?? null)
    changed.set(id, low)
  })
  // Room between two keys can run out only after some hundred moves to the same place: then all are laid out anew.
  if (![...changed.values()].every(isKey)) wanted.forEach(({ id }, at) => changed.set(id, keyAt(at)))
  return changed
}

/** Places of a longest strictly rising run of good keys. */
function longestRise(keys: readonly string[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  keys.forEach((key, at) => {
    if (!isKey(key)) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (keys[ends[middle]!]! < key) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? ends[low - 1]! : -1
    ends[low] = at
  })
  const run = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) run.add(at)
  return run
}
