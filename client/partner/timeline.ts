/** Bars of validity on one axis of days. */
export type Spanned = { id: string; startsOn: string; endsOn: string }
export type Bar<Row> = { row: Row; from: number; width: number }
export type Year = { year: number; at: number }

const dayNumber = (day: string) => Date.parse(day) / 86_400_000

/**
 * Where each span lies, in hundredths of the axis, in the order given; where years begin; and where today is. The
 * axis begins with the year of the first beginning and ends with that of the last end.
 */
export function timelineOf<Row extends Spanned>(rows: readonly Row[], today: string): { bars: Bar<Row>[]; years: Year[]; now: number } | null {
  if (rows.length === 0) return null
  const days = [...rows.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]), today].sort()
  const first = Number(days[0]!.slice(0, 4))
  const last = Number(days.at(-1)!.slice(0, 4)) + 1
  const start = dayNumber(`${first}-01-01`)
  const whole = dayNumber(`${last}-01-01`) - start
  const at = (day: string, more = 0) => ((dayNumber(day) + more - start) / whole) * 100
  return {
    bars: rows
      .map(row => ({ row, from: at(row.startsOn), width: at(row.endsOn, 1) - at(row.startsOn) })),
    years: Array.from({ length: last - first }, (_, index) => ({ year: first + index, at: at(`${first + index}-01-01`) })),
    now: at(today),
  }
}

/** The day in WIB at an instant. */
export const dayInWib = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)

/** The day that follows, YYYY-MM-DD. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

type Resting = Spanned & { kind: string; parent?: { id: string } | null }

/**
 * Agreements as they rest on each other: each KSB, the PKS under it, the IA under those; oldest beginning first. `depth`
 * says how far under. One whose parent is not among them stands by itself.
 */
export function restingOrder<Row extends Resting>(rows: readonly Row[]): { row: Row; depth: number }[] {
  const ids = new Set(rows.map(({ id }) => id))
  const sorted = [...rows].sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn))
  const under = (parent: string | null, depth: number): { row: Row; depth: number }[] => sorted
    .filter(row => (row.parent && ids.has(row.parent.id) ? row.parent.id : null) === parent && depth < 3)
    .flatMap(row => [{ row, depth }, ...under(row.id, depth + 1)])
  return under(null, 0)
}
