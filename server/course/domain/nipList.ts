import { Refusal } from '../../lib/refusal.ts'

/** A list of people as offices send it: a CSV with NIPs somewhere in it. */
export type Row = { line: number; cells: readonly string[] }
export type NipRow = { line: number; nip: string }

/** Rows of one file. Default, ours: every civil servant of the city fits. */
export const ROWS_MAX = 10_000

const delimiters = [',', ';', '\t'] as const

/** The delimiter that the first line with text uses most, outside quotes; a comma when it uses none. */
export function delimiterOf(csv: string): (typeof delimiters)[number] {
  const first = csv.split(/[\r\n]+/).find(line => line.trim() !== '') ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const count = (delimiter: string) => bare.split(delimiter).length - 1
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** `nip`, `NIP`, `NIP Pegawai`, `Nip.`: how offices head the column. */
const isHeading = (cell: string) => /^\s*nip\b/i.test(cell)
const hasDigit = (cell: string) => /\d/.test(cell)
const looksLikeNip = (cell: string) => /^\d{18}$/.test(cell.replace(/[\s.]/g, ''))

/**
 * The NIPs of a file, each with the line it stands on. They stand in the column headed `nip`; without a heading, in the
 * only column there is, or the one whose first cell is 18 digits. Refuses with CSV_EMPTY, CSV_NO_NIP_COLUMN (with the
 * headings found) or CSV_TOO_MANY_ROWS.
 */
export function nipsIn(rows: readonly Row[]): NipRow[] {
  const filled = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  const [first] = filled
  if (!first) throw new Refusal('CSV_EMPTY', {}, 'csv')
  const headed = first.cells.findIndex(isHeading)
  const column = headed >= 0 ? headed : first.cells.length === 1 ? 0 : first.cells.findIndex(looksLikeNip)
  if (column < 0) throw new Refusal('CSV_NO_NIP_COLUMN', { columns: first.cells.slice(0, 20).map(cell => cell.slice(0, 40)) }, 'csv')
  // One column with a word on top of it is headed too, whatever the word.
  const heads = headed >= 0 || (first.cells.length === 1 && !hasDigit(first.cells[0]!))
  const data = heads ? filled.slice(1) : filled
  if (data.length === 0) throw new Refusal('CSV_EMPTY', {}, 'csv')
  if (data.length > ROWS_MAX) throw new Refusal('CSV_TOO_MANY_ROWS', { rows: data.length, max: ROWS_MAX }, 'csv')
  return data.map(({ line, cells }) => ({ line, nip: (cells[column] ?? '').trim() }))
}
