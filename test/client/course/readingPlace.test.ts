import { describe, expect, test } from '@jest/globals'
import { withPlace } from '../../../client/course/useReadingPlace.ts'

describe('places in texts', () => {
  test('are remembered, the newest last', () => expect(withPlace({ a: 10, b: 20 }, 'a', 30)).toEqual({ b: 20, a: 30 }))
  test('the top of a page is no place', () => expect(withPlace({ a: 10 }, 'a', 0)).toEqual({}))
  test('the oldest goes when there are too many', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`t${at}`, at + 1]))
    const after = withPlace(many, 'new', 5)
    expect(Object.keys(after)).toHaveLength(40)
    expect(after).not.toHaveProperty('t0')
    expect(Object.keys(after).at(-1)).toBe('new')
  })
})
