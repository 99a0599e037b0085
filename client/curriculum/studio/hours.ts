import { onScopeDispose, shallowRef } from 'vue'
import type * as Y from 'yjs'
import { listOf, orderOf } from '../../../schema/studio/read.ts'
import { theStudio } from './useStudio.ts'

export type Load = { theory: number; practice: number; field: number }
const parts = { theory: 'THEORY', practice: 'PRACTICE', field: 'FIELD' } as const
const none: Load = { theory: 0, practice: 0, field: 0 }
const numberIn = (element: Y.Map<unknown> | undefined, field: string) => { const held = element?.get(field); return typeof held === 'number' ? held : 0 }

/** A subject's hours in JP as its authors set them. */
export function hoursOf(doc: Y.Doc, id: string): Load {
  const subject = listOf(doc, 'subjects')?.get(id)
  return { theory: numberIn(subject, 'theory'), practice: numberIn(subject, 'practice'), field: numberIn(subject, 'field') }
}

/** Minutes of a subject's activities, by the form they count as. */
export function minutesOf(doc: Y.Doc, id: string): Load {
  const activities = orderOf(doc, 'activities', id).map(one => listOf(doc, 'activities')!.get(one))
  const of = (form: string) => activities.reduce((sum, one) => sum + (one?.get('form') === form ? numberIn(one, 'minutes') : 0), 0)
  return { theory: of(parts.theory), practice: of(parts.practice), field: of(parts.field) }
}

export const sumOf = (all: readonly Load[]): Load =>
  all.reduce((sum, one) => ({ theory: sum.theory + one.theory, practice: sum.practice + one.practice, field: sum.field + one.field }), none)

const counted = new Set(['theory', 'practice', 'field', 'minutes', 'form', 'of'])

/** What is read from hours and minutes, read anew when one of them changes, not with every letter. */
export function useLoad<T>(read: (doc: Y.Doc) => T) {
  const studio = theStudio()
  const doc = studio.doc as Y.Doc
  const value = shallowRef(read(doc))
  const listen = (events: Y.YEvent<any>[]) => {
    if (events.some(({ path, keys }) => path.length === 0 || (path.length === 1 && [...keys.keys()].some(key => counted.has(key))))) value.value = read(doc)
  }
  const lists = [listOf(doc, 'subjects'), listOf(doc, 'activities')]
  lists.forEach(list => list?.observeDeep(listen))
  onScopeDispose(() => lists.forEach(list => list?.unobserveDeep(listen)))
  return value
}
