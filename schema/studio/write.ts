import * as Y from 'yjs'
import type { Content } from '../../server/curriculum/content.ts'
import { arrange, keyAt } from './order.ts'
import { idsOf, keyOf, listOf, orderOf, rootOf } from './read.ts'
import { flatten, listNames, lists, root, type Field, type ListName, type Values } from './shape.ts'
import { applyTextChange } from './text.ts'

/** The shared form of a value that is put in for the first time. */
function shared(value: unknown, what: Field): unknown {
  switch (what.is) {
    case 'text': return new Y.Text((value as string | undefined) ?? '')
    case 'lines': return new Y.Text(((value as string[] | undefined) ?? []).join('\n'))
    case 'ids': return new Y.Map(((value as string[] | undefined) ?? []).map((id, at) => [id, keyAt(at)] as const))
    case 'choice': case 'whole': return value ?? what.or
    case 'ref': return value ?? ''
  }
}

const element = (list: ListName, values: Record<string, unknown>, of: string | null, key: string) => new Y.Map<unknown>([
  ...Object.entries(lists[list].fields).map(([field, what]): [string, unknown] => [field, shared(values[field], what)]),
  ['at', key], ...(of === null ? [] : [['of', of] as [string, unknown]]),
])

/** Fills an empty document with a content. */
export function fill(doc: Y.Doc, content: Content): void {
  const flat = flatten(content)
  doc.transact(() => {
    const held = rootOf(doc)
    for (const [field, what] of Object.entries(root)) held.set(field, shared(flat.root[field], what))
    for (const list of listNames) {
      const places = new Map<string | null, number>()
      held.set(list, new Y.Map(flat.lists[list].map(({ id, of, ...values }) => {
        const place = places.get(of) ?? 0
        places.set(of, place + 1)
        return [id, element(list, values, of, keyAt(place))] as const
      })))
    }
  })
}

/** Puts a new element into a list: at the end, or where `at` says. What `values` leaves out begins empty. */
export function addElement(doc: Y.Doc, list: ListName, values: Values, { of = null, at }: { of?: string | null; at?: number } = {}): void {
  const elements = listOf(doc, list)
  if (!elements) return
  doc.transact(() => {
    const ids = orderOf(doc, list, of).filter(id => id !== values.id)
    elements.set(values.id, element(list, values, of, ''))
    ids.splice(at ?? ids.length, 0, values.id)
    place(doc, list, ids)
  })
}

/** Takes an element out of its list, with what it holds, and out of every set that names it. */
export function removeElement(doc: Y.Doc, list: ListName, id: string): void {
  doc.transact(() => {
    listOf(doc, list)?.delete(id)
    for (const held of listNames.filter(name => lists[name].of === list)) {
      for (const inner of orderOf(doc, held, id)) listOf(doc, held)?.delete(inner)
    }
    if (list !== 'outcomes') return
    for (const name of listNames) {
      listOf(doc, name)?.forEach(one => {
        const set = one.get('outcomes')
        if (set instanceof Y.Map && set.has(id)) set.delete(id)
      })
    }
  })
}

/** Moves an element to a place of its list, or of another holder's. */
export function moveElement(doc: Y.Doc, list: ListName, id: string, to: number, of?: string): void {
  const moved = listOf(doc, list)?.get(id)
  if (!moved) return
  doc.transact(() => {
    if (of !== undefined && moved.get('of') !== of) moved.set('of', of)
    const ids = orderOf(doc, list, (moved.get('of') as string | undefined) ?? null).filter(one => one !== id)
    ids.splice(Math.max(0, to), 0, id)
    place(doc, list, ids)
  })
}

function place(doc: Y.Doc, list: ListName, ids: readonly string[]): void {
  const elements = listOf(doc, list)!
  for (const [id, key] of arrange(ids.map(id => ({ id, key: keyOf(elements.get(id)!.get('at')) })))) elements.get(id)!.set('at', key)
}

/** Puts an id into a shared set, at its end, or takes it out. */
export function toggleId(set: Y.Map<unknown>, id: string, on: boolean): void {
  if (set.has(id) === on) return
  if (!on) set.delete(id)
  else setIds(set, [...idsOf(set), id])
}

/** Makes a shared set hold exactly these ids in this order, writing only what differs. */
export function setIds(set: Y.Map<unknown>, ids: readonly string[]): void {
  for (const id of idsOf(set)) if (!ids.includes(id)) set.delete(id)
  for (const [id, key] of arrange(ids.map(id => ({ id, key: keyOf(set.get(id)) })))) set.set(id, key)
}

/**
 * Does to the document what led from one content to another: element by element, field by field, text by text. Whatever
 * others wrote elsewhere meanwhile stays.
 */
export function applyContent(doc: Y.Doc, from: Content, to: Content): void {
  const [before, after] = [flatten(from), flatten(to)]
  doc.transact(() => {
    for (const [field, what] of Object.entries(root)) applyField(rootOf(doc), field, what, before.root[field], after.root[field])
    for (const list of listNames) applyList(doc, list, before.lists[list], after.lists[list])
  })
}

type Element = Values & { of: string | null }

function applyList(doc: Y.Doc, list: ListName, before: readonly Element[], after: readonly Element[]): void {
  const elements = listOf(doc, list)
  if (!elements) return
  const was = new Map(before.map(one => [one.id, one]))
  const is = new Map(after.map(one => [one.id, one]))
  for (const { id } of before) if (!is.has(id)) elements.delete(id)
  for (const { id, of, ...values } of after) {
    const old = was.get(id)
    const held = elements.get(id)
    if (!held) {
      // Gone meanwhile and unchanged here: it stays gone.
      if (!old || !same(old, { id, of, ...values })) elements.set(id, element(list, values, of, ''))
      continue
    }
    if (of !== null && old?.of !== of && held.get('of') !== of) held.set('of', of)
    for (const [field, what] of Object.entries(lists[list].fields)) applyField(held, field, what, old?.[field], values[field])
  }
  for (const of of new Set(after.map(one => one.of))) applyOrder(doc, list, of, before, after)
}

/** The order that was wanted, with what others put in meanwhile behind what it stood behind. */
function applyOrder(doc: Y.Doc, list: ListName, of: string | null, before: readonly Element[], after: readonly Element[]): void {
  const idsIn = (elements: readonly Element[]) => elements.filter(one => one.of === of).map(({ id }) => id)
  const now = orderOf(doc, list, of)
  const wanted = idsIn(after).filter(id => now.includes(id))
  const old = idsIn(before)
  if (same(old.filter(id => wanted.includes(id)), wanted)) return
  const result = [...wanted]
  now.forEach((id, at) => {
    if (result.includes(id)) return
    const behind = now.slice(0, at).findLast(one => result.includes(one))
    result.splice(behind === undefined ? 0 : result.indexOf(behind) + 1, 0, id)
  })
  place(doc, list, result)
}

function applyField(held: Y.Map<unknown>, field: string, what: Field, from: unknown, to: unknown): void {
  if (same(from, to)) return
  const now = held.get(field)
  if (now instanceof Y.Text && what.is === 'text') applyTextChange(now, (from as string | undefined) ?? '', to as string)
  else if (now instanceof Y.Text && what.is === 'lines') applyTextChange(now, ((from as string[] | undefined) ?? []).join('\n'), (to as string[]).join('\n'))
  else if (now instanceof Y.Map && what.is === 'ids') applyIds(now, (from as string[] | undefined) ?? [], to as string[])
  else if (!(now instanceof Y.AbstractType) && now !== to) held.set(field, to)
}

/** What was added and taken away; the order too where only the order changed. */
function applyIds(set: Y.Map<unknown>, from: readonly string[], to: readonly string[]): void {
  const now = idsOf(set)
  const others = now.filter(id => !from.includes(id) && !to.includes(id))
  const gone = to.filter(id => from.includes(id) && !now.includes(id))
  setIds(set, [...to.filter(id => !gone.includes(id)), ...others])
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown): unknown =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value)
