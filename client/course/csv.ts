type Cell = string | number

/** A cell that a spreadsheet neither splits nor runs as a formula: quoted, and text that begins like one is set off. */
function cellOf(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as a CSV that Excel in Indonesia opens by a click: semicolons, CRLF, and a BOM for the letters. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => `\ufeff${rows.map(row => row.map(cellOf).join(';')).join('\r\n')}\r\n`
