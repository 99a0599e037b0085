import type { Question, QuestionKind } from '../../question.ts'
import { gapInMoodle } from '../moodle/writeAnswers.ts'
import { feedbackLost, type ExportLoss } from '../written.ts'
import { ANSWERS, ARROW, CASE, columns, fileNames, isRich, kindNames, orderNames, scoringNames, toleranceNames, type ColumnName } from './columns.ts'

export type TableCell = string | number
/** Where a question is filed, for the bank's own rows. */
export type Filed = { category: string; tags: readonly string[]; level: string | null }
export type Table = { head: string[]; rows: TableCell[][]; omitted: number[]; losses: { number: number; losses: ExportLoss[] }[] }

/** Characters of a cell that is read again; a longer text is not written (see the reader of workbooks). */
const CELL_MAX = 5000
const order: ColumnName[] = ['kind', 'text', 'key', 'scoring', 'points', 'feedback', 'category', 'tags', 'level']
export const head = [...order.slice(0, 2).map(one => columns[one].names[0]), ...Array.from({ length: ANSWERS }, (_, at) => `Jawaban ${at + 1}`), ...order.slice(2).map(one => columns[one].names[0])]

/** Questions as rows of the template. What a row cannot say is named. */
export function writeTable(entries: readonly { question: Question; filed?: Filed }[]): Table {
  const rows = entries.map(({ question, filed }, at) => ({ number: at + 1, row: rowOf(question, filed), losses: lossesInTable(question) }))
  return {
    head, rows: rows.flatMap(({ row }) => (row ? [row] : [])), omitted: rows.filter(({ row }) => !row).map(({ number }) => number),
    losses: rows.flatMap(({ number, row, losses }) => (row && losses.length > 0 ? [{ number, losses }] : [])),
  }
}

const lossesInTable = (question: Question): ExportLoss[] => [
  ...(question.hints?.length ? ['HINTS' as const] : []), ...feedbackLost(question, { byAnswer: false, outcomes: [] }),
  ...((question.calculated?.answer.units.length ?? 0) > 0 || question.gaps.some(({ number }) => number?.unit) ? ['UNITS' as const] : []),
]

function rowOf(question: Question, filed: Filed = { category: '', tags: [], level: null }): TableCell[] | null {
  if (question.kind === 'HOTSPOT' || question.gaps.some(({ weight }) => !Number.isInteger(weight))) return null
  const { answers, key = '', scoring = '', text = textOf(question.text) } = partsOf(question, question.kind)
  const cells: TableCell[] = [
    kindNames[question.kind][0]!, text, ...Array.from({ length: ANSWERS }, (_, at) => answers[at] ?? ''), key, scoring, question.points, textOf(question.feedback),
    filed.category, filed.tags.join(', '), filed.level ?? '',
  ]
  return answers.length > ANSWERS || answers.some(answer => answer === null) || cells.some(cell => String(cell).length > CELL_MAX) ? null : cells
}

/** Plain where nothing but paragraphs and lines is in it; otherwise as it is. */
function textOf(html: string): string {
  const bare = html.replace(/<\/p>\s*<p>/g, '\n\n').replace(/<br \/>/g, '\n').replace(/^<p>|<\/p>$/g, '')
  const plain = bare.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
  return /<|^\s|\s$|\n\n\n|&(?!amp;|lt;|gt;|quot;)/.test(bare) || isRich(plain) || /<[a-z]/i.test(plain) ? html : plain
}

type Row = { answers: (TableCell | null)[]; key?: TableCell; scoring?: string; text?: string }
const decimal = (value: number): string => String(value).replace('.', ',')

function partsOf(question: Question, kind: Exclude<QuestionKind, 'HOTSPOT'>): Row {
  const { choices, scoring, patterns, number, matching, ordering, gaps, calculated, essay, file } = question
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return {
      answers: choices.map(({ text }) => text), scoring: scoring === 'HITS_LESS_MISSES' || (scoring === 'ALL_OR_NOTHING' && kind === 'SINGLE_CHOICE') ? '' : scoringNames[scoring],
      key: scoring === 'WEIGHTED' ? choices.map(({ fraction }) => decimal(fraction ?? 0)).join('; ') : choices.flatMap(({ right }, at) => (right ? String.fromCharCode(65 + at) : [])).join(', '),
    }
    case 'TRUE_FALSE': return { answers: [], key: question.right ? 'BENAR' : 'SALAH' }
    case 'SHORT_ANSWER': return { answers: patterns.map(({ text }) => text), key: patterns.every(({ fraction }) => fraction === 1) ? '' : patterns.map(({ fraction }) => decimal(fraction)).join('; '), scoring: question.caseSensitive ? CASE : '' }
    case 'NUMERIC': return {
      answers: [number!.value, number!.tolerance, number!.unit ?? '', ...number!.units.map(({ name, multiplier }) => (name.includes('=') ? null : `${name} = ${decimal(multiplier)}`))],
      scoring: toleranceNames[number!.toleranceKind], key: number!.unitPenalty,
    }
    case 'MATCHING': return { answers: [...matching!.pairs.map(({ stem, match }) => (stem.includes(ARROW) ? null : `${stem} ${ARROW} ${match}`)), ...matching!.distractors.map(match => `${ARROW} ${match}`)] }
    case 'ORDERING': return { answers: ordering!.items.map(({ text }) => text), scoring: orderNames[ordering!.scoring] }
    case 'CLOZE': {
      const found = new Map(gaps.map(gap => [gap.id, gap]))
      return { answers: [], text: textOf(question.text.replace(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g, (whole, id: string) => (found.has(id) ? gapInMoodle(found.get(id)!, question.caseSensitive).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : whole))) }
    }
    case 'CALCULATED': return {
      answers: [calculated!.formula, calculated!.answer.tolerance, calculated!.answer.unit ?? '', ...calculated!.variables.map(({ name, min, max, decimals }) => `${name} = ${decimal(min)}..${decimal(max)} (${decimals})`)],
      scoring: toleranceNames[calculated!.answer.toleranceKind], key: calculated!.variants,
    }
    case 'ESSAY': return { answers: [essay!.minWords ?? '', essay!.maxWords ?? '', essay!.template] }
    case 'FILE': return { answers: [file!.maxFiles, ...file!.accept.map(one => fileNames[one])] }
  }
}
