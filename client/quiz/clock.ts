/** How far the server's clock is ahead of this one, in milliseconds: its answer was written between asking and hearing. */
export const offsetOf = (asked: number, heard: number, server: string): number => Date.parse(server) - (asked + heard) / 2

/** Seconds left until `endsAt` by the server's clock; null without an end, never below 0. */
export const secondsLeft = (endsAt: string | null | undefined, now: number, offset: number): number | null =>
  (endsAt ? Math.max(0, (Date.parse(endsAt) - now - offset) / 1000) : null)

/** Minutes left that are worth saying aloud, when the time between two looks passed one of them. */
export function minuteToSay(before: number | null, now: number | null, marks: readonly number[] = [5, 1]): number | null {
  if (before === null || now === null) return null
  return marks.find(mark => before > mark * 60 && now <= mark * 60) ?? null
}
