import { describe, expect, test } from '@jest/globals'
import { isNear, markMultiple, markOf, markQuestion, matches, plain, reaches, type Answer } from '../../server/quiz/domain/score.ts'

const none: Answer = { choices: null, truth: null, text: null, number: null }
const picks = (...choices: string[]): Answer => ({ ...none, choices })
const says = (text: string): Answer => ({ ...none, text })

describe('a single choice', () => {
  const key = { kind: 'SINGLE_CHOICE', right: ['a'] } as const
  test.each([
    ['right', picks('a'), 1], ['wrong', picks('b'), 0], ['blank', null, 0], ['two picks are no answer', picks('a', 'b'), 0],
  ])('%s', (_, answer, mark) => expect(markQuestion(key, answer)).toBe(mark))
  test('without a right answer is a fault of ours', () => expect(() => markQuestion({ ...key, right: [] }, picks('a'))).toThrow(RangeError))
})

describe('a multiple choice', () => {
  test.each([
    ['every right choice', ['a', 'b'], 1],
    ['half of the right choices', ['a'], 0.5],
    ['a wrong pick cancels a right one', ['a', 'c'], 0],
    ['all right and one wrong', ['a', 'b', 'c'], 0.5],
    ['all wrong is not less than nothing', ['c', 'd'], 0],
    ['the same choice twice counts once', ['a', 'a'], 0.5],
    ['blank', [], 0],
  ])('%s', (_, picked, mark) => expect(markMultiple(['a', 'b'], picked)).toBe(mark))
  test('of three, two right and one wrong', () => expect(markMultiple(['a', 'b', 'c'], ['a', 'b', 'd'])).toBeCloseTo(1 / 3, 12))
})

describe('true or false', () => {
  const key = { kind: 'TRUE_FALSE', truth: false } as const
  test.each([[false, 1], [true, 0], [null, 0]])('%s', (truth, mark) => expect(markQuestion(key, { ...none, truth })).toBe(mark))
})

describe('a short answer', () => {
  const key = { kind: 'SHORT_ANSWER', accepted: ['Ombudsman', 'Ombudsman R*', 'Café Budaya'] } as const
  test.each([
    ['as written', 'Ombudsman', 1],
    ['capitals do not matter', 'OMBUDSMAN', 1],
    ['nor spaces around and between', '  ombudsman   ri ', 1],
    ['a star stands for anything', 'Ombudsman Republik Indonesia', 1],
    ['accents however they were typed', 'cafe\u0301 budaya', 1],
    ['but a letter is a letter', 'cafe budaya', 0],
    ['not a part of it', 'Ombuds', 0],
    ['nor more than it', 'Lembaga Ombudsman', 0],
    ['blank', '   ', 0],
  ])('%s', (_, text, mark) => expect(markQuestion(key, says(text))).toBe(mark))

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
    ['exact', 75, 75, 0, true],
    ['a sum that binary cannot write', 0.1 + 0.2, 0.3, 0, true],
    ['at the edge', 83.34, 83.33, 0.01, true],
    ['below the edge', 83.32, 83.33, 0.01, true],
    ['beyond the edge', 83.3401, 83.33, 0.01, false],
    ['large numbers one apart are different', 1_000_000_001, 1_000_000_000, 0, false],
    ['a small difference of small numbers', 1e-9, 2e-9, 0, false],
    ['negative', -12.5, -12.5, 0, true],
    ['zero has no sign', -0, 0, 0, true],
    ['no number', Number.NaN, 0, 1, false],
    ['endless', Infinity, 0, 1e12, false],
    ['blank', null, 0, 1, false],
  ])('%s', (_, given, value, tolerance, is) => expect(isNear(given, value, tolerance)).toBe(is))
})

describe('the whole', () => {
  test('marks are weighed by points', () => expect(markOf([{ points: 3, mark: 1 }, { points: 1, mark: 0 }])).toBe(0.75))
  test('nothing is rounded', () => expect(markOf([{ points: 1, mark: 1 }, { points: 2, mark: 0 }])).toBe(1 / 3))
  test('no question is a fault of ours', () => expect(() => markOf([])).toThrow(RangeError))
  test('a mark that is equal but for the last digit reaches', () => {
    expect(reaches(0.1 + 0.2 + 0.4, 0.7)).toBe(true)
    expect(reaches(0.6999, 0.7)).toBe(false)
  })
})
