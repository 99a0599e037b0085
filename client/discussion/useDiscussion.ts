import { useClientHandle } from '@urql/vue'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { computed, reactive, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useRead } from '../lib/useRead.ts'
import { DiscussionCounts, DiscussionNames, DiscussionPlaces } from './api.ts'
import { countAt, type Named, type Place } from './threads.ts'

/** How often we ask whether others said something, in milliseconds. */
const ASK = 20_000

/**
 * The discussion of one curriculum, for a page: where something is said, and who may be named. The page hands what it
 * gives to `ThreadBadge` and `ThreadPanel` beside its elements: `countAt(place)`, `elementAt(place)`, `find(search)`.
 * While the page is looked at, the counts follow what others say.
 */
export function useDiscussion(curriculum: MaybeRefOrGetter<string>, { pause }: { pause?: MaybeRefOrGetter<boolean> } = {}) {
  const { client } = useClientHandle()
  const read = useRead(DiscussionPlaces, () => ({ id: toValue(curriculum) }), { pause })
  const discussed = computed(() => read.data?.curriculum ?? undefined)
  const counts = useRead(DiscussionCounts, () => ({ id: toValue(curriculum) }), { pause })
  const visible = useDocumentVisibility()
  useIntervalFn(() => { if (visible.value === 'visible' && !toValue(pause)) counts.reload() }, ASK)
  watch(() => counts.data?.curriculum?.threadCounts, now => {
    if (now && discussed.value && JSON.stringify(now) !== JSON.stringify(discussed.value.threadCounts)) read.reload()
  })

  /** People who may be named here, by a part of their name; none when the line is down. */
  async function find(search: string): Promise<Named[]> {
    const { data } = await client.query(DiscussionNames, { curriculum: toValue(curriculum), search: search || null }, { requestPolicy: 'network-only' }).toPromise()
    return (data?.mentionable ?? []).map(({ person, organisation }) => ({ id: person.id, name: person.fullName, text: organisation }))
  }

  return reactive({
    read, discussed, find,
    countAt: (place: Place) => countAt(discussed.value, place),
    elementAt: ({ section, element }: Place) => discussed.value?.discussable.find(one => one.section === section && (one.element ?? null) === element),
  })
}
