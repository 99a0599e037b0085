import ExcelJS from 'exceljs'
import type { Table } from '../domain/matrix.ts'
import type { CellValue, Sheet } from '../domain/sheets.ts'

const HEAD: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EFEC' } }

/** Sheets as a workbook: heads stand still, each column says what belongs into it. Cells are texts and numbers, never formulas. */
export function workbookOf(sheets: readonly Sheet[], at: Date): Promise<Buffer> {
  const book = bookOf(at)
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width }) => ({ width }))
    head(sheet, columns.map(column => column.name))
    columns.forEach(({ hint }, column) => { sheet.getCell(1, column + 1).note = hint })
    for (const row of rows) body(sheet, row)
  }
  return bytesOf(book)
}

/** One table as a workbook, its first two columns standing still. */
export function tableOf({ name, head: names, rows }: Table, at: Date): Promise<Buffer> {
  const book = bookOf(at)
  const sheet = book.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1, xSplit: Math.min(2, names.length) }] })
  sheet.columns = names.map((_, column) => ({ width: column === 1 ? 50 : 18 }))
  head(sheet, names)
  for (const row of rows) body(sheet, row)
  return bytesOf(book)
}

function bookOf(at: Date): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  Object.assign(book, { creator: 'Pembina', created: at, modified: at })
  return book
}

function head(sheet: ExcelJS.Worksheet, names: readonly string[]): void {
  const row = sheet.addRow([...names])
  row.font = { bold: true }
  row.alignment = { wrapText: true, vertical: 'top' }
  row.eachCell(cell => { cell.fill = HEAD })
}

function body(sheet: ExcelJS.Worksheet, values: readonly CellValue[]): void {
  // An empty text is no cell at all.
  sheet.addRow(values.map(value => (value === '' ? null : literal(value)))).alignment = { wrapText: true, vertical: 'top' }
}

/** Office reads `_x0041_` as a letter (ECMA-376, ST_Xstring): what looks like one is written so that it is not. */
const literal = (value: CellValue) => (typeof value === 'string' ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value)

const bytesOf = async (book: ExcelJS.Workbook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer())
