/** What a file holds before anybody asks what it means: bounded, plain, and the same whichever program wrote it. */
export type RawCell = { text: string; formula?: true; merged?: true; number?: true }
export type RawRow = { row: number; cells: readonly RawCell[] }
export type RawSheet = { name: string; rows: readonly RawRow[] }
/** A line of an outline; `level` is that of a heading from 1, or how deep an item lies from 0. */
export type RawLine = { line: number; kind: 'heading' | 'item' | 'text' | 'row'; level: number; text: string; cells?: readonly string[] }
export type Raw = { kind: 'sheets'; sheets: readonly RawSheet[] } | { kind: 'lines'; lines: readonly RawLine[] }

/** The most a file may hold; generous for the largest curriculum that input takes. Default, ours. */
export const limits = {
  bytes: 5 * 1024 * 1024,
  sheets: 30, rows: 5000, columns: 60, cells: 60_000,
  lines: 20_000, text: 5000,
} as const
