import { describe, expect, test } from '@jest/globals'
import { markOf, reaches } from '../../server/quiz/domain/score.ts'

describe('the whole', () => {
  test('marks are weighed by points', () => expect(markOf([{ points: 3, mark: 1 }, { points: 1, mark: 0 }])).toBe(0.75))
  test('nothing is rounded', () => expect(markOf([{ points: 1, mark: 1 }, { points: 2, mark: 0 }])).toBe(1 / 3))
  test('no question is a fault of ours', () => expect(() => markOf([])).toThrow(RangeError))
  test('a mark that is equal but for the last digit reaches', () => {
    expect(reaches(0.1 + 0.2 + 0.4, 0.7)).toBe(true)
    expect(reaches(0.6999, 0.7)).toBe(false)
  })
})
