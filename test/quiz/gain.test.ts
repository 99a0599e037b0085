import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gainOf, gainsOf, levelOf } from '../../server/quiz/domain/statistics/gain.ts'

describe('normalised gain', () => {
  // DOMAIN.md 4.6: pre 52, post 84 -> 0.667, medium; pre 100 -> null. Bounds are Hake's (1998).
  test.each([[52, 84, 0.6667, 'MEDIUM'], [0, 70, 0.7, 'HIGH'], [50, 85, 0.7, 'HIGH'], [40, 58, 0.3, 'MEDIUM'], [40, 57.9, 0.2983, 'LOW'], [60, 50, -0.25, 'LOW'], [80, 100, 1, 'HIGH']])('from %d to %d is %d, %s', (before, after, gain, level) => {
    const found = gainOf({ before: before / 100, after: after / 100 })!
    expect(found).toBeCloseTo(gain, 4)
    expect(levelOf(found)).toBe(level)
  })
  test('is nothing where all was known before', () => expect(gainOf({ before: 1, after: 0.9 })).toBeNull())
})

describe('the gain of a class', () => {
  test('is of its means, beside the mean of its learners’ own', () => {
    const found = gainsOf([{ before: 0.2, after: 0.6 }, { before: 0.8, after: 1 }, { before: 0.5, after: 0.5 }, { before: 1, after: 1 }])!
    expect(found).toMatchObject({ high: 1, medium: 1, low: 1, full: 1 })
    // Means 0.625 and 0.775: 0.15 of 0.375. Own: 0.5, 1, 0.
    expect(found.gain).toBeCloseTo(0.4, 12)
    expect(found.level).toBe('MEDIUM')
    expect(found.meanGain).toBeCloseTo(0.5, 12)
  })
  test('is nothing of nobody, and none where all knew everything', () => {
    expect(gainsOf([])).toBeNull()
    expect(gainsOf([{ before: 1, after: 1 }])).toMatchObject({ gain: null, level: null, meanGain: null, full: 1 })
  })
  const mark = fc.integer({ min: 0, max: 100 }).map(of => of / 100)
  test('is at most 1, everybody is counted once, and a better post-test never lowers it', () => fc.assert(fc.property(fc.array(fc.record({ before: mark, after: mark }), { minLength: 1, maxLength: 40 }), all => {
    const found = gainsOf(all)!
    expect(found.high + found.medium + found.low + found.full).toBe(all.length)
    if (found.gain === null) return
    expect(found.gain).toBeLessThanOrEqual(1 + 1e-9)
    const better = gainsOf(all.map(one => ({ ...one, after: Math.min(1, one.after + 0.1) })))!
    expect(better.gain!).toBeGreaterThanOrEqual(found.gain - 1e-9)
  })))
})
