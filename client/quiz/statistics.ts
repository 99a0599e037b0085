import type { QuizStatisticsQuery } from '../gql/operations.ts'

export type Statistics = NonNullable<NonNullable<QuizStatisticsQuery['quiz']>['statistics']>
export type Item = Statistics['items'][number]
/** Questions that lie where they would hide one another are shown as one. */
export type Dot = { items: Item[]; x: number; y: number }
export type Line = { letter: string; text: string; right: boolean; suspect: boolean; shares: (number | null)[] }

/** What a question says, without its markup. */
export const textOf = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/** As much of a text as there is room for, in signs; what is cut ends with … */
export const short = (text: string, most = 80): string => (text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')}…` : text)

/** The height of each band, 0 to 1 of the fullest. */
export function heights(bands: Statistics['histogram']): number[] {
  const most = Math.max(1, ...bands.map(({ n }) => n))
  return bands.map(({ n }) => n / most)
}

/** Nearer than this, in parts of the map, two dots are one. */
const NEAR = { x: 0.06, y: 0.1 }

/** Where questions lie on the map: easy to the right, telling at the top; both 0 to 1. Questions without either are left out. */
export function placed(items: readonly Item[]): Dot[] {
  const dots: Dot[] = []
  for (const item of items) {
    if (item.facility == null || item.discrimination == null) continue
    const [x, y] = [item.facility, (Math.max(-100, Math.min(100, item.discrimination)) + 100) / 200]
    const near = dots.find(dot => Math.abs(dot.x - x) < NEAR.x && Math.abs(dot.y - y) < NEAR.y)
    if (near) near.items.push(item)
    else dots.push({ items: [item], x, y })
  }
  return dots
}

/** The numbers of the questions of a dot, as many as there is room for. */
export const numbersOf = ({ items }: Dot): string =>
  items.slice(0, 3).map(({ number }) => number).join(', ') + (items.length > 3 ? ', …' : '')

/** Choices are called by letters, in the author's order. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** A line for each choice of a question, from the worst to the best on the whole; of one without choices, what it earned. */
export const linesOf = ({ curve, options }: Item): Line[] => (options.length === 0
  ? [{ letter: '', text: '', right: true, suspect: false, shares: curve.map(({ facility }) => facility) }]
  : options.map(({ text, right, suspect }, at) => ({ letter: letterOf(at), text: textOf(text), right, suspect: suspect === 'ATTRACTS_THE_BEST', shares: curve.map(({ shares }) => shares[at] ?? null) })))

/** Heights of labels that stand beside the ends of lines, moved apart until none hides another. From the top, 0 to `tall`. */
export function apart(heightsOfEnds: readonly number[], gap: number, tall: number): number[] {
  const order = heightsOfEnds.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height)
  order.forEach((one, place) => { if (place > 0) one.height = Math.max(one.height, order[place - 1]!.height + gap) })
  const over = Math.max(0, (order.at(-1)?.height ?? 0) - tall)
  order.reverse().forEach((one, place) => { one.height = Math.min(one.height, place === 0 ? one.height - over : order[place - 1]!.height - gap) })
  const found = [...heightsOfEnds]
  for (const { height, at } of order) found[at] = height
  return found
}

/** Questions that ask to be looked at, the gravest first. */
export const worthALook = (items: readonly Item[]): Item[] => {
  const grave = ({ flags, options, functioning, variants }: Item) =>
    (flags.includes('SUSPECT_KEY') ? 8 : 0) + (options.some(({ suspect }) => suspect === 'ATTRACTS_THE_BEST') ? 4 : 0) + (functioning?.size === 'C' ? 4 : 0)
    + (variants.some(one => one.apart) ? 2 : 0) + (flags.length > 0 ? 2 : 0) + (options.some(({ suspect }) => suspect === 'NOT_CHOSEN') ? 1 : 0)
  return items.filter(item => grave(item) > 0).sort((a, b) => grave(b) - grave(a))
}
