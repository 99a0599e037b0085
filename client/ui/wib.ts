/** Between an instant and what a WIB wall clock shows (UTC+7, no summer time), for `<input type="datetime-local">`. */
const offset = 7 * 3_600_000

export function toWallClock(instant: string | null | undefined): string {
  if (!instant) return ''
  const at = Date.parse(instant)
  return Number.isNaN(at) ? '' : new Date(at + offset).toISOString().slice(0, 16)
}

export function fromWallClock(clock: string): string | null {
  if (!clock) return null
  const at = Date.parse(`${clock.length === 16 ? `${clock}:00` : clock}Z`)
  return Number.isNaN(at) ? null : new Date(at - offset).toISOString()
}
