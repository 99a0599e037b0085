import { describe, expect, test } from '@jest/globals'
import { weightedMark } from '../../server/course/domain/result.ts'
import { attemptsLeft, isPassed, markBy, type Finished } from '../../server/quiz/domain/standing.ts'

const quizMark = weightedMark

const finished = (...marks: number[]): Finished[] => marks.map((mark, at) => ({ number: at + 1, mark, passMark: 0.7 }))

describe('the mark of a quiz', () => {
  const attempts = finished(0.5, 0.9, 0.7).reverse()
  test.each([['HIGHEST', 0.9], ['FIRST', 0.5], ['LAST', 0.7]] as const)('%s', (method, mark) => expect(markBy(method, attempts)).toBe(mark))
  test('AVERAGE, of all and unrounded', () => expect(markBy('AVERAGE', finished(1, 0, 0))).toBe(1 / 3))
  test('none while none is finished', () => expect(markBy('HIGHEST', [])).toBeNull())
})

describe('passing', () => {
  test('at the mark', () => expect(isPassed(0.7, 0.7, finished(0.7))).toBe(true))
  test('not below it', () => expect(isPassed(0.69, 0.7, finished(0.69))).toBe(false))
  test('not without a mark', () => expect(isPassed(null, 0, [])).toBe(false))
  test('a mark raised later does not count', () => expect(isPassed(0.75, 0.8, finished(0.75))).toBe(true))
  test('one lowered later does', () => expect(isPassed(0.65, 0.6, finished(0.65))).toBe(true))
})

test('attempts left', () => {
  expect(attemptsLeft(2, 0)).toBe(2)
  expect(attemptsLeft(2, 2)).toBe(0)
  expect(attemptsLeft(1, 2)).toBe(0)
  expect(attemptsLeft(null, 9)).toBeNull()
})

describe('the mark over a course', () => {
  test('is weighed', () => expect(quizMark([{ weight: 30, mark: 1 }, { weight: 70, mark: 0.5 }])).toBeCloseTo(0.65, 12))
  test('a quiz not taken counts nothing', () => expect(quizMark([{ weight: 50, mark: 0.8 }, { weight: 50, mark: null }])).toBeCloseTo(0.4, 12))
  test('weights need not make 100', () => expect(quizMark([{ weight: 10, mark: 1 }, { weight: 10, mark: 0 }])).toBe(0.5))
  test('weights of nothing weigh alike', () => expect(quizMark([{ weight: 0, mark: 1 }, { weight: 0, mark: 0.5 }])).toBe(0.75))
  test('none while none is scored', () => {
    expect(quizMark([{ weight: 100, mark: null }])).toBeNull()
    expect(quizMark([])).toBeNull()
  })
})
