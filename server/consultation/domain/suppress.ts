/**
 * What may be shown of numbers about few people. A group of 1 to 4 is not shown, and not to be had by subtraction
 * either: where the total and the other groups are shown, what is left over must be nobody or at least five.
 */

/** The fewest people a number may be about (DOMAIN §12: n >= 5). */
export const LEAST = 5

export type Shown = { total: boolean; cells: boolean[] }

/**
 * Which of a table's numbers are shown: the total of all people, and the groups they fall into. `rest` are people of the
 * total who are in none of the groups. Beside groups below five, the smallest of the others are hidden until what can be
 * worked out (total less all that is shown) is about nobody or at least five.
 */
export function shownCells(cells: readonly number[], rest = 0): Shown {
  const total = cells.reduce((sum, n) => sum + n, rest)
  if (total < LEAST) return { total: false, cells: cells.map(() => false) }
  const shown = cells.map(n => n >= LEAST)
  const left = () => total - cells.reduce((sum, n, index) => sum + (shown[index] ? n : 0), 0)
  while (left() > 0 && left() < LEAST) shown[smallest(cells, shown)] = false
  return { total: true, cells: shown }
}

function smallest(cells: readonly number[], shown: readonly boolean[]): number {
  const candidates = cells.map((n, index) => ({ n, index })).filter(({ index }) => shown[index])
  return candidates.sort((a, b) => a.n - b.n || a.index - b.index)[0]!.index
}

/** The number, or null where it is about too few. */
export const orHidden = (n: number): number | null => (n >= LEAST ? n : null)

/**
 * Whether the names of those who gave theirs may be shown beside what they wrote: only while those who did not are
 * nobody or at least five, for else they are known by who is missing.
 */
export const namesShown = (anonymous: number): boolean => anonymous === 0 || anonymous >= LEAST
