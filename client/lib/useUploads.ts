import { computed, onScopeDispose, reactive } from 'vue'
import { GIVEN_UP, UploadError, uploadFile } from './upload.ts'
import { useRefusals } from './useRefusals.ts'

export type UploadItem = {
  id: string
  name: string
  size: number
  progress: number
  state: 'waiting' | 'uploading' | 'done' | 'failed'
  error?: string
  fileId?: string
  href?: string
}

/**
 * Files on their way, for `FileDrop`: `:items="uploads.items" @add="uploads.add" @retry="uploads.retry"
 * @cancel="uploads.cancel" @remove="uploads.remove"`. `ids` are those of the files that arrived.
 */
export function useUploads(endpoint: string, metadataOf: (file: File) => Record<string, string> = () => ({})) {
  const say = useRefusals()
  const items = reactive<UploadItem[]>([])
  const files = new Map<string, File>()
  const stops = new Map<string, AbortController>()

  async function send(id: string): Promise<void> {
    const item = items.find(one => one.id === id)
    const file = files.get(id)
    if (!item || !file) return
    const stop = new AbortController()
    stops.set(id, stop)
    Object.assign(item, { state: 'uploading', error: undefined })
    try {
      const { id: fileId } = await uploadFile(endpoint, file, metadataOf(file), share => { item.progress = share }, { signal: stop.signal })
      Object.assign(item, { state: 'done', progress: 1, fileId })
    } catch (error) {
      const { code, facts } = error instanceof UploadError ? error : new UploadError('INTERNAL')
      if (code !== 'ABORTED') Object.assign(item, { state: 'failed', error: say({ code, facts }) })
    }
    // What has arrived is given up by nobody who takes it off the list.
    if (stops.get(id) === stop) stops.delete(id)
  }

  function add(chosen: readonly File[]): void {
    for (const file of chosen) {
      const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
      files.set(id, file)
      items.push({ id, name: file.name, size: file.size, progress: 0, state: 'waiting' })
      void send(id)
    }
  }

  function remove(id: string): void {
    stops.get(id)?.abort(GIVEN_UP)
    files.delete(id)
    const at = items.findIndex(item => item.id === id)
    if (at >= 0) items.splice(at, 1)
  }

  function clear(): void {
    for (const { id } of [...items]) remove(id)
  }

  onScopeDispose(() => stops.forEach(stop => stop.abort()))

  return reactive({
    items, add, remove, clear,
    cancel: remove,
    retry: (id: string) => { void send(id) },
    ids: computed(() => items.flatMap(item => item.fileId ?? [])),
    busy: computed(() => items.some(({ state }) => state === 'waiting' || state === 'uploading')),
  })
}
