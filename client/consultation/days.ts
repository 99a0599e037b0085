/** A day in WIB as YYYY-MM-DD, and one some days later: what a date field begins with. */
const WIB = 7 * 3_600_000
const DAY = 86_400_000

export const dayOf = (at: Date): string => new Date(at.getTime() + WIB).toISOString().slice(0, 10)
export const daysFrom = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
