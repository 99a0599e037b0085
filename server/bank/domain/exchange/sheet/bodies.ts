import { readNumber } from '../../kinds/cloze.ts'
import type { QuestionKind } from '../../question.ts'
import { openEssay, type ForeignBody, type UnreadableCode } from '../foreign.ts'
import { gapsIn } from '../moodle/gaps.ts'
import { linesAsHtml, xml } from '../written.ts'
import { ARROW, CASE, fileNames, orderNames, scoringNames, toleranceNames, type ColumnName } from './columns.ts'

/** A row by the names of its columns; answers in their order, empty ones too. */
export type Cells = { of: (name: ColumnName) => string; answers: readonly string[] }
export type RowRead = { body: ForeignBody; text?: string } | { code: UnreadableCode; facts?: Record<string, string | number> }

/** What a row asks, by its kind; what each column holds is told in the template itself. Cells are plain text, questions HTML. */
export function bodyInRow(kind: Exclude<QuestionKind, 'HOTSPOT'>, cells: Cells, text: string): RowRead {
  const given = cells.answers.filter(Boolean)
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return choiceIn(cells, kind === 'SINGLE_CHOICE')
    case 'TRUE_FALSE': {
      const key = cells.of('key').toUpperCase()
      const right = /^(BENAR|B|TRUE|T|YA|1)$/.test(key)
      return right || /^(SALAH|S|FALSE|F|TIDAK|0)$/.test(key) ? { body: { kind, right, feedbackRight: '', feedbackWrong: '' } } : { code: 'NO_RIGHT_ANSWER' }
    }
    case 'SHORT_ANSWER': {
      const weights = numbersIn(cells.of('key'))
      const answers = given.map((answer, at) => ({ text: answer, fraction: weights[at] ?? 1, feedback: '' }))
      return answers.length === 0 ? { code: 'NO_ANSWER' } : { body: { kind, caseSensitive: cells.of('scoring').toUpperCase() === CASE, answers } }
    }
    case 'NUMERIC': return numberIn(cells)
    case 'MATCHING': {
      const pairs = given.map(pairIn)
      return pairs.some(pair => pair === null) || pairs.length < 2 ? { code: 'NO_ANSWER' } : { body: { kind, pairs: pairs as { stem: string; match: string }[] } }
    }
    case 'ORDERING': return given.length < 2 ? { code: 'NO_ANSWER' } : { body: { kind, items: given.map(xml), scoring: keyOf(orderNames, cells.of('scoring')) ?? 'SUBSEQUENCE' } }
    case 'CLOZE': return gapsIn(text) ?? { code: 'NO_RIGHT_ANSWER' }
    case 'CALCULATED': return calculatedIn(cells)
    case 'ESSAY': return { body: { ...openEssay, minWords: readNumber(cells.answers[0] ?? ''), maxWords: readNumber(cells.answers[1] ?? ''), template: linesAsHtml(cells.answers[2] ?? '') } }
    case 'FILE': {
      const accept = given.slice(1).flatMap(name => keyOf(fileNames, name) ?? [])
      return { body: { kind, file: { maxFiles: readNumber(given[0] ?? '') ?? 1, accept: accept.length > 0 ? accept : ['PDF', 'DOCUMENT'] } } }
    }
  }
}

/** `A, C` or `1, 3`: which answers are right. */
const lettersIn = (key: string): number[] => key.split(/[\s,;]+/).filter(Boolean).map(one => (/^[a-t]$/i.test(one) ? one.toUpperCase().charCodeAt(0) - 65 : Number(one) - 1))
/** `1; 0,5; -0,25`: what each answer gives. */
const numbersIn = (key: string): (number | null)[] => key.split(';').filter(part => part.trim() !== '').map(part => readNumber(part))
const keyOf = <K extends string>(names: Readonly<Record<K, string>>, said: string): K | null => (Object.keys(names) as K[]).find(key => key === said.trim().toUpperCase() || names[key] === said.trim().toUpperCase()) ?? null

function choiceIn(cells: Cells, single: boolean): RowRead {
  const choices = cells.answers.map((text, at) => ({ text, at })).filter(({ text }) => text !== '')
  if (choices.length < 2) return { code: 'NO_ANSWER' }
  const scoring = keyOf(scoringNames, cells.of('scoring'))
  if (scoring === 'WEIGHTED') {
    const weights = numbersIn(cells.of('key'))
    if (!weights.some(weight => weight !== null && weight > 0)) return { code: 'NO_RIGHT_ANSWER' }
    return { body: { kind: 'CHOICE', single, choices: choices.map(({ text }, at) => ({ text: xml(text), fraction: weights[at] ?? 0, feedback: '' })) } }
  }
  const right = new Set(lettersIn(cells.of('key')))
  const hits = choices.filter(({ at }) => right.has(at)).length
  if (hits === 0 || hits < right.size || (single && hits > 1)) return { code: 'NO_RIGHT_ANSWER', facts: { letter: cells.of('key').slice(0, 20) } }
  const share = single ? 1 : 1 / hits
  return { body: { kind: 'CHOICE', single, choices: choices.map(({ text, at }) => ({ text: xml(text), fraction: right.has(at) ? share : single ? 0 : -share, feedback: '' })), ...(scoring === 'ALL_OR_NOTHING' && !single ? { allOrNothing: true } : {}) } }
}

function pairIn(answer: string): { stem: string; match: string } | null {
  const at = answer.indexOf(ARROW)
  return at < 0 ? null : { stem: xml(answer.slice(0, at).trim()), match: answer.slice(at + ARROW.length).trim() }
}

/** Value, tolerance and unit; further units as `ton = 1000`. The key is what a missing unit costs. */
function numberIn({ answers, of }: Cells): RowRead {
  const value = readNumber(answers[0] ?? '')
  if (value === null) return { code: 'NOT_A_NUMBER', facts: { text: (answers[0] ?? '').slice(0, 40) } }
  const unit = answers[2] ?? ''
  return { body: {
    kind: 'NUMERIC', answers: [{ value, tolerance: readNumber(answers[1] ?? '') ?? 0, fraction: 1, feedback: '' }], toleranceKind: keyOf(toleranceNames, of('scoring')) ?? 'NOMINAL',
    units: unit ? [{ name: unit, multiplier: 1 }, ...answers.slice(3).flatMap(unitIn)] : [], unitPenalty: readNumber(of('key')) ?? 0.1,
  } }
}
const unitIn = (answer: string) => {
  const [, name, multiplier] = /^(.+?)\s*=\s*(.+)$/.exec(answer) ?? []
  return name && multiplier ? [{ name, multiplier: readNumber(multiplier) ?? 1 }] : []
}

/** Formula, tolerance, unit, then what each variable is drawn from: `a = 1..50 (1)`, from, to and decimals. The key is how many variants. */
function calculatedIn({ answers, of }: Cells): RowRead {
  const [formula = '', tolerance = '', unit = '', ...rest] = answers
  const variables = rest.flatMap(answer => {
    const [, name, min, max, decimals] = /^([A-Za-z]\w*)\s*=\s*(\S+?)\s*\.\.\s*(\S+)(?:\s*\((\d)\))?$/.exec(answer) ?? []
    return name ? [{ name, min: readNumber(min!) ?? Number.NaN, max: readNumber(max!) ?? Number.NaN, decimals: Number(decimals ?? 0) }] : []
  })
  if (formula === '' || variables.length === 0) return { code: 'NO_ANSWER' }
  return { body: { kind: 'CALCULATED', calculated: {
    formula, variables, variants: readNumber(of('key')) ?? 20,
    answer: { value: 0, tolerance: readNumber(tolerance) ?? 0, toleranceKind: keyOf(toleranceNames, of('scoring')) ?? 'NOMINAL', unit: unit || null, units: [], unitPenalty: 0.1 },
  } } }
}
