import type { HoursContent } from '../model.ts'

/** Hours in JP of 45 minutes. */
export const totalOf = ({ theory, practice, field }: HoursContent): number => theory + practice + field

/** (P + PL) / all, 0 to 1; 0 where there are no hours. */
export function practiceShareOf(hours: HoursContent): number {
  const total = totalOf(hours)
  return total === 0 ? 0 : (hours.practice + hours.field) / total
}

/** The hours of several things together. */
export const sumOf = (all: readonly HoursContent[]): HoursContent => all.reduce<HoursContent>(
  (sum, hours) => ({ theory: sum.theory + hours.theory, practice: sum.practice + hours.practice, field: sum.field + hours.field }),
  { theory: 0, practice: 0, field: 0 },
)
