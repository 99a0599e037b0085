import type { QuestionFormat } from '../gql/operations.ts'

/** The largest file that is read here; a request takes no more. */
export const SOURCE_MAX = 900_000

/** The format a file seems to be in, by its name and how it begins. */
export function formatOf(name: string, source: string): QuestionFormat {
  if (/\.xml$/i.test(name) || /^\uFEFF?\s*<\?xml|^\s*<quiz\b/.test(source)) return 'MOODLE_XML'
  return /^ANSWER:\s*[A-Z]\s*$/im.test(source) ? 'AIKEN' : 'GIFT'
}

/** A file's text: UTF-8, or what Windows once wrote where it is not. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Gives the browser a file to keep. */
export function keepFile(name: string, source: string): void {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/plain;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
