import { effectScope, reactive, shallowReactive, watch, type EffectScope } from 'vue'
import { useUploads } from '../lib/useUploads.ts'

type Files = { uploads: ReturnType<typeof useUploads>; names: Map<string, { name: string; size: number }>; arrived: (file: string) => void }
const kept = shallowReactive(new Map<string, { scope: EffectScope; files: Files }>())

/** What a file input is told to offer for the kinds a question takes; the server judges again, by content. */
const endings: Record<string, string> = { PDF: '.pdf', DOCUMENT: '.docx,.odt,.txt', SHEET: '.xlsx,.ods,.csv', SLIDES: '.pptx,.odp', IMAGE: '.png,.jpg,.jpeg,.webp,.heic', ARCHIVE: '.zip' }
export const endingsOf = (accept: readonly string[]): string => accept.map(kind => endings[kind]).filter(Boolean).join(',')

/**
 * The uploads of one question: they go on while its learner looks at another question, and what has arrived keeps its name.
 * `arrived` is called once for each; whoever shows the question last says what it does.
 */
export function filesOf(question: string, arrived: (file: string) => void): Files {
  const known = kept.get(question)
  if (known) {
    known.files.arrived = arrived
    return known.files
  }
  const scope = effectScope(true)
  const files = scope.run(() => {
    const uploads = useUploads('/upload')
    const made: Files = { uploads, names: reactive(new Map()), arrived }
    watch(() => uploads.ids.join(), () => {
      for (const { id, fileId, name, size } of [...uploads.items]) {
        if (!fileId) continue
        made.names.set(fileId, { name, size })
        uploads.remove(id)
        made.arrived(fileId)
      }
    })
    return made
  })!
  kept.set(question, { scope, files })
  return files
}

/** Files still on their way, of all questions. */
export const filesUnderWay = (): number => [...kept.values()].filter(({ files }) => files.uploads.busy).length

/** The attempt is left: uploads under way are stopped. */
export function forgetFiles(): void {
  for (const { scope } of kept.values()) scope.stop()
  kept.clear()
}
