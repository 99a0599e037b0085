import type { CellValue } from './sheets.ts'
import type { Table } from './matrix.ts'

/** What a spreadsheet program would take for a formula is made a text by a leading apostrophe (OWASP, CSV injection). */
const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: CellValue): string => {
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180), UTF-8 with its mark so that Excel reads the letters. */
export const csvOf = ({ head, rows }: Table): string => `\ufeff${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
