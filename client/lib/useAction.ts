import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useMutation } from '@urql/vue'
import { computed, reactive, ref, shallowRef } from 'vue'
import { refusalsOf, type Refusal } from './refusal.ts'
import { useRefusals } from './useRefusals.ts'

/**
 * One mutation, and what became of it. `run` gives the answer, or null when it was refused: then `problems` says what
 * concerns the whole form and `errorOf(field)` what concerns one field. It never touches what the person typed, and a
 * second click while the first is under way does nothing.
 */
export function useAction<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { executeMutation } = useMutation(document)
  const say = useRefusals()
  const busy = ref(false)
  const refusals = shallowRef<readonly Refusal[]>([])
  const asked = new Set<string>()

  async function run(variables: Variables): Promise<Data | null> {
    if (busy.value) return null
    busy.value = true
    try {
      const { data, error } = await executeMutation(variables)
      refusals.value = refusalsOf(error)
      return error ? null : (data ?? null)
    } catch {
      refusals.value = [{ code: 'INTERNAL', facts: {} }]
      return null
    } finally {
      busy.value = false
    }
  }

  /** The sentence for a field, by its name or its path (`input.title` is also found as `title`). */
  function errorOf(field: string): string | undefined {
    asked.add(field)
    const found = refusals.value.find(refusal => concerns(refusal, field))
    return found && say(found)
  }

  // A refusal about a field that no input asked for must not stay unsaid.
  const problems = computed(() =>
    refusals.value.filter(refusal => ![...asked].some(field => concerns(refusal, field))).map(say))

  function clear() {
    refusals.value = []
  }

  return reactive({ run, busy, refusals, problems, errorOf, clear })
}

const concerns = (refusal: Refusal, field: string) =>
  refusal.field !== undefined && (refusal.field === field || refusal.field.endsWith(`.${field}`))
