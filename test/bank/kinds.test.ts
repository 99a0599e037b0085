import { describe, expect, test } from '@jest/globals'
import { textOf } from '../../server/bank/domain/kinds/calculated.ts'
import fc from 'fast-check'
import { noAnswer } from '../../server/bank/domain/answer.ts'
import { deal } from '../../server/bank/domain/deal.ts'
import { faultsOf } from '../../server/bank/domain/faults.ts'
import { variantOf } from '../../server/bank/domain/kinds/calculated.ts'
import { markMultiple, markSingle } from '../../server/bank/domain/kinds/choice.ts'
import { readNumber } from '../../server/bank/domain/kinds/cloze.ts'
import { formula } from '../../server/bank/domain/kinds/formula.ts'
import { isNear, markNumber } from '../../server/bank/domain/kinds/number.ts'
import { longestRise, markOrder } from '../../server/bank/domain/kinds/ordering.ts'
import { markShort } from '../../server/bank/domain/kinds/short.ts'
import { leastMark, markQuestion } from '../../server/bank/domain/mark.ts'
import { isManual, questionKinds, seeded, type Question, type QuestionKind } from '../../server/bank/domain/question.ts'
import { readAnswer } from '../../server/bank/domain/read.ts'
import { anyAnswerTo, anyKind, aNumber, aQuestionOf, rightAnswerTo } from './questions.ts'

const dealt = (question: Question, seed = 1, shuffle = true) => deal(question, { shuffle, chance: seeded(seed), seed })

describe.each(questionKinds)('%s', kind => {
  const question = aQuestionOf(kind)
  test('a sound one has no fault', () => expect(faultsOf(question)).toEqual([]))
  test('one with no part filled has', () => expect(faultsOf({ ...aQuestionOf('TRUE_FALSE'), right: null, kind })).not.toEqual([]))
  test('the right answer is read and earns all, or waits for people', () => {
    const { asked, key } = dealt(question)
    const reading = readAnswer(asked, rightAnswerTo(question, asked))
    expect(reading).toMatchObject({ ok: true })
    expect(markQuestion(key, reading.ok ? reading.answer : null)).toBe(isManual(kind) ? null : 1)
  })
  test('blank earns nothing', () => expect(markQuestion(dealt(question).key, null)).toBe(0))
  test('an answer of another kind is none', () => {
    const foreign = kind === 'TRUE_FALSE' ? { choices: ['a'] } : { truth: true }
    expect(readAnswer(dealt(question).asked, foreign)).toEqual({ ok: false, why: 'KIND' })
  })
  test('what is asked holds no key', () => {
    const said = JSON.stringify(dealt(question).asked)
    expect(said).not.toMatch(/"(right|fraction|patterns|formula|scoring|value|tolerance|multiplier|feedback)"/)
  })
})

describe('for any question and answer', () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 })
  test('a mark lies between the least and one', () => fc.assert(fc.property(anyKind, seeds, (kind, seed) => {
    const { asked, key } = dealt(aQuestionOf(kind), seed)
    fc.assert(fc.property(anyAnswerTo(asked), answer => {
      const mark = markQuestion(key, answer)
      if (mark !== null) expect(mark >= leastMark(key) && mark <= 1).toBe(true)
    }), { numRuns: 20 })
  }), { numRuns: 60 }))

  test('shuffling never changes a mark', () => fc.assert(fc.property(anyKind, seeds, seeds, (kind, one, other) => {
    const question = aQuestionOf(kind)
    const [first, second] = [deal(question, { shuffle: true, chance: seeded(one), seed: 7 }), deal(question, { shuffle: true, chance: seeded(other), seed: 7 })]
    const mark = ({ asked, key }: typeof first) => markQuestion(key, rightAnswerTo(question, asked))
    expect(mark(first)).toBe(mark(second))
  })))

  test('the same seed deals the same', () => fc.assert(fc.property(anyKind, seeds, (kind, seed) => expect(dealt(aQuestionOf(kind), seed)).toEqual(dealt(aQuestionOf(kind), seed)))))

  test('one right choice more never costs, one wrong choice more never gains', () => fc.assert(fc.property(fc.subarray(['a', 'b', 'c', 'd']), fc.constantFrom('HITS_LESS_MISSES' as const, 'WEIGHTED' as const), (picked, scoring) => {
    const key = { scoring, choices: aQuestionOf('MULTIPLE_CHOICE').choices }
    const mark = markMultiple(key, picked)
    for (const { id, right } of key.choices.filter(choice => !picked.includes(choice.id))) {
      const more = markMultiple(key, [...picked, id])
      expect(right ? more >= mark - 1e-12 : more <= mark + 1e-12).toBe(true)
    }
  })))

  test('an order earns all when right, and never more otherwise', () => fc.assert(fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), fc.constantFrom('PLACES' as const, 'PAIRS' as const, 'SUBSEQUENCE' as const), (order, scoring) => {
    const right = ['a', 'b', 'c', 'd', 'e']
    const mark = markOrder(right, scoring, order)
    expect(mark === 1).toBe(order.join() === right.join())
    expect(mark).toBeGreaterThanOrEqual(0)
  })))

  test('the longest rise is that of trying every choice', () => fc.assert(fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 8 }), numbers => {
    let best = 0
    for (let mask = 0; mask < 2 ** numbers.length; mask++) {
      const chosen = numbers.filter((_, at) => mask & (1 << at))
      if (chosen.every((number, at) => at === 0 || chosen[at - 1]! < number)) best = Math.max(best, chosen.length)
    }
    expect(longestRise(numbers)).toBe(best)
  })))
})

describe('choices', () => {
  const { choices } = aQuestionOf('MULTIPLE_CHOICE')
  test.each<[string, 'HITS_LESS_MISSES' | 'WEIGHTED' | 'ALL_OR_NOTHING', string[], number]>([
    ['hits less misses: one of two right', 'HITS_LESS_MISSES', ['a'], 0.5], ['a miss takes a hit away', 'HITS_LESS_MISSES', ['a', 'c'], 0], ['never below nothing', 'HITS_LESS_MISSES', ['c', 'd'], 0],
    ['everything', 'HITS_LESS_MISSES', ['a', 'b', 'c', 'd'], 0], ['the same twice counts once', 'HITS_LESS_MISSES', ['a', 'a'], 0.5],
    ['weighted: what each gives', 'WEIGHTED', ['a', 'b'], 1], ['a harmless wrong one', 'WEIGHTED', ['a', 'd'], 0.5], ['a harmful one', 'WEIGHTED', ['a', 'c'], 0],
    ['all or nothing: exactly', 'ALL_OR_NOTHING', ['b', 'a'], 1], ['one short', 'ALL_OR_NOTHING', ['a'], 0], ['one more', 'ALL_OR_NOTHING', ['a', 'b', 'd'], 0],
  ])('%s', (_, scoring, picked, mark) => expect(markMultiple({ choices, scoring }, picked)).toBe(mark))
  test('a single choice may cost, where its author says so', () => {
    const key = { scoring: 'WEIGHTED' as const, choices: [{ id: 'a', right: true, fraction: 1 }, { id: 'b', right: false, fraction: -0.25 }] }
    expect([markSingle(key, ['a']), markSingle(key, ['b']), markSingle(key, [])]).toEqual([1, -0.25, 0])
  })
})

describe('numbers', () => {
  test.each<[string, Parameters<typeof isNear>[1], number, boolean]>([
    ['nominal, at the edge', aNumber(10, { tolerance: 0.5 }), 10.5, true], ['nominal, beyond', aNumber(10, { tolerance: 0.5 }), 10.51, false],
    ['sums binary fractions cannot write', aNumber(0.3), 0.1 + 0.2, true], ['relative', aNumber(200, { tolerance: 0.05, toleranceKind: 'RELATIVE' }), 210, true],
    ['relative of a negative', aNumber(-200, { tolerance: 0.05, toleranceKind: 'RELATIVE' }), -190, true], ['geometric, below', aNumber(100, { tolerance: 0.25, toleranceKind: 'GEOMETRIC' }), 80, true],
    ['geometric, above', aNumber(100, { tolerance: 0.25, toleranceKind: 'GEOMETRIC' }), 126, false], ['geometric of a negative', aNumber(-100, { tolerance: 0.25, toleranceKind: 'GEOMETRIC' }), -125, true],
  ])('%s', (_, key, given, near) => expect(isNear(given, key)).toBe(near))
  const metres = aNumber(1.5, { unit: 'm', units: [{ name: 'cm', multiplier: 0.01 }], unitPenalty: 0.2 })
  test.each([[1.5, 'm', 1], [150, 'cm', 1], [1.5, null, 0.8], [1.5, 'kg', 0.8], [150, 'm', 0], [150, null, 0]])('%d %s earns %d', (number, unit, mark) => expect(markNumber(metres, number, unit)).toBe(mark))
  test.each([['1.234,5', 1234.5], ['1.234', 1234], ['12,5', 12.5], ['12.5', 12.5], ['-3', -3], ['1e3', 1000], ['1.23.4', null], ['', null], ['abc', null], ['1,2,3', null]])('%s is read as %s', (text, number) => expect(readNumber(text)).toBe(number))
})

test.each([['Medan', 1], ['  medan ', 1], ['Kota Medan', 0.5], ['Binjai', 0], ['', 0], ['me\u0301dan', 0]])('the short answer %j earns %d', (text, mark) =>
  expect(markShort(aQuestionOf('SHORT_ANSWER').patterns, false, text)).toBe(mark))
test('capitals matter where they are said to', () => expect(markShort([{ text: 'NIP', fraction: 1 }], true, 'nip')).toBe(0))

describe('orders', () => {
  const right = ['a', 'b', 'c', 'd']
  test.each([
    ['one moved to the end keeps a run of three', 'SUBSEQUENCE', ['b', 'c', 'd', 'a'], 2 / 3], ['by place it keeps none', 'PLACES', ['b', 'c', 'd', 'a'], 0],
    ['by pairs two of three', 'PAIRS', ['b', 'c', 'd', 'a'], 2 / 3], ['backwards is nothing', 'SUBSEQUENCE', ['d', 'c', 'b', 'a'], 0], ['half an order is none', 'PLACES', ['a', 'b'], 0],
  ] as const)('%s', (_, scoring, given, mark) => expect(markOrder(right, scoring, given)).toBeCloseTo(mark, 12))
})

describe('formulas', () => {
  test.each([['1 + 2 * 3', 7], ['2 ^ 3 ^ 2', 512], ['-2 ^ 2', 4], ['0 - 2 ^ 2', -4], ['round(a / 3, 2)', 3.33], ['max(1, a, 3)', 10], ['sqrt(pow(a, 2))', 10], ['pi', Math.PI]])('%s', (source, value) => expect(formula(source).value({ a: 10 })).toBeCloseTo(value, 12))
  test.each(['a.b', 'a["constructor"]', 'constructor("x")()', 'this', '[1,2]', 'a ? b : c', 'a = 3', '"x"', 'process', '1 +', 'toString()', '__proto__(1)', '('.repeat(200), 'a'.repeat(501), 'a && b', '!a', '`x`', 'f(1)'])('attack: %s runs nothing', source => {
    let made: number | null = null
    try { made = formula(source).value({ a: 1, b: 2 }) } catch (error) { expect(error).toBeInstanceOf(source === 'process' ? RangeError : Error) }
    expect(made).toBeNull()
  })
  test('a variant is the same for ever', () => {
    const calculated = aQuestionOf('CALCULATED').calculated!
    expect(variantOf(calculated, 42, 3)).toEqual(variantOf(calculated, 42, 3))
    expect(new Set(Array.from({ length: 20 }, (_, at) => JSON.stringify(variantOf(calculated, 42, at).values))).size).toBeGreaterThan(15)
  })
  test('a division by nothing is drawn again', () => {
    const calculated = { ...aQuestionOf('CALCULATED').calculated!, variables: [{ name: 'a', min: 0, max: 1, decimals: 0 }], formula: '1 / a' }
    for (let at = 0; at < 30; at++) expect(variantOf(calculated, 1, at).value).toBe(1)
  })
  test('what is found sound is dealt with any seed, also of a single variant; what seldom gives a number is refused', () => {
    const of = (least: number) => ({ ...aQuestionOf('CALCULATED'), calculated: { ...aQuestionOf('CALCULATED').calculated!, variables: [{ name: 'a', min: 0, max: 99, decimals: 0 }], formula: `sqrt(a - ${least})`, variants: 1 } })
    expect(faultsOf(of(99))).toMatchObject([{ code: 'NO_NUMBER' }])
    expect(faultsOf(of(85))).toEqual([])
    for (let seed = 0; seed < 5000; seed++) expect(variantOf(of(85).calculated, seed, 0).value).toBeGreaterThanOrEqual(0)
  })
})

describe('faults name the field', () => {
  test.each<[string, QuestionKind, Partial<Question>, string, string]>([
    ['no right choice', 'SINGLE_CHOICE', { choices: [{ id: 'a', text: 'x', right: false, fraction: null }, { id: 'b', text: 'y', right: false, fraction: null }] }, 'NO_RIGHT_CHOICE', 'choices'],
    ['two choices alike', 'SINGLE_CHOICE', { choices: [{ id: 'a', text: 'x', right: true, fraction: null }, { id: 'b', text: 'X ', right: false, fraction: null }] }, 'NOT_UNIQUE', 'choices.1.text'],
    ['fractions that are not a whole', 'MULTIPLE_CHOICE', { scoring: 'WEIGHTED', choices: [{ id: 'a', text: 'x', right: true, fraction: 0.5 }, { id: 'b', text: 'y', right: true, fraction: 0.3 }] }, 'FRACTIONS_NOT_WHOLE', 'choices'],
    ['a pattern that takes anything', 'SHORT_ANSWER', { patterns: [{ text: 'x', fraction: 1 }, { text: '*', fraction: 0.5 }] }, 'NO_ACCEPTED_ANSWER', 'patterns'],
    ['a gap that is not in the text', 'CLOZE', { text: '<p>[[g1]] [[g2]]</p>' }, 'GAPS_NOT_IN_TEXT', 'text'],
    ['a formula of an unknown variable', 'CALCULATED', { calculated: { ...aQuestionOf('CALCULATED').calculated!, formula: 'a + c' } }, 'UNKNOWN_VARIABLE', 'calculated.formula'],
    ['a formula that never gives a number', 'CALCULATED', { calculated: { ...aQuestionOf('CALCULATED').calculated!, formula: 'a / 0' } }, 'NO_NUMBER', 'calculated.formula'],
    ['a zone outside of the picture', 'HOTSPOT', { hotspot: { ...aQuestionOf('HOTSPOT').hotspot!, zones: [{ id: 'z', label: 'x', x: 95, y: 0, width: 10, height: 5, right: true }] } }, 'OUT_OF_RANGE', 'hotspot.zones.0'],
    ['a picture without words', 'HOTSPOT', { hotspot: { ...aQuestionOf('HOTSPOT').hotspot!, alternative: ' ' } }, 'REQUIRED', 'hotspot.alternative'],
    ['a unit to choose without one of its own', 'NUMERIC', { number: aNumber(1, { units: [{ name: 'cm', multiplier: 0.01 }] }) }, 'REQUIRED', 'number.unit'],
    ['fewer words allowed than asked', 'ESSAY', { essay: { minWords: 50, maxWords: 10, template: '' } }, 'OUT_OF_RANGE', 'essay.maxWords'],
  ])('%s', (_, kind, fields, code, field) => expect(faultsOf(aQuestionOf(kind, fields))).toContainEqual({ code, field }))
})

describe('answers that are none', () => {
  test.each<[string, QuestionKind, object, string]>([
    ['two picks of one', 'SINGLE_CHOICE', { choices: ['a', 'b'] }, 'KIND'], ['a choice it does not have', 'MULTIPLE_CHOICE', { choices: ['z'] }, 'UNKNOWN_CHOICE'],
    ['a stem it does not have', 'MATCHING', { pairs: [{ stem: 'p9', match: 'm1' }] }, 'UNKNOWN_CHOICE'], ['half an order', 'ORDERING', { order: ['i1'] }, 'KIND'],
    ['an order with one twice', 'ORDERING', { order: ['i1', 'i1', 'i2', 'i3'] }, 'KIND'], ['a gap it does not have', 'CLOZE', { gaps: [{ gap: 'g9', text: 'x' }] }, 'UNKNOWN_CHOICE'],
    ['a choice its gap does not have', 'CLOZE', { gaps: [{ gap: 'g3', text: 'z' }] }, 'UNKNOWN_CHOICE'], ['more words than allowed', 'ESSAY', { text: 'kata '.repeat(51) }, 'TOO_LONG'],
    ['more files than allowed', 'FILE', { files: ['a', 'b', 'c'] }, 'TOO_MANY'], ['a number that is none', 'NUMERIC', { number: Infinity }, 'KIND'],
    ['more zones than may be picked', 'HOTSPOT', { choices: ['z1', 'z2'] }, 'TOO_MANY'],
  ])('%s', (_, kind, given, why) => {
    const question = kind === 'HOTSPOT' ? aQuestionOf(kind, { hotspot: { ...aQuestionOf(kind).hotspot!, picks: 1 } }) : aQuestionOf(kind)
    expect(readAnswer(dealt(question).asked, given)).toEqual({ ok: false, why })
  })
  test.each([['choices', 'MULTIPLE_CHOICE', { choices: [] }], ['text', 'SHORT_ANSWER', { text: '  ' }], ['gaps', 'CLOZE', { gaps: [{ gap: 'g1', text: '' }] }], ['nothing', 'ORDERING', {}]] as const)('empty %s take the answer back', (_, kind, given) =>
    expect(readAnswer(dealt(aQuestionOf(kind)).asked, given)).toEqual({ ok: true, answer: null }))
  test('the answer stored has the parts of its kind alone', () => expect(readAnswer(dealt(aQuestionOf('TRUE_FALSE')).asked, { truth: false })).toEqual({ ok: true, answer: { ...noAnswer, truth: false } }))
})

test('a variant’s values stand in formulas in braces of their own, with a comma that is no list', () => {
  const variant = { number: 0, values: { a: 12.5, b: 3 }, value: 0 }
  expect(textOf('<p>{a} dan \\(\\frac{a}{b}\\) dan {c}</p>', variant)).toBe('<p>12,5 dan \\(\\frac{12{,}5}{3}\\) dan {c}</p>')
})
