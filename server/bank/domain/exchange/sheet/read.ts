import { readNumber } from '../../kinds/cloze.ts'
import { levels } from '../levels.ts'
import { blank, QUESTIONS_MAX, type Foreign, type Parsed, type Unreadable } from '../foreign.ts'
import { linesAsHtml } from '../written.ts'
import { answerAt, columns, isRich, kindNames, type ColumnName } from './columns.ts'
import { bodyInRow, type Cells } from './bodies.ts'

/** A sheet as it was read: rows that hold something, each with its number. */
export type TableSheet = { name: string; rows: readonly { row: number; cells: readonly string[] }[] }

/** Questions of a table, one a row, under a head that names its columns in any order (the template is written by `write.ts`). */
export function readTable(sheets: readonly TableSheet[]): Parsed {
  const questions: Foreign[] = []
  const unreadable: Unreadable[] = []
  // Examples and what explains them stand in sheets of their own.
  const tables = sheets.filter(({ name }) => !/^(contoh|petunjuk|example)/i.test(name)).map(sheet => ({ ...sheet, head: headOf(sheet) })).filter(({ head }) => head !== null)
  if (tables.length === 0) return { questions, unreadable: [{ line: 1, code: 'NO_HEAD', facts: {} }] }
  for (const { name, head, rows } of tables) {
    for (const { row, cells } of rows.filter(one => one.row > head!.row)) {
      if (cells.every(cell => cell === '') || /^contoh\b/i.test(cells[0] ?? '')) continue
      if (questions.length >= QUESTIONS_MAX) return { questions, unreadable: [...unreadable, { line: row, part: name, code: 'TOO_MANY', facts: { max: QUESTIONS_MAX } }] }
      const read = readRow(row, head!.cellsOf(cells))
      if ('code' in read) unreadable.push({ ...read, part: name })
      else questions.push({ ...read, part: name })
    }
  }
  return { questions, unreadable }
}

/** The first row that names at least a question and one thing more. */
function headOf({ rows }: TableSheet): { row: number; cellsOf: (cells: readonly string[]) => Cells } | null {
  const [row] = rows.filter(({ cells }) => cells.some(cell => named(cell) === 'text') && cells.some(cell => named(cell) === 'kind'))
  if (!row) return null
  const at = new Map(row.cells.map((cell, index) => [named(cell), index]))
  const answers = row.cells.map((cell, index) => ({ answer: answerAt(cell), index })).filter(({ answer }) => answer >= 0).sort((a, b) => a.answer - b.answer)
  return { row: row.row, cellsOf: cells => ({ of: (name: ColumnName) => cells[at.get(name) ?? -1] ?? '', answers: answers.map(({ index }) => cells[index] ?? '') }) }
}

const named = (cell: string): ColumnName | null => {
  const tidy = cell.trim().toLowerCase().replace(/\s*\*$/, '')
  return (Object.keys(columns) as ColumnName[]).find(name => columns[name].names.some(one => one.toLowerCase() === tidy)) ?? null
}

function readRow(line: number, cells: Cells): Foreign | Unreadable {
  const said = cells.of('kind').toUpperCase().replace(/\s+/g, ' ')
  const kind = (Object.keys(kindNames) as (keyof typeof kindNames)[]).find(one => one === said.replace(/ /g, '_') || kindNames[one].includes(said))
  if (!kind) return { line, code: 'UNKNOWN_KIND', facts: { text: said.slice(0, 40) } }
  const text = rich(cells.of('text'))
  const read = bodyInRow(kind, cells, text)
  if ('code' in read) return { line, code: read.code, facts: read.facts ?? {} }
  const level = cells.of('level').toUpperCase()
  return {
    ...blank(line, read.body), text: read.text ?? text, format: 'HTML', feedback: rich(cells.of('feedback')), points: readNumber(cells.of('points')) ?? 1,
    category: cells.of('category'), tags: cells.of('tags').split(/[,;]/).map(tag => tag.trim()).filter(Boolean), level: levels.find(one => one === level) ?? null,
  }
}

/** A cell as HTML: plain lines in paragraphs, unless it is HTML. */
const rich = (cell: string): string => (isRich(cell) ? cell : cell.split(/\n{2,}/).filter(Boolean).map(part => `<p>${linesAsHtml(part)}</p>`).join(''))
