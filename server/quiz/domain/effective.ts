/** What holds of a quiz for one who takes it. */

export type Times = { opensAt: Date | null; closesAt: Date | null; minutes: number | null; attemptsAllowed: number | null }
type Quiz = { minutes?: number | null; attemptsAllowed?: number | null }
type Override = Times & { enrolment: unknown }

/**
 * The one place where a quiz and what was made otherwise become what holds: a person's own adjustment beats their class's,
 * field by field, and both beat the quiz (Moodle: user override over group override). `overrides` are those of this quiz that
 * concern the person: at most one of each kind.
 */
export function effectiveSettings({ minutes, attemptsAllowed }: Quiz, overrides: readonly Override[]): Times {
  const nearest = [...overrides].sort((a, b) => Number(b.enrolment !== null) - Number(a.enrolment !== null))
  const first = <Field extends keyof Times>(field: Field) => nearest.find(one => one[field] !== null)?.[field] ?? null
  return { opensAt: first('opensAt'), closesAt: first('closesAt'), minutes: first('minutes') ?? minutes ?? null, attemptsAllowed: first('attemptsAllowed') ?? attemptsAllowed ?? null }
}

/** Whether a quiz may be begun at an instant, by its times alone; the instant it closes is still in time. */
export const isWithin = ({ opensAt, closesAt }: Pick<Times, 'opensAt' | 'closesAt'>, now: Date): boolean =>
  (opensAt === null || now >= opensAt) && (closesAt === null || now <= closesAt)

/** The earlier of when it closes and when its class ends. */
export const closingOf = ({ closesAt }: Pick<Times, 'closesAt'>, classEndsAt: Date): Date =>
  (closesAt !== null && closesAt < classEndsAt ? closesAt : classEndsAt)
