import { computed, ref, watch, type Ref } from 'vue'
import { useAction } from '../lib/useAction.ts'
import { useUploads } from '../lib/useUploads.ts'
import { AddEvidence, RemoveEvidence } from './api.ts'
import type { Evidence } from './looks.ts'

/** The files of a submission for `FileDrop`: those there already, and those on their way; what arrives is attached at once. */
export function useEvidence(submission: Ref<{ id: string; evidence: readonly Evidence[] } | undefined>, changed: () => void) {
  const uploads = useUploads('/upload')
  const add = useAction(AddEvidence)
  const remove = useAction(RemoveEvidence)
  const attached = new Set<string>()
  const waiting = ref<string[]>([])

  watch(() => [...uploads.ids], ids => {
    for (const id of ids) if (!attached.has(id)) { attached.add(id); waiting.value.push(id) }
    void attach()
  })

  /** One after the other: each changes the submission's revision. */
  async function attach(): Promise<void> {
    if (add.busy || !submission.value) return
    const file = waiting.value[0]
    if (!file) return
    const done = await add.run({ submission: submission.value.id, file })
    waiting.value.shift()
    const item = uploads.items.find(one => one.fileId === file)
    if (item && done) uploads.remove(item.id)
    else if (item) Object.assign(item, { state: 'failed', error: add.problems[0] ?? add.errorOf('file') })
    changed()
    await attach()
  }

  const items = computed(() => [
    ...(submission.value?.evidence ?? []).map(({ id, name, size, url }) => ({ id, name, size, progress: 1, state: 'done' as const, href: url })),
    ...uploads.items,
  ])

  async function drop(id: string): Promise<void> {
    if (uploads.items.some(item => item.id === id)) return uploads.remove(id)
    if (submission.value && (await remove.run({ submission: submission.value.id, file: id }))) changed()
  }

  return { items, add: uploads.add, retry: uploads.retry, drop, busy: computed(() => uploads.busy || add.busy), problems: computed(() => [...add.problems, ...remove.problems]) }
}
