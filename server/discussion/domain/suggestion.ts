import type { SuggestionStanding, SuggestionState } from '../../graphql.ts'
import type { Content } from '../../curriculum/index.ts'
import type { Transitions } from '../../lib/transitions.ts'
import { findElement, valuesOf, type Place } from './elements.ts'

export type SuggestionMove = 'accept' | 'decline' | 'withdraw'

/** A suggestion is answered once. Writing it anew against the draft as it is now leaves it waiting. */
export const suggestionMoves: Transitions<SuggestionState, SuggestionMove> = {
  PENDING: { accept: 'ACCEPTED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  ACCEPTED: {},
  DECLINED: {},
  WITHDRAWN: {},
}

type Proposed = { field: string; from: string; to: string }

/**
 * How a suggestion stands to a content: it may be put in only while the field says what it was written against
 * (CURRENT). Of a list, the line that is meant must still be there.
 */
export function standingOf(content: Content, place: Place, { field, from, to }: Proposed): SuggestionStanding {
  const found = findElement(content, place)
  const kind = found?.fields[field]
  if (!found || !kind) return 'GONE'
  const values = valuesOf(found, field)
  if (kind !== 'LINE') return values[0] === from ? 'CURRENT' : values[0] === to ? 'SAME' : 'OUTDATED'
  if (from === '') return values.includes(to) ? 'SAME' : 'CURRENT'
  if (values.includes(from)) return 'CURRENT'
  return to === '' || values.includes(to) ? 'SAME' : 'OUTDATED'
}

/** What the draft says where the suggestion wants to say something else; null where it is gone. */
export function nowOf(content: Content, place: Place, { field, from }: Omit<Proposed, 'to'>): string | null {
  const found = findElement(content, place)
  const kind = found?.fields[field]
  if (!found || !kind) return null
  const values = valuesOf(found, field)
  if (kind !== 'LINE') return values[0]!
  return values.includes(from) || from === '' ? from : null
}
