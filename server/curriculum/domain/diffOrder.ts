/** A thing of a list, the list's owner (null at the top), and a key that no other thing has. */
export type Placed<T> = { thing: T; parent: string | null; position: number; key: string }
export type Pair<T> = { from: Placed<T>; to: Placed<T> }
export type Matched<T> = { pairs: Pair<T>[]; added: Placed<T>[]; removed: Placed<T>[] }

/** Things with their place. A draft may hold an id twice (a problem of its own): each gets a key by its turn. */
export function placed<T extends { id: string }>(things: readonly T[], parent: string | null = null, seen = new Map<string, number>()): Placed<T>[] {
  return things.map((thing, position) => {
    const turn = seen.get(thing.id) ?? 0
    seen.set(thing.id, turn + 1)
    return { thing, parent, position, key: turn === 0 ? thing.id : `${thing.id}\n${turn}` }
  })
}

/** Which thing became which: by id and owner first, then by id, so that what moved to another owner is found again. */
export function matched<T extends { id: string }>(from: readonly Placed<T>[], to: readonly Placed<T>[]): Matched<T> {
  const pairs: Pair<T>[] = []
  let [left, right] = [from, to]
  for (const nameOf of [({ thing, parent }: Placed<T>) => `${parent ?? ''}\n${thing.id}`, ({ thing }: Placed<T>) => thing.id]) {
    const waiting = new Map<string, Placed<T>[]>()
    for (const one of left) waiting.set(nameOf(one), [...(waiting.get(nameOf(one)) ?? []), one])
    const taken = new Set<Placed<T>>()
    const rest: Placed<T>[] = []
    for (const one of right) {
      const found = waiting.get(nameOf(one))?.shift()
      if (found) {
        taken.add(found)
        pairs.push({ from: found, to: one })
      } else rest.push(one)
    }
    left = left.filter(one => !taken.has(one))
    right = rest
  }
  return { pairs, added: [...right], removed: [...left] }
}

/**
 * The pairs that were moved within their list: the fewest that, taken out, leave the rest in the order they had. So one
 * thing carried from the end to the front is one move, not a move of all the others. Pairs of one list.
 */
export function movedAmong<T>(pairs: readonly Pair<T>[]): Pair<T>[] {
  const inOrder = [...pairs].sort((a, b) => a.to.position - b.to.position)
  const stays = new Set(longestRise(inOrder.map(({ from }) => from.position)))
  return inOrder.filter((_, index) => !stays.has(index))
}

/** Indices of a longest strictly rising subsequence; O(n log n). */
export function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const before: number[] = []
  numbers.forEach((number, index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  })
  const rise: number[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) rise.push(index)
  return rise.reverse()
}
