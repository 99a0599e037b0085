import type { QuizStatisticsQuery } from '../gql/operations.ts'

export type Statistics = NonNullable<NonNullable<QuizStatisticsQuery['quiz']>['statistics']>
export type Item = Statistics['items'][number]
export type Placed = { item: Item; x: number; y: number }

/** What a question says, without its markup. */
export const textOf = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/** The height of each band, 0 to 1 of the fullest. */
export function heights(bands: Statistics['histogram']): number[] {
  const most = Math.max(1, ...bands.map(({ n }) => n))
  return bands.map(({ n }) => n / most)
}

/** Where each question lies on the map: easy to the right, telling at the top; both 0 to 1. Questions without either are left out. */
export const placed = (items: readonly Item[]): Placed[] => items.flatMap(item =>
  (item.facility == null || item.discrimination == null ? [] : [{ item, x: item.facility, y: (Math.max(-100, Math.min(100, item.discrimination)) + 100) / 200 }]))

/** Questions that ask to be looked at, the gravest first. */
export const worthALook = (items: readonly Item[]): Item[] => {
  const grave = ({ flags, options, functioning }: Item) =>
    (flags.includes('SUSPECT_KEY') ? 8 : 0) + (options.some(({ suspect }) => suspect === 'ATTRACTS_THE_BEST') ? 4 : 0) + (functioning?.size === 'C' ? 4 : 0)
    + (flags.length > 0 ? 2 : 0) + (options.some(({ suspect }) => suspect === 'NOT_CHOSEN') ? 1 : 0)
  return items.filter(item => grave(item) > 0).sort((a, b) => grave(b) - grave(a))
}
