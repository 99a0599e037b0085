import { useClientHandle } from '@urql/vue'
import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue'
import { useRead } from '../lib/useRead.ts'
import { DiscussionNames, DiscussionPlaces } from './api.ts'
import { countAt, type Named, type Place } from './threads.ts'

/**
 * The discussion of one curriculum, for a page: where something is said, and who may be named. The page hands what it
 * gives to `ThreadBadge` and `ThreadPanel` beside its elements: `countAt(place)`, `elementAt(place)`, `find(search)`.
 */
export function useDiscussion(curriculum: MaybeRefOrGetter<string>, { pause }: { pause?: MaybeRefOrGetter<boolean> } = {}) {
  const { client } = useClientHandle()
  const read = useRead(DiscussionPlaces, () => ({ id: toValue(curriculum) }), { pause })
  const discussed = computed(() => read.data?.curriculum ?? undefined)

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
