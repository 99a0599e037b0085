import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import * as Y from 'yjs'
import { listOf, orderOf, rootOf } from '../../../schema/studio/read.ts'
import { lists, rootSection, type ListName } from '../../../schema/studio/shape.ts'
import { theStudio } from './useStudio.ts'

/** A value read from shared data, read anew when `touches` says that a change concerns it. */
function useLive<T>(read: () => T, target: () => Y.AbstractType<any> | null | undefined, touches: (events: Y.YEvent<any>[]) => boolean): ShallowRef<T> {
  const value = shallowRef(read()) as ShallowRef<T>
  let stop = () => {}
  watch(target, type => {
    stop()
    value.value = read()
    if (!type) return
    const listen = (events: Y.YEvent<any>[]) => { if (touches(events)) value.value = read() }
    type.observeDeep(listen)
    stop = () => type.unobserveDeep(listen)
  }, { immediate: true })
  onScopeDispose(() => stop())
  return value
}

/** Ids of a list, or of one holder's part of it, in their order. */
export function useOrder(list: ListName, of: () => string | null = () => null): ShallowRef<string[]> {
  const studio = theStudio()
  const read = () => orderOf(studio.doc as Y.Doc, list, of())
  const order = useLive(read, () => listOf(studio.doc as Y.Doc, list), events =>
    events.some(({ path, keys }) => path.length === 0 || (path.length === 1 && (keys.has('at') || keys.has('of')))))
  watch(of, () => { order.value = read() })
  return order
}

/** What a field belongs to: an element of a list, or with null the curriculum itself. */
export type Owner = { list: ListName; id: string } | null

/** The shared data an element or the curriculum is made of; null once it was taken away. */
export function useElement(owner: () => Owner): ComputedRef<Y.Map<unknown> | null> {
  const studio = theStudio()
  const read = () => {
    const own = owner()
    return own ? listOf(studio.doc as Y.Doc, own.list)?.get(own.id) ?? null : rootOf(studio.doc as Y.Doc)
  }
  const element = useLive(read, () => {
    const own = owner()
    return own && listOf(studio.doc as Y.Doc, own.list)
  }, events => events.some(({ path, keys }) => path.length === 0 && keys.has(owner()?.id ?? '')))
  watch(() => owner()?.id, () => { element.value = read() })
  return computed(() => element.value)
}

/** One plain value of an element, or of the curriculum. */
export function useEntry<T>(element: () => Y.Map<unknown> | null, field: string) {
  const value = useLive(() => element()?.get(field) as T | undefined, element, events => events.some(({ path, keys }) => path.length === 0 && keys.has(field)))
  return computed<T | undefined>({ get: () => value.value, set: to => { if (element()?.get(field) !== to) element()?.set(field, to) } })
}

/** A text, to be read only: names in outlines and headings. */
export function useTextOf(element: () => Y.Map<unknown> | null, field: string): ShallowRef<string> {
  const text = () => element()?.get(field)
  return useLive(() => (text() instanceof Y.Text ? String(text()) : ''), () => (text() instanceof Y.Text ? text() as Y.Text : null), () => true)
}

/** The path by which a field is known to the others in the room. */
export const pathOf = (owner: Owner, field: string): string => (owner ? `${lists[owner.list].section}/${owner.id}/${field}` : `${rootSection(field)}//${field}`)
