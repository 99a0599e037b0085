import { identityFields, sheetShapes, type SheetKey } from './columns.ts'
import { apart, linesIn, type Draft } from './draft.ts'
import type { Findings, Place } from './findings.ts'
import { assessmentNames, choiceOf, competencyNames, formNames, levelNames, loosely, modeNames, nameOf, roleNames, stageNames } from './names.ts'
import type { RawCell, RawRow } from './raw.ts'

/** Rows that only show how it is done: skipped, and said so. */
export const EXAMPLE = 'CONTOH'
/** Rows in which the names of columns are looked for. */
const HEAD_ROWS = 10
/** Without these a row means nothing. */
const needed: Record<Exclude<SheetKey, 'identity'>, readonly string[]> = {
  team: ['name'], outcomes: ['text'], competencies: ['name'], subjects: ['title'], activities: ['title'], assessments: ['title'], blueprint: ['outcome', 'items'], references: ['text'],
}

export type KindOf = (text: string) => number | null

/** Reads one table into the draft; what stands in no known column is passed over. A table without rows says nothing. */
export function readTable(key: SheetKey, sheet: string | null, rows: readonly RawRow[], draft: Draft, findings: Findings, kindOf: KindOf): void {
  if (key === 'identity') return readIdentity(sheet, rows, draft, findings, kindOf)
  const head = headOf(key, rows)
  const at = (row: number | null, column: string | null = null): Place => ({ sheet, row, column })
  const missing = needed[key].find(column => !head?.columns.has(column))
  if (!head || missing) {
    if (rows.some(({ cells }) => cells.some(({ text }) => text !== ''))) {
      findings.add('ERROR', 'IMPORT_COLUMN_MISSING', at(head?.row ?? null), { column: columnName(key, missing ?? needed[key][0]!) })
    }
    return
  }
  for (const name of head.unknown) findings.add('INFO', 'IMPORT_COLUMN_UNKNOWN', at(head.row), { column: name })
  for (const raw of rows) {
    if (raw.row <= head.row || raw.cells.every(({ text }) => text === '')) continue
    const reader = new RowReader(key, sheet, raw, head.columns, findings)
    if (isExample(reader)) findings.add('WARNING', 'IMPORT_EXAMPLE_SKIPPED', at(raw.row), {})
    else if (!isSum(reader, key)) ((draft[key] ??= [] as never) as Into).push(makers[key](reader, draft) as never)
  }
}

type Into = { push(row: never): void }
const isExample = (row: RowReader) => loosely(row.peek('id')) === loosely(EXAMPLE) || /^contoh:/i.test(row.peek('text'))
const isSum = (row: RowReader, key: keyof typeof needed) => row.peek('id') === '' && ((key === 'subjects' && /^(jumlah|total)\b/i.test(row.peek('title'))) || (key === 'activities' && /^(jumlah|total)$/i.test(row.peek('stage') || row.peek('title'))))
const columnName = (key: SheetKey, column: string) => sheetShapes[key].columns.find(one => one.key === column)?.name ?? column

function headOf(key: SheetKey, rows: readonly RawRow[]) {
  const known = sheetShapes[key].columns
  for (const { row, cells } of rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<string, number>()
    const unknown: string[] = []
    cells.forEach(({ text }, at) => {
      const said = loosely(text)
      const found = known.find(column => loosely(column.name) === said) ?? known.find(column => (column.also as readonly string[]).includes(said))
      if (found && !columns.has(found.key)) columns.set(found.key, at)
      else if (said && said !== 'no') unknown.push(text.slice(0, 60))
    })
    if (columns.size >= Math.min(2, known.length)) return { row, columns, unknown }
  }
  return null
}

/** Whether these rows have the head of such a table. */
export const hasHead = (key: SheetKey, rows: readonly RawRow[]): boolean => headOf(key, rows) !== null

function readIdentity(sheet: string | null, rows: readonly RawRow[], draft: Draft, findings: Findings, kindOf: KindOf): void {
  for (const { row, cells } of rows) {
    const [label, value] = [loosely(cells[0]?.text ?? ''), cells[1]?.text ?? '']
    const entry = Object.entries(identityFields).find(([, { name, also }]) => loosely(name) === label || (also as readonly string[]).includes(label))
    if (!entry) continue
    setIdentity(entry[0] as keyof typeof identityFields, value, { sheet, row, column: entry[1].name }, draft, findings, kindOf)
  }
}

/** Puts one thing about the whole into the draft. Where nothing is said, nothing is set, so that what was there stays. */
export function setIdentity(field: keyof typeof identityFields, value: string, place: Place, { identity }: Draft, findings: Findings, kindOf: KindOf): void {
  if (field === 'kind' || field === 'mode') {
    if (value === '') return
    const found = field === 'kind' ? kindOf(value) : choiceOf(modeNames, value)
    if (found === null) findings.add('ERROR', 'IMPORT_CHOICE_UNKNOWN', place, { value: value.slice(0, 80), choices: field === 'mode' ? choicesOf(modeNames) : '' })
    else Object.assign(identity, { [field]: found })
  } else if (value !== '' || field !== 'title') identity[field] = value
}

const choicesOf = <T extends string>(names: Readonly<Record<T, readonly string[]>>) => (Object.keys(names) as T[]).map(choice => nameOf(names, choice)).join(', ')

/** A row's cells by the names of their columns, each read as what it should be; what it is not is a finding. */
class RowReader {
  private readonly key: SheetKey
  private readonly columns: ReadonlyMap<string, number>
  private readonly raw: RawRow
  private readonly findings: Findings
  readonly place: Place

  constructor(key: SheetKey, sheet: string | null, raw: RawRow, columns: ReadonlyMap<string, number>, findings: Findings) {
    this.key = key
    this.columns = columns
    this.raw = raw
    this.findings = findings
    this.place = { sheet, row: raw.row, column: null }
  }

  at(column: string): Place {
    return { ...this.place, column: columnName(this.key, column) }
  }

  peek(column: string): string {
    return this.cell(column)?.text ?? ''
  }

  text(column: string): string {
    const cell = this.cell(column)
    if (cell?.formula) this.findings.add('WARNING', 'IMPORT_FORMULA', this.at(column), { value: cell.text.slice(0, 80) })
    if (cell?.merged) this.findings.add('INFO', 'IMPORT_MERGED', this.at(column), {})
    return cell?.text ?? ''
  }

  list(column: string): string[] {
    return linesIn(this.text(column))
  }

  refs(column: string): string[] {
    return apart(this.text(column)).filter(text => text !== '–')
  }

  /** A whole number; `none` where the cell is empty, an error where it holds something else. */
  whole<T extends number | null>(column: string, none: T): number | T {
    const text = this.text(column)
    if (text === '' || text === '–') return none
    const [, digits] = /^(\d{1,6})(?:[.,]0+)?\s*(?:jp|%|menit|soal)?$/i.exec(text) ?? []
    if (digits !== undefined) return Number(digits)
    this.findings.add('ERROR', 'IMPORT_NUMBER', this.at(column), { value: text.slice(0, 80) })
    return none
  }

  /** One of a few; `none` where the cell is empty, an error where it names none of them. */
  choice<T extends string, None extends T | null>(column: string, names: Readonly<Record<T, readonly string[]>>, none: None): T | None {
    const text = this.text(column)
    if (text === '' || text === '–') {
      if (none !== null && this.columns.has(column)) this.findings.add('WARNING', 'IMPORT_DEFAULTED', this.at(column), { value: nameOf(names, none as T) })
      return none
    }
    const found = choiceOf(names, text)
    if (found === null) this.findings.add('ERROR', 'IMPORT_CHOICE_UNKNOWN', this.at(column), { value: text.slice(0, 80), choices: choicesOf(names) })
    return found ?? none
  }

  private cell(column: string): RawCell | undefined {
    const at = this.columns.get(column)
    return at === undefined ? undefined : this.raw.cells[at]
  }
}

/** What a row of each table makes. An empty parent is that of the row above: people merge such cells. */
const makers: Record<keyof typeof needed, (row: RowReader, draft: Draft) => unknown> = {
  team: row => ({ id: row.text('id'), place: row.place, name: row.text('name'), institution: row.text('institution'), role: row.choice('role', roleNames, 'DEVELOPER') }),
  outcomes: row => ({ id: row.text('id'), place: row.place, code: row.text('code'), text: row.text('text'), level: row.choice('level', levelNames, null), indicators: row.list('indicators') }),
  competencies: row => ({
    id: row.text('id'), place: row.place, code: row.text('code'), name: row.text('name'), kind: row.choice('kind', competencyNames, 'TECHNICAL'),
    fromLevel: row.whole('fromLevel', null), toLevel: row.whole('toLevel', 1), outcomes: row.refs('outcomes'), need: row.text('need'),
  }),
  subjects: row => ({
    id: row.text('id'), place: row.place, title: row.text('title'), description: row.text('description'), topics: row.list('topics'),
    theory: row.whole('theory', 0), practice: row.whole('practice', 0), field: row.whole('field', 0), outcomes: row.refs('outcomes'),
  }),
  activities: (row, { activities }) => ({
    id: row.text('id'), place: row.place, subject: row.text('subject') || activities?.at(-1)?.subject || '', title: row.text('title'), form: row.choice('form', formNames, 'THEORY'),
    stage: row.choice('stage', stageNames, 'CORE'), minutes: row.whole('minutes', 0), facilitator: row.text('facilitator'), participants: row.text('participants'),
    method: row.text('method'), media: row.text('media'), outcomes: row.refs('outcomes'),
  }),
  assessments: row => ({
    id: row.text('id'), place: row.place, kind: row.choice('kind', assessmentNames, 'QUIZ'), title: row.text('title'), subject: row.text('subject'), outcomes: row.refs('outcomes'),
    instructions: row.text('instructions'), weight: row.whole('weight', 0),
  }),
  blueprint: (row, { blueprint }) => ({
    id: row.text('id'), place: row.place, assessment: row.text('assessment') || blueprint?.at(-1)?.assessment || '', outcome: row.text('outcome'),
    level: row.choice('level', levelNames, 'C2'), items: row.whole('items', 0),
  }),
  references: row => ({ text: row.text('text'), place: row.place }),
}
