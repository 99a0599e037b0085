import type { CurriculumSection, DiscussionPlacesQuery, DiscussionThreadsQuery, SuggestionStanding, SuggestionState, ThreadFilter } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export type Discussed = NonNullable<DiscussionPlacesQuery['curriculum']>
export type DiscussedElement = Discussed['discussable'][number]
export type Thread = NonNullable<DiscussionThreadsQuery['curriculum']>['threads']['nodes'][number]
export type Suggestion = NonNullable<Thread['suggestion']>
export type Comment = Thread['comments'][number]
export type Place = { section: CurriculumSection | null; element: string | null }
export type Named = { id: string; name: string; text?: string }

export const suggestionTones: Record<SuggestionState, Tone> = { PENDING: 'info', ACCEPTED: 'success', DECLINED: 'neutral', WITHDRAWN: 'neutral' }
export const standingTones: Record<SuggestionStanding, Tone> = { CURRENT: 'info', SAME: 'success', OUTDATED: 'warning', GONE: 'warning' }

/** What a list shows, by the word in the address. */
export const filters = { terbuka: { state: 'OPEN' }, usulan: { suggestions: true }, saya: { mine: true }, selesai: { state: 'RESOLVED' }, semua: {} } as const satisfies Record<string, ThreadFilter>
export type FilterName = keyof typeof filters

/** A place as one text, to pick it from a list; and back. */
export const placeKey = ({ section, element }: Place): string => `${section ?? ''}/${element ?? ''}`
export function placeOf(key: string): Place {
  const [section, element] = key.split('/')
  return { section: (section || null) as CurriculumSection | null, element: element || null }
}

/** How much is said at a place: open threads, and suggestions that wait. */
export function countAt(discussed: Pick<Discussed, 'threadCounts'> | undefined, { section, element }: Place): { open: number; pending: number } {
  const count = discussed?.threadCounts.find(one => (one.section ?? null) === section && (one.element ?? null) === element)
  return { open: count?.open ?? 0, pending: count?.pending ?? 0 }
}

export type Piece = { text: string; name: boolean }

/** A comment's text with the names of those who are meant apart from the rest. The longest name is looked for first. */
export function piecesOf(text: string, names: readonly string[]): Piece[] {
  const sorted = [...names].filter(Boolean).sort((a, b) => b.length - a.length)
  const pieces: Piece[] = []
  let rest = text
  while (rest) {
    const found = sorted.map(name => ({ name, at: rest.indexOf(`@${name}`) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
    if (!found) break
    if (found.at > 0) pieces.push({ text: rest.slice(0, found.at), name: false })
    pieces.push({ text: `@${found.name}`, name: true })
    rest = rest.slice(found.at + found.name.length + 1)
  }
  return rest ? [...pieces, { text: rest, name: false }] : pieces
}

/** What is being typed after an @ that begins a word, up to the cursor; null when nobody is being named. */
export function nameBeingTyped(text: string, cursor: number): { from: number; search: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{M}.'’ -]{0,40})$/u.exec(text.slice(0, cursor))
  if (!found) return null
  const search = found[1]!
  // Three words after the @ without a choice: that is a sentence, not a name.
  return search.split(' ').length > 3 ? null : { from: cursor - search.length - 1, search }
}

/** Those named that still stand in the text. */
export const stillNamed = (text: string, named: readonly Named[]): string[] => [...new Set(named.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
