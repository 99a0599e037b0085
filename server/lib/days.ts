/** Calendar days in WIB (Asia/Jakarta, UTC+7 all year), as YYYY-MM-DD: they compare as strings. */
export type Day = string

const WIB = 7 * 3_600_000
const DAY = 86_400_000

/** The day it is in WIB at an instant. */
export const dayOf = (at: Date): Day => new Date(at.getTime() + WIB).toISOString().slice(0, 10)

/** Midnight in WIB at which a day begins. */
export const startOf = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00.000Z`) - WIB)

/** The first instant after a day. */
export const endOf = (day: Day): Date => new Date(startOf(day).getTime() + DAY)

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** Whether the text is a day of the calendar: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}
