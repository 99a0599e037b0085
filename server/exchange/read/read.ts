import { limits, type Raw } from '../domain/raw.ts'
import { linesInDocx } from './docx.ts'
import { linesInMarkdown } from './markdown.ts'
import { Unreadable } from '../../lib/unreadable.ts'
import { sheetsIn } from './xlsx.ts'
import { judge, unpack } from '../../lib/zip.ts'

/**
 * What a file holds, by its content and not by its name: XLSX, DOCX or Markdown. Throws Unreadable for what is too large,
 * unsafe or none of these; nothing else escapes.
 */
export async function read(file: Buffer): Promise<Raw> {
  if (file.length > limits.bytes) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'bytes', max: limits.bytes / 1024 / 1024 })
  if (file.toString('latin1', 0, 4) !== 'PK\u0003\u0004') return { kind: 'lines', lines: linesInMarkdown(file) }
  const parts = unpack(file)
  judge(parts)
  const names = new Set(parts.map(({ name }) => name))
  try {
    if (names.has('xl/workbook.xml')) return { kind: 'sheets', sheets: await sheetsIn(file, parts) }
    if (names.has('word/document.xml')) return { kind: 'lines', lines: await linesInDocx(file) }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('IMPORT_UNREADABLE')
  }
  throw new Unreadable('IMPORT_TYPE_REFUSED')
}
