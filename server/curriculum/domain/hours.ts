import type { ActivityContent, HoursContent } from '../model.ts'

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

/** The minutes of activities by the form they count as. */
export function minutesOf(activities: readonly Pick<ActivityContent, 'form' | 'minutes'>[]): HoursContent {
  const of = (form: ActivityContent['form']) => activities.reduce((sum, one) => sum + (one.form === form ? one.minutes : 0), 0)
  return { theory: of('THEORY'), practice: of('PRACTICE'), field: of('FIELD') }
}
