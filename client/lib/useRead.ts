import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useQuery } from '@urql/vue'
import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue'
import { refusalsOf } from './refusal.ts'
import { useRefusals } from './useRefusals.ts'

type Options = { pause?: MaybeRefOrGetter<boolean> }

/** What a page reads: the answer, and in words what kept it away. `busy` is the first wait, `stale` a refresh. */
export function useRead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>, variables?: MaybeRefOrGetter<Variables>, { pause }: Options = {},
) {
  const say = useRefusals()
  const query = useQuery<Data, Variables>({
    query: document,
    variables: computed(() => toValue(variables) ?? {}) as never,
    pause: computed(() => toValue(pause) ?? false),
  })
  const refusals = computed(() => refusalsOf(query.error.value))

  return reactive({
    data: computed(() => query.data.value),
    busy: computed(() => query.fetching.value && query.data.value === undefined),
    stale: computed(() => query.stale.value || (query.fetching.value && query.data.value !== undefined)),
    refusals,
    problem: computed(() => refusals.value[0] && say(refusals.value[0])),
    notFound: computed(() => refusals.value.some(({ code }) => code === 'NOT_FOUND')),
    reload: () => { query.executeQuery({ requestPolicy: 'network-only' }) },
  })
}
