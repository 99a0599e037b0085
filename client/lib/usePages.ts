import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useClientHandle } from '@urql/vue'
import { computed, reactive, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { refusalsOf, type Refusal } from './refusal.ts'
import { useRefusals } from './useRefusals.ts'

/** A list as the graph sends it: rows, the cursor of what follows, and how many there are in all. */
export type Page<Node> = { nodes: readonly Node[]; next?: string | null; total: number }

type Options = { pause?: MaybeRefOrGetter<boolean> }
type WithoutCursor<Variables> = Omit<Variables, 'after' | 'first'> & { first?: number | null }

/**
 * A list that grows by `more()`. When the variables change it starts again, and an answer that comes late, to a
 * question no longer asked, is thrown away.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: MaybeRefOrGetter<WithoutCursor<Variables>>,
  pageOf: (data: Data) => Page<Node> | null | undefined,
  { pause }: Options = {},
) {
  const { client } = useClientHandle()
  const say = useRefusals()
  const nodes = shallowRef<readonly Node[]>([])
  const next = ref<string | null>(null)
  const total = ref(0)
  const fetching = ref(false)
  const loaded = ref(false)
  const refusals = shallowRef<readonly Refusal[]>([])
  let question = 0

  async function ask(after: string | null): Promise<void> {
    const mine = ++question
    fetching.value = true
    const asked = { ...toValue(variables), ...(after === null ? {} : { after }) } as unknown as Variables
    const { data, error } = await client.query(document, asked, { requestPolicy: 'network-only' }).toPromise()
    if (mine !== question) return
    fetching.value = false
    refusals.value = refusalsOf(error)
    const page = data ? pageOf(data) : undefined
    if (!page) return
    nodes.value = after === null ? page.nodes : [...nodes.value, ...page.nodes]
    next.value = page.next ?? null
    total.value = page.total
    loaded.value = true
  }

  const more = async () => { if (next.value !== null && !fetching.value) await ask(next.value) }
  const reload = () => ask(null)

  watch(
    () => toValue(pause) ? null : JSON.stringify(toValue(variables)),
    asked => { if (asked !== null) void reload() },
    { immediate: true },
  )

  return reactive({
    nodes, total, refusals, more, reload, loaded,
    busy: fetching,
    hasMore: computed(() => next.value !== null),
    problem: computed(() => refusals.value[0] && say(refusals.value[0])),
  })
}
