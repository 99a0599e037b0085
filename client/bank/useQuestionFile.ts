import { useClientHandle } from '@urql/vue'
import { computed, reactive, ref, watch } from 'vue'
import type { BankPreviewMutation, QuestionFormat } from '../gql/operations.ts'
import { useAction } from '../lib/useAction.ts'
import { usePages } from '../lib/usePages.ts'
import { useUploads } from '../lib/useUploads.ts'
import { ImportRowsOf, PreviewQuestions, QuestionTemplate } from './api.exchange.ts'
import { keepFile } from './exporting.ts'

/** The largest file of questions. */
export const FILE_MAX = 50 * 1024 * 1024

/** A file or a text of questions, what would come of it, and what of that is left out. */
export function useQuestionFile() {
  const uploads = useUploads('/upload', () => ({ reading: 'questions' }))
  const source = ref('')
  const format = ref<QuestionFormat | ''>('')
  const look = useAction(PreviewQuestions)
  const preview = ref<BankPreviewMutation['previewQuestions'] | null>(null)
  const left = reactive(new Set<string>())
  const rows = usePages(ImportRowsOf, () => ({ id: preview.value?.id ?? '' }), data => data.questionImport?.rows, { pause: () => !preview.value })
  // What is shown is what was asked for: another file or text is another question.
  watch([() => uploads.ids[0], source, format], () => { preview.value = null })

  async function show() {
    const [file] = uploads.ids
    left.clear()
    const answer = await look.run({ input: { file: file ?? null, source: file ? null : source.value, format: format.value || null } })
    preview.value = answer?.previewQuestions ?? null
  }
  function choose(id: string, chosen: boolean) {
    if (chosen) left.delete(id)
    else left.add(id)
  }
  const count = computed(() => (preview.value?.count ?? 0) - left.size)
  const ready = computed(() => uploads.ids.length > 0 || source.value.trim() !== '')
  const chosen = computed(() => (preview.value ? { import: preview.value.id, hash: preview.value.hash, except: [...left] } : null))
  const { client } = useClientHandle()
  async function keepTemplate() {
    const { data } = await client.query(QuestionTemplate, {}).toPromise()
    if (data) keepFile(data.questionTemplate)
  }
  return reactive({ keepTemplate, uploads, source, format, look, preview, rows, left, choose, show, count, ready, chosen })
}
export type QuestionFile = ReturnType<typeof useQuestionFile>
