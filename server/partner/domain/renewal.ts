import type { AgreementActionStatus } from '../../graphql.ts'
import { addDays, daysBetween, type Day } from '../../lib/days.ts'

type Item = { activity: string; output: string; dueOn: Day; status: AgreementActionStatus }

/**
 * What a plan leaves to the agreement that follows: what is neither done nor dropped, planned anew, as far from the new
 * beginning as it was from the old one, but within the new term.
 */
export function leftOver<T extends Item>(items: readonly T[], from: { startsOn: Day }, to: { startsOn: Day; endsOn: Day }): (T & { status: 'PLANNED' })[] {
  const shift = daysBetween(from.startsOn, to.startsOn)
  const within = (day: Day) => (day < to.startsOn ? to.startsOn : day > to.endsOn ? to.endsOn : day)
  return items
    .filter(({ status }) => status === 'PLANNED' || status === 'ONGOING')
    .map(item => ({ ...item, dueOn: within(addDays(item.dueOn, shift)), status: 'PLANNED' as const }))
}
