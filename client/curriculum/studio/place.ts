import type * as Y from 'yjs'
import { listOf } from '../../../schema/studio/read.ts'
import { listNames, lists, type ListName, type Section } from '../../../schema/studio/shape.ts'

/** A place in the studio: a section, in it an element, and in that one an inner one. */
export type Place = { section: Section; element: string | null; inner: string | null }

/** Where an element stands; within its holder where it has one. Null when it is nowhere. */
export function placeOf(doc: Y.Doc, id: string): (Place & { list: ListName }) | null {
  for (const list of listNames) {
    const element = listOf(doc, list)?.get(id)
    if (!element) continue
    const { section, of } = lists[list]
    return of ? { list, section, element: element.get('of') as string, inner: id } : { list, section, element: id, inner: null }
  }
  return null
}

/** Goes to an element, or to a section's heading, once it is on the page: scrolls, and puts the focus there. */
export async function focusOn(id: string | null, field: string | undefined, section: Section): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await new Promise(resolve => requestAnimationFrame(resolve))
    const whole = id ? document.getElementById(`butir-${id}`) : document.getElementById(`bagian-${section.toLowerCase()}`)
    if (!whole) continue
    const control = field ? whole.querySelector<HTMLElement>(`[data-path$="/${field}"]`) : id ? whole.querySelector<HTMLElement>('input, textarea, select') : null
    whole.scrollIntoView({ block: 'start' })
    ;(control ?? whole).focus({ preventScroll: true })
    return
  }
}
