import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { variantOf } from '../../../server/bank/domain/kinds/calculated.ts'
import { markNumber } from '../../../server/bank/domain/kinds/number.ts'
import type { Parsed } from '../../../server/bank/domain/exchange/foreign.ts'
import { parsePackage } from '../../../server/bank/domain/exchange/qti/package.ts'
import { writeQti } from '../../../server/bank/domain/exchange/qti/write.ts'
import { readTable } from '../../../server/bank/domain/exchange/sheet/read.ts'
import { writeTable } from '../../../server/bank/domain/exchange/sheet/write.ts'
import type { Question } from '../../../server/bank/domain/question.ts'
import { parsers, writers } from '../../../server/bank/read/formats.ts'
import { judge } from '../../../server/bank/read/judge.ts'
import { anyQuestion, everyKind, meaning } from './anyQuestion.ts'

type Format = 'GIFT' | 'MOODLE_XML' | 'QTI' | 'TABLE'
type Loss = { number: number; losses: string[] }
/** Written and read: what came back, and what the writer's report says. */
function through(format: Format, questions: readonly Question[]): { parsed: Parsed; omitted: number[]; losses: Loss[] } {
  if (format === 'QTI') {
    const { parts, omitted, losses } = writeQti(questions.map(question => ({ question })), 'Soal')
    return { parsed: parsePackage(parts), omitted, losses }
  }
  if (format === 'TABLE') {
    const { head, rows, omitted, losses } = writeTable(questions.map(question => ({ question })))
    const cell = (value: string | number) => (typeof value === 'number' ? String(value).replace('.', ',') : value)
    return { parsed: readTable([{ name: '', rows: [head, ...rows].map((cells, at) => ({ row: at + 1, cells: cells.map(cell) })) }]), omitted, losses }
  }
  const { source, omitted, losses } = writers[format](questions)
  return { parsed: parsers[format](source), omitted, losses }
}
/** Written, read, judged: the questions that come back. */
const back = (format: Format, questions: readonly Question[]) => {
  const { parsed, omitted, losses } = through(format, questions)
  const rows = judge(parsed)
  expect(rows.map(({ problem, facts }) => [problem, facts])).toEqual(rows.map(() => [null, {}]))
  return { read: rows.map(({ question }) => question!), omitted, losses }
}
/** An outcome of which nothing is said is none. */
const withOutcomes = (said: NonNullable<Question['outcomeFeedback']>) => ({ outcomeFeedback: Object.values(said).some(Boolean) ? said : undefined })
type Meant = ReturnType<typeof meaning>
/** What is lost of feedback is not there; what is there is as it was. */
function forget(was: Meant, is: Meant): void {
  const kept = <T extends { feedback?: string }>(list: readonly T[], other: readonly { feedback?: string }[]) => list.map((one, at) => (other[at]?.feedback ? one : { ...one, feedback: undefined }))
  const { right, partly, wrong } = was.outcomeFeedback ?? { right: '', partly: '', wrong: '' }
  Object.assign(was, { choices: kept(was.choices, is.choices), patterns: kept(was.patterns, is.patterns) })
  Object.assign(was, withOutcomes({ right: is.outcomeFeedback?.right && right, partly: is.outcomeFeedback?.partly && partly, wrong: is.outcomeFeedback?.wrong && wrong } as never))
}
const lossless = { GIFT: ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ESSAY'], MOODLE_XML: everyKind, QTI: everyKind, TABLE: everyKind } as const

describe.each(['GIFT', 'MOODLE_XML', 'QTI', 'TABLE'] as const)('what is written as %s', format => {
  test('is read as it was meant, but for what the report names', () => fc.assert(fc.property(fc.array(anyQuestion(lossless[format]), { minLength: 1, maxLength: 5 }), questions => {
    const { read, omitted, losses } = back(format, questions)
    const kept = questions.map((question, at) => ({ question, number: at + 1 })).filter(({ number }) => !omitted.includes(number))
    expect(read).toHaveLength(kept.length)
    kept.forEach(({ question, number }, at) => {
      const lost = losses.find(one => one.number === number)?.losses ?? []
      const [was, is] = [meaning(question), meaning(read[at]!)]
      if (lost.includes('SCORING') && format !== 'QTI') is.scoring = was.scoring
      if (lost.includes('POINTS')) is.points = was.points
      if (lost.includes('CASE')) is.caseSensitive = was.caseSensitive
      if (lost.includes('LIMITS') && format !== 'QTI') is.essay = was.essay
      // Which outcomes a number has hangs on its units.
      if (lost.includes('UNITS') && was.outcomeFeedback) Object.assign(was, withOutcomes({ ...was.outcomeFeedback, partly: '' }))
      if (lost.includes('HINTS')) Object.assign(was, { hints: is.hints })
      if (lost.includes('FEEDBACK')) forget(was, is)
      if (lost.includes('UNITS')) Object.assign(is.number!, { unit: was.number!.unit, units: was.number!.units, unitPenalty: was.number!.unitPenalty })
      expect(is).toEqual(was)
    })
  }), { numRuns: 120 }))
})

test('a formula that went out and came back gives the same number for every draw', () => fc.assert(fc.property(anyQuestion(['CALCULATED']), fc.integer({ min: 0, max: 1e6 }), (question, seed) => {
  const [made] = back('MOODLE_XML', [question]).read
  // One whose text Moodle would work out is not written.
  fc.pre(made !== undefined)
  expect(variantOf(made!.calculated!, seed, 3).value).toBeCloseTo(variantOf(question.calculated!, seed, 3).value, 9)
}), { numRuns: 60 }))

test('a relative or geometric tolerance is the same interval after', () => fc.assert(fc.property(fc.constantFrom('RELATIVE' as const, 'GEOMETRIC' as const), fc.integer({ min: 1, max: 500 }), fc.double({ min: -3, max: 3, noNaN: true }), (toleranceKind, value, of) => {
  const key = { value, tolerance: 0.25, toleranceKind, unit: null, units: [], unitPenalty: 0.1 }
  const question = { ...fc.sample(anyQuestion(['NUMERIC']), 1)[0]!, number: key }
  fc.pre(Math.abs(Math.abs(of) - 0.25) > 1e-6 && Math.abs(of + 0.2) > 1e-6)
  for (const format of ['GIFT', 'MOODLE_XML', 'QTI', 'TABLE'] as const) expect(markNumber(back(format, [question]).read[0]!.number!, value * (1 + of), null)).toBe(markNumber(key, value * (1 + of), null))
}), { numRuns: 60 }))
