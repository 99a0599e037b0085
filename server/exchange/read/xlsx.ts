import ExcelJS from 'exceljs'
import { limits, type RawCell, type RawRow, type RawSheet } from '../domain/raw.ts'
import { Unreadable } from '../../lib/unreadable.ts'
import type { Part } from '../../lib/zip.ts'

/** Nothing of these is read; some of them grow to a cell each for a million rows. */
const passedOver = ['dataValidations', 'conditionalFormatting', 'autoFilter', 'drawing', 'picture', 'legacyDrawing', 'tableParts', 'extLst', 'hyperlinks', 'printOptions', 'headerFooter', 'rowBreaks', 'colBreaks']

/** The sheets of a workbook as plain text, within limits: formulas give what they last gave, merged cells what they show. Throws Unreadable. */
export async function sheetsIn(file: Buffer, parts: readonly Part[]): Promise<RawSheet[]> {
  weigh(parts)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: passedOver })
  if (book.worksheets.length > limits.sheets) throw tooLarge('sheets', limits.sheets)
  let cells = 0
  return book.worksheets.map(sheet => {
    const rows: RawRow[] = []
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      const count = Math.min(row.cellCount, limits.columns)
      cells += count
      if (rows.length >= limits.rows) throw tooLarge('rows', limits.rows)
      if (cells > limits.cells) throw tooLarge('cells', limits.cells)
      const texts = Array.from({ length: count }, (_, at) => cellOf(row.findCell(at + 1)))
      if (texts.some(({ text }) => text !== '')) rows.push({ row: number, cells: texts })
    })
    return { name: sheet.name, rows }
  })
}

const tooLarge = (what: string, max: number) => new Unreadable('IMPORT_TOO_LARGE', { what, max })

/** Judges before anything is made of it: how many cells there are, and how many a merge would make. */
function weigh(parts: readonly Part[]): void {
  let cells = 0
  for (const { name, bytes } of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue
    const xml = bytes.toString('latin1')
    for (const _ of xml.matchAll(/<(?:\w+:)?c[ >/]/g)) cells++
    for (const [, fromColumn, fromRow, toColumn, toRow] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
      cells += (Math.abs(numberOf(toColumn!) - numberOf(fromColumn!)) + 1) * (Math.abs(Number(toRow) - Number(fromRow)) + 1)
    }
    if (cells > 4 * limits.cells) throw tooLarge('cells', limits.cells)
  }
}

const numberOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function cellOf(cell: ExcelJS.Cell | undefined): RawCell {
  if (!cell) return { text: '' }
  const { value } = cell
  const isFormula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
  const shown = isFormula ? (value as ExcelJS.CellFormulaValue).result ?? null : value
  const text = tidy(textOf(shown as ExcelJS.CellValue, cell.numFmt))
  return { text, ...(typeof shown === 'number' ? { number: true as const } : {}), ...(isFormula ? { formula: true as const } : {}), ...(cell.isMerged && cell.master !== cell ? { merged: true as const } : {}) }
}

function textOf(value: ExcelJS.CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(format?.includes('%') ? Math.round(value * 1e8) / 1e6 : value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue, format)
  return ''
}

const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim().slice(0, limits.text)
