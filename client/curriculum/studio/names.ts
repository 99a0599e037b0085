import { onScopeDispose, shallowRef } from 'vue'
import type * as Y from 'yjs'
import { listOf, orderOf } from '../../../schema/studio/read.ts'
import type { ListName } from '../../../schema/studio/shape.ts'
import { theStudio } from './useStudio.ts'

/** The elements of a list as options to choose from, by one of their texts. */
export function useNames(list: ListName, field: string) {
  const doc = theStudio().doc as Y.Doc
  const read = () => orderOf(doc, list).map((id, at) => ({ value: id, label: String(listOf(doc, list)!.get(id)!.get(field)).trim() || `${at + 1}` }))
  const names = shallowRef(read())
  const listen = (events: Y.YEvent<any>[]) => {
    if (events.some(({ path, keys }) => path.length === 0 || path[1] === field || (path.length === 1 && keys.has('at')))) names.value = read()
  }
  const elements = listOf(doc, list)
  elements?.observeDeep(listen)
  onScopeDispose(() => elements?.unobserveDeep(listen))
  return names
}
