import * as Y from 'yjs'
import { rootOf } from '../../../schema/studio/read.ts'
import { lists, rootSection, type ListName } from '../../../schema/studio/shape.ts'
import type { ElementRef } from '../domain/elements.ts'

/** The elements a transaction wrote to; an order that changed is its section's, or its holder's. */
export function touchedBy(doc: Y.Doc, transaction: Y.Transaction): ElementRef[] {
  const held = rootOf(doc)
  const found = new Map<string, ElementRef>()
  const put = (section: ElementRef['section'], element: string | null) => void found.set(`${section} ${element}`, { section, element })
  for (const [changed, keys] of transaction.changed) {
    const type = changed as Y.AbstractType<unknown>
    const at = keysTo(held, type)
    if (!at) continue
    const [first, id] = at
    if (first === undefined) for (const key of keys) put(rootSection(String(key)), null)
    else if (!Object.hasOwn(lists, first)) put(rootSection(first), null)
    else {
      const { section } = lists[first as ListName]
      if (id === undefined) for (const key of keys) put(section, key)
      else put(section, id)
      if (at.length === 2 && keys.has('at')) put(section, ((type as Y.Map<unknown>).get('of') as string | undefined) ?? null)
    }
  }
  return [...found.values()]
}

function keysTo(held: Y.Map<unknown>, type: Y.AbstractType<unknown>): string[] | null {
  const keys: string[] = []
  for (let at = type; at !== (held as unknown); at = at._item.parent as Y.AbstractType<unknown>) {
    if (!at._item || at._item.parentSub === null) return null
    keys.unshift(at._item.parentSub)
  }
  return keys
}
