import type { ApprovalSide, ContentChangeKind, CurriculumCompareQuery, CurriculumEntriesQuery, CurriculumEntryKind, CurriculumReviewQuery } from '../../gql/operations.ts'
import type { Tone } from '../../ui/index.ts'

export type Review = NonNullable<CurriculumReviewQuery['curriculum']>
export type Comparison = NonNullable<CurriculumCompareQuery['curriculumComparison']>
export type Change = Comparison['sections'][number]['changes'][number]
export type Entry = NonNullable<CurriculumEntriesQuery['curriculum']>['entries']['nodes'][number]

/** Each side has its colour; its name stands beside it everywhere. */
export const sideLook: Record<ApprovalSide | 'NOBODY', string> = {
  AGENCY: 'bg-info-soft text-info-ink', PARTNER: 'bg-accent-soft text-accent-ink', NOBODY: 'bg-neutral-soft text-neutral-ink',
}

export const changeTones: Record<ContentChangeKind, Tone> = {
  ADDED: 'success', REMOVED: 'danger', REWORDED: 'neutral', MOVED: 'neutral', HOURS: 'warning', WEIGHT: 'warning', LEVEL: 'warning', LINKS: 'neutral', PEOPLE: 'neutral', VALUE: 'neutral',
}

export const entryTones: Partial<Record<CurriculumEntryKind, Tone>> = {
  submit: 'info', return: 'warning', approve: 'success', publish: 'success', signOff: 'success', withdraw: 'warning', delegate: 'info', revoke: 'warning',
}

/** How many changes of a section were of which sort. */
export function tally(changes: readonly Change[]) {
  const of = (...kinds: ContentChangeKind[]) => changes.filter(({ kind }) => kinds.includes(kind)).length
  const [added, removed, moved] = [of('ADDED'), of('REMOVED'), of('MOVED')]
  return { added, removed, moved, changed: changes.length - added - removed - moved, total: changes.length }
}

/** What stays between two changes is shortened, but for the words next to them. */
const KEPT = 80
export const shortened = (text: string): string => (text.length <= 2 * KEPT + 20 ? text : `${text.slice(0, KEPT)} … ${text.slice(-KEPT)}`)
