import * as Y from 'yjs'
import type { Content } from '../../server/curriculum/content.ts'
import { byKey, isKey } from './order.ts'
import { isElementId, listNames, lists, root, rootSection, unflatten, type Field, type Flat, type ListName, type Section, type Values } from './shape.ts'

/** What was out of shape, and was mended in the content that was read. */
export type Fault = {
  section: Section; element: string | null; field: string | null
  code: 'TOO_LONG' | 'TOO_MANY' | 'OUT_OF_RANGE' | 'UNKNOWN_VALUE' | 'UNKNOWN_REFERENCE' | 'OUT_OF_SHAPE'
}
type Blame = (field: string | null, code: Fault['code']) => void

/** The one root of a shared curriculum. */
export const rootOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('content')

/** The shared elements of a list, by id; null where the document has not been filled yet. */
export function listOf(doc: Y.Doc, list: ListName): Y.Map<Y.Map<unknown>> | null {
  const held = rootOf(doc).get(list)
  return held instanceof Y.Map ? held : null
}

/** Ids of a list in its order; of a list with holders, those of one holder. */
export function orderOf(doc: Y.Doc, list: ListName, of: string | null = null): string[] {
  const placed: { id: string; key: string }[] = []
  listOf(doc, list)?.forEach((element, id) => {
    if (element instanceof Y.Map && isElementId(id) && (lists[list].of === null || element.get('of') === of)) placed.push({ id, key: keyOf(element.get('at')) })
  })
  return placed.sort(byKey).map(({ id }) => id)
}

export const keyOf = (key: unknown): string => (isKey(key) ? key : '')

/**
 * What is written, as a content that any code may trust: within every limit, of known values, with no reference into
 * nothing among the outcomes of a thing. Never throws. What had to be mended for it is said in `faults`.
 */
export function toContent(doc: Y.Doc): { content: Content; faults: Fault[] } {
  const faults: Fault[] = []
  const held = rootOf(doc)
  const flat: Flat = { root: {}, lists: {} as Flat['lists'] }
  const outcomes = new Set(orderOf(doc, 'outcomes').slice(0, lists.outcomes.max))
  for (const [field, what] of Object.entries(root)) {
    flat.root[field] = valueOf(held.get(field), what, outcomes, code => faults.push({ section: rootSection(field), element: null, field, code }))
  }
  for (const list of listNames) flat.lists[list] = elementsOf(doc, list, flat.lists, outcomes, faults)
  return { content: unflatten(flat), faults: faults.sort(byPlace) }
}

/** Maps are walked in the order their entries came in, which is another one for everybody: what is said of them is not. */
const byPlace = (a: Fault, b: Fault): number => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0)
const placeOf = ({ section, element, field, code }: Fault): string => [section, element ?? '', field, code].join('/')

function elementsOf(doc: Y.Doc, list: ListName, before: Flat['lists'], outcomes: ReadonlySet<string>, faults: Fault[]): Flat['lists'][ListName] {
  const { section, max, of, fields } = lists[list]
  const elements = listOf(doc, list)
  if (!elements) return []
  const about = (element: string | null): Blame => (field, code) => void faults.push({ section, element, field, code })
  const holders: readonly (string | null)[] = of ? before[of].map(({ id }) => id) : [null]
  const known = new Set(holders)
  elements.forEach((element, id) => {
    if (!(element instanceof Y.Map) || !isElementId(id)) about(null)(null, 'OUT_OF_SHAPE')
    else if (of && !known.has(element.get('of') as string)) about(id)('of', 'UNKNOWN_REFERENCE')
  })
  return holders.flatMap(holder => {
    const ids = orderOf(doc, list, holder)
    if (ids.length > max) about(holder)(null, 'TOO_MANY')
    return ids.slice(0, max).map(id => {
      const element = elements.get(id)!
      const values: Values & { of: string | null } = { id, of: holder }
      for (const [field, what] of Object.entries(fields)) values[field] = valueOf(element.get(field), what, outcomes, code => about(id)(field, code))
      if (list === 'competencies' && (values.fromLevel as number | null ?? 0) > (values.toLevel as number)) {
        about(id)('toLevel', 'OUT_OF_RANGE')
        values.toLevel = values.fromLevel
      }
      return values
    })
  })
}

const tidy = (text: string) => text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim()
const tidyLine = (text: string) => tidy(text).replace(/\s+/g, ' ')

function cut(text: string, max: number, blame: (code: Fault['code']) => void): string {
  if (text.length <= max) return text
  blame('TOO_LONG')
  return text.slice(0, /[\ud800-\udbff]/.test(text[max - 1]!) ? max - 1 : max).trim()
}

/** The value of a field, mended where it is out of shape. Texts are tidied as input.ts tidies them. */
function valueOf(held: unknown, what: Field, outcomes: ReadonlySet<string>, blame: (code: Fault['code']) => void): unknown {
  switch (what.is) {
    case 'text': {
      if (!(held instanceof Y.Text)) return blame('OUT_OF_SHAPE'), ''
      const text = String(held)
      return cut(what.line ? tidyLine(text) : tidy(text), what.max, blame)
    }
    case 'lines': {
      if (!(held instanceof Y.Text)) return blame('OUT_OF_SHAPE'), []
      const all = String(held).split('\n').map(tidyLine).filter(Boolean)
      if (all.length > what.count) blame('TOO_MANY')
      return all.slice(0, what.count).map(text => cut(text, what.max, blame))
    }
    case 'ids': {
      if (!(held instanceof Y.Map)) return blame('OUT_OF_SHAPE'), []
      const ids = idsOf(held)
      const known = ids.filter(id => outcomes.has(id))
      if (known.length < ids.length) blame('UNKNOWN_REFERENCE')
      return known.slice(0, what.count)
    }
    case 'choice':
      if (typeof held === 'string' && what.of.includes(held)) return held
      if (held !== null || what.or !== null) blame('UNKNOWN_VALUE')
      return what.or
    case 'whole': {
      if (held === null && what.or === null) return null
      if (typeof held !== 'number' || !Number.isFinite(held)) return blame('UNKNOWN_VALUE'), what.or
      const within = Math.min(what.max, Math.max(what.min, Math.round(held)))
      if (within !== held) blame('OUT_OF_RANGE')
      return within
    }
    case 'ref':
      if (held === '' || isElementId(held)) return held
      return blame('UNKNOWN_VALUE'), ''
  }
}

/** The ids of a shared set, in their order. */
export function idsOf(set: Y.Map<unknown>): string[] {
  const placed: { id: string; key: string }[] = []
  set.forEach((key, id) => { if (isElementId(id)) placed.push({ id, key: keyOf(key) }) })
  return placed.sort(byKey).map(({ id }) => id)
}
