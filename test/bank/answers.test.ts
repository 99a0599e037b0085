import { describe, expect, test } from '@jest/globals'
import { markMultiple, type ChoiceKey } from '../../server/bank/domain/kinds/choice.ts'
import { isNear } from '../../server/bank/domain/kinds/number.ts'
import { markShort } from '../../server/bank/domain/kinds/short.ts'
import { matches, plain } from '../../server/bank/domain/text.ts'

const keyOf = (...right: boolean[]): ChoiceKey => ({ scoring: 'HITS_LESS_MISSES', choices: right.map((one, at) => ({ id: 'abcd'[at]!, right: one, fraction: null })) })

describe('a multiple choice', () => {
  test.each([
    ['every right choice', ['a', 'b'], 1], ['half of the right choices', ['a'], 0.5], ['a wrong pick cancels a right one', ['a', 'c'], 0], ['all right and one wrong', ['a', 'b', 'c'], 0.5],
    ['all wrong is not less than nothing', ['c', 'd'], 0], ['the same choice twice counts once', ['a', 'a'], 0.5], ['blank', [], 0],
  ])('%s', (_, picked, mark) => expect(markMultiple(keyOf(true, true, false, false), picked)).toBe(mark))
  test('of three, two right and one wrong', () => expect(markMultiple(keyOf(true, true, true, false), ['a', 'b', 'd'])).toBeCloseTo(1 / 3, 12))
  test('without a right answer is a fault of ours', () => expect(() => markMultiple(keyOf(false, false), ['a'])).toThrow(RangeError))
})

describe('a short answer', () => {
  const patterns = ['Ombudsman', 'Ombudsman R*', 'Café Budaya'].map(text => ({ text, fraction: 1 }))
  test.each([
    ['as written', 'Ombudsman', 1], ['capitals do not matter', 'OMBUDSMAN', 1], ['nor spaces around and between', '  ombudsman   ri ', 1],
    ['a star stands for anything', 'Ombudsman Republik Indonesia', 1], ['accents however they were typed', 'cafe\u0301 budaya', 1], ['but a letter is a letter', 'cafe budaya', 0],
    ['not a part of it', 'Ombuds', 0], ['nor more than it', 'Lembaga Ombudsman', 0], ['blank', '   ', 0],
  ])('%s', (_, text, mark) => expect(markShort(patterns, false, text)).toBe(mark))

  test.each([
    ['*', '', true], ['*', 'apa pun', true], ['a*c', 'abc', true], ['a*c', 'ac', true], ['a*c', 'acb', false], ['*b*', 'abc', true],
    ['a**c', 'abbc', true], ['a.c', 'abc', false], ['(a)', '(a)', true], ['a*b*c', 'aXbYbZc', true], ['', '', true], ['a', '', false],
  ])('%s and %s', (pattern, text, is) => expect(matches(pattern, text)).toBe(is))

  test('no pattern takes long', () => {
    const before = performance.now()
    expect(matches(`${'*a'.repeat(100)}b`, 'a'.repeat(500))).toBe(false)
    expect(performance.now() - before).toBeLessThan(100)
  })
  test('plain text is plain already', () => expect(plain(plain('  Aa  B '))).toBe('aa b'))
})

describe('a number', () => {
  test.each([
    ['exact', 75, 75, 0, true], ['a sum that binary cannot write', 0.1 + 0.2, 0.3, 0, true], ['at the edge', 83.34, 83.33, 0.01, true], ['below the edge', 83.32, 83.33, 0.01, true],
    ['beyond the edge', 83.3401, 83.33, 0.01, false], ['large numbers one apart are different', 1_000_000_001, 1_000_000_000, 0, false],
    ['a small difference of small numbers', 1e-9, 2e-9, 0, false], ['negative', -12.5, -12.5, 0, true], ['zero has no sign', -0, 0, 0, true],
    ['no number', Number.NaN, 0, 1, false], ['endless', Infinity, 0, 1e12, false],
  ])('%s', (_, given, value, tolerance, is) => expect(isNear(given, { value, tolerance, toleranceKind: 'NOMINAL' })).toBe(is))
})
