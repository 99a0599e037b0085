import fc from 'fast-check'
import { isEverPartly } from '../../../server/bank/domain/feedback.ts'
import { bareQuestion, type Gap, type NumberKey, type Question, type QuestionKind } from '../../../server/bank/domain/question.ts'

// Sound questions of every kind, as their authors might word them: texts hold every sign that means something in some format.
export const text = fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abc ~=#{}:\\%->"&<>\'/é\u{1F600}0123,;|*[]_') }).map(said => said.replace(/\s+/g, ' ').trim() || 'x').map(said => said.replace(/\[+/g, '['))
/** A pattern of stars alone asks nothing; one with a star stands for many. */
const pattern = text.map(said => said.replaceAll('*', '').replace(/\s+/g, ' ').trim() || 'x')
const escaped = (said: string) => said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const several = (least: number, most: number) => fc.uniqueArray(text, { minLength: least, maxLength: most, selector: said => said.toLowerCase() })
const patterns = fc.uniqueArray(pattern, { minLength: 1, maxLength: 4 }).map(texts => texts.map((said, at) => ({ text: said, fraction: [1, 0.5, 0.25, 0][at]! })))
const decimal = (most: number) => fc.integer({ min: -most * 100, max: most * 100 }).map(hundredths => hundredths / 100)
const number = fc.record({ value: decimal(1e6), tolerance: decimal(50).map(Math.abs) }).map((made): NumberKey => ({ ...made, toleranceKind: 'NOMINAL', unit: null, units: [], unitPenalty: 0 }))
const choices = (right: (at: number) => boolean) => several(2, 6).map(texts => texts.map((said, at) => ({ id: `c${at}`, text: said, right: right(at), fraction: null as number | null })))
const weighed = (fractions: number[]) => (made: Question['choices']) => made.map((one, at) => ({ ...one, fraction: fractions[at] ?? 0, right: (fractions[at] ?? 0) > 0 }))
const unit = fc.constantFrom('kg', 'orang', 'm²').map(name => ({ unit: name, unitPenalty: 0.25, units: [{ name: 'ton', multiplier: 1000 }, { name: 'ons', multiplier: 0.125 }] }))

const gap = (id: string): fc.Arbitrary<Gap> => fc.oneof(
  patterns.map(made => ({ id, kind: 'TEXT' as const, weight: 1, patterns: made, number: null, choices: [] })),
  number.map(made => ({ id, kind: 'NUMBER' as const, weight: 2, patterns: [], number: made, choices: [] })),
  choices(at => at === 1).map(made => ({ id, kind: 'CHOICE' as const, weight: 1, patterns: [], number: null, choices: made.map(({ fraction: _, ...one }) => one) })),
)

const parts: Record<Exclude<QuestionKind, 'HOTSPOT'>, fc.Arbitrary<Partial<Question>>> = {
  SINGLE_CHOICE: fc.oneof(choices(at => at === 0).map(made => ({ choices: made })), choices(at => at === 0).map(made => ({ scoring: 'WEIGHTED' as const, choices: weighed([1, 0.5, -0.25])(made) }))),
  MULTIPLE_CHOICE: fc.oneof(
    choices(at => at < 2).map(made => ({ choices: made })), choices(at => at < 2).map(made => ({ scoring: 'WEIGHTED' as const, choices: weighed([0.75, 0.25, -0.5])(made) })),
    choices(at => at < 2).map(made => ({ scoring: 'ALL_OR_NOTHING' as const, choices: made })),
  ),
  TRUE_FALSE: fc.boolean().map(right => ({ right })),
  SHORT_ANSWER: fc.record({ patterns, caseSensitive: fc.boolean() }),
  NUMERIC: fc.tuple(number, fc.option(unit)).map(([made, units]) => ({ number: { ...made, unitPenalty: 0.1, ...units } })),
  MATCHING: fc.tuple(several(2, 5), fc.array(text, { minLength: 5, maxLength: 5 }), fc.array(text, { maxLength: 2 }))
    .map(([stems, matches, distractors]) => ({ matching: { pairs: stems.map((stem, at) => ({ id: `p${at}`, stem, match: matches[at]! })), distractors } })),
  ORDERING: fc.tuple(several(2, 6), fc.constantFrom('PLACES' as const, 'PAIRS' as const, 'SUBSEQUENCE' as const)).map(([texts, scoring]) => ({ ordering: { items: texts.map((said, at) => ({ id: `i${at}`, text: said })), scoring } })),
  CLOZE: fc.integer({ min: 1, max: 3 }).chain(count => fc.record({ gaps: fc.tuple(...Array.from({ length: count }, (_, at) => gap(`g${at + 1}`))), caseSensitive: fc.boolean() }))
    .map(({ gaps, caseSensitive }) => ({ gaps, caseSensitive: caseSensitive && gaps.some(({ kind }) => kind === 'TEXT') })),
  CALCULATED: fc.record({ formula: fc.constantFrom('a + b', 'a * b ^ 2', 'ln(a) + round(b / 3, 2)', '-a + pi * max(a, b, 7)', 'sqrt(abs(a - b)) / (e + 1)'), toleranceKind: fc.constantFrom('NOMINAL' as const, 'RELATIVE' as const, 'GEOMETRIC' as const), decimals: fc.integer({ min: 0, max: 3 }) })
    .map(({ formula, toleranceKind, decimals }) => ({ calculated: {
      formula, variants: 20, variables: [{ name: 'a', min: 1, max: 50, decimals }, { name: 'b', min: 0.5, max: 9.5, decimals: 1 }],
      answer: { value: 0, tolerance: 0.01, toleranceKind, unit: null, units: [], unitPenalty: 0.1 },
    } })),
  ESSAY: fc.record({ minWords: fc.option(fc.integer({ min: 1, max: 50 })), maxWords: fc.option(fc.integer({ min: 50, max: 900 })), template: fc.array(text, { maxLength: 3 }).map(lines => lines.join('\n')) }).map(essay => ({ essay })),
  FILE: fc.record({ maxFiles: fc.integer({ min: 1, max: 10 }), accept: fc.subarray(['PDF' as const, 'DOCUMENT' as const, 'SHEET' as const, 'SLIDES' as const, 'IMAGE' as const, 'ARCHIVE' as const], { minLength: 1 }) }).map(file => ({ file })),
}
export const everyKind = Object.keys(parts) as (keyof typeof parts)[]

const words = fc.option(text, { freq: 2 }).map(said => (said === null ? '' : `<p>${escaped(said)}</p>`))
const told = <T extends object>(list: readonly T[], said: readonly string[]) => list.map((one, at) => (said[at] ? { ...one, feedback: said[at] } : one))

/** With hints, and what is said of some of its answers and by outcome, as its kind may have them. */
const spoken = (question: Question): fc.Arbitrary<Question> => {
  const isManual = question.kind === 'ESSAY' || question.kind === 'FILE'
  const hints = fc.array(fc.record({ text: text.map(said => `<p>${escaped(said)}</p>`), clearWrong: fc.boolean(), showCount: fc.boolean() }), { minLength: 1, maxLength: 2 })
  return fc.tuple(fc.array(words, { minLength: 6, maxLength: 6 }), fc.option(fc.record({ right: words, partly: words, wrong: words })), fc.option(hints)).map(([said, outcomes, hinted]) => {
    const outcomeFeedback = outcomes && { ...outcomes, partly: isEverPartly(question) ? outcomes.partly : '' }
    return {
      ...question, choices: told(question.choices, said), patterns: told(question.patterns, said), ...(!isManual && hinted && { hints: hinted }),
      ...(!isManual && outcomeFeedback && Object.values(outcomeFeedback).some(Boolean) && { outcomeFeedback }),
    }
  })
}

/** A question of one of these kinds. */
export const anyQuestion = (kinds: readonly (keyof typeof parts)[] = everyKind): fc.Arbitrary<Question> =>
  fc.constantFrom(...kinds).chain(kind => fc.tuple(parts[kind], text, fc.option(text), fc.constantFrom(0.25, 1, 2.5)).chain(([part, said, feedback, points]) => spoken(({
    ...bareQuestion('q', kind, `<p>${escaped(said)}${(part.gaps ?? []).map(({ id }) => ` [[${id}]]`).join(', ')}</p>`), ...part, points, feedback: feedback === null ? '' : `<p>${escaped(feedback)}</p>`,
  }))))

const nameless = <T extends { id: string }>(things: readonly T[]) => things.map(({ id: _, ...thing }) => thing)
const near = (value: number) => Number(value.toPrecision(10))
const numbered = (key: NumberKey | null) => key && { ...key, value: near(key.value), tolerance: near(key.tolerance), units: key.units.map(one => ({ ...one, multiplier: near(one.multiplier) })) }

/** A question as it means: without the ids of its parts. */
export const meaning = ({ id: _, choices: made, matching, ordering, gaps, number: key, calculated, ...question }: Question) => ({
  ...question, choices: nameless(made), number: numbered(key), matching: matching && { ...matching, pairs: nameless(matching.pairs) },
  ordering: ordering && { ...ordering, items: nameless(ordering.items) }, gaps: gaps.map(one => ({ ...one, number: numbered(one.number), choices: nameless(one.choices) })),
  calculated: calculated && { ...calculated, formula: '', answer: numbered(calculated.answer) },
})
