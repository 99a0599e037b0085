import { computed, reactive, watch } from 'vue'
import { useAction } from '../lib/useAction.ts'
import { useUploads } from '../lib/useUploads.ts'
import type { FileItem } from '../ui/index.ts'
import { AddEvidence, RemoveEvidence } from './api.ts'
import type { Evidence } from './looks.ts'

type Work = { id: string; evidence: readonly Evidence[] }

/** The files of a piece of work for `FileDrop`: those there already, and those on their way; what arrives is attached at once. */
export function useEvidence(work: () => Work, changed: (revision: number) => void) {
  const uploads = useUploads('/upload')
  const [add, remove] = [useAction(AddEvidence), useAction(RemoveEvidence)]
  const tried = new Set<string>()

  watch(() => uploads.ids.join(), () => { void attach() })

  /** One after the other; one that is refused stays in the list, and says why. */
  async function attach(): Promise<void> {
    const item = uploads.items.find(({ fileId }) => fileId !== undefined && !tried.has(fileId))
    if (!item || add.busy) return
    tried.add(item.fileId!)
    const done = await add.run({ submission: work().id, file: item.fileId! })
    if (done) {
      uploads.remove(item.id)
      changed(done.addEvidence.revision)
    } else {
      Object.assign(item, { state: 'failed', error: add.errorOf('file') ?? add.problems[0] })
    }
    await attach()
  }

  /** Sends again what failed: what had arrived is only attached again. */
  function retry(id: string): void {
    const item = uploads.items.find(one => one.id === id)
    if (!item?.fileId) return uploads.retry(id)
    Object.assign(item, { state: 'uploading', error: undefined })
    tried.delete(item.fileId)
    void attach()
  }

  async function drop(id: string): Promise<void> {
    if (uploads.items.some(item => item.id === id)) return uploads.remove(id)
    const done = await remove.run({ submission: work().id, file: id })
    if (done) changed(done.removeEvidence.revision)
  }

  const items = computed<FileItem[]>(() => [
    ...work().evidence.map(({ id, name, size, url }) => ({ id, name, size, progress: 1, state: 'done' as const, href: url })),
    ...uploads.items,
  ])
  return reactive({ items, add: uploads.add, retry, drop, busy: computed(() => uploads.busy || add.busy), problems: computed(() => remove.problems) })
}
