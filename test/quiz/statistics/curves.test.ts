import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addLevel, curveOf, joinTraces, type Trace } from '../../../server/quiz/domain/statistics/curve.ts'
import { begin, take, type Item } from '../../../server/quiz/domain/statistics/gather.ts'
import { itemStatistics } from '../../../server/quiz/domain/statistics/items.ts'
import { wholeStatistics } from '../../../server/quiz/domain/statistics/whole.ts'
import { addForm, formsOf, joinSplits, type Split } from '../../../server/quiz/domain/statistics/split.ts'
import { projectRoot } from '../../../server/lib/root.ts'

const folder = join(projectRoot, 'test/quiz/statistics')
const maxima = [1, 1, 2, 1, 3, 1]
const options = ['a', 'b', 'c', 'd']
const items: Item[] = maxima.map((max, at) => ({ id: `i${at + 1}`, max, options: at === 0 ? options : [], right: at === 0 ? ['a'] : [] }))
const rows = readFileSync(join(folder, 'answers.csv'), 'utf8').trim().split('\n').slice(1).map(line => line.split(',').slice(1))
/** Made by R 4 from the same answers: expected.curves.R. */
const expected = JSON.parse(readFileSync(join(folder, 'expected.curves.json'), 'utf8')) as Record<string, number[][]> & { sizes: number[] }
const near = (found: readonly (number | null)[], wanted: readonly number[]) => {
  expect(found.length).toBe(wanted.length)
  found.forEach((value, at) => expect(Math.abs(value! - wanted[at]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted[at]!))))
}

describe('curves and forms agree with R to the ninth digit', () => {
  const gathered = begin(items)
  rows.forEach((row, at) => take(gathered, {
    group: null, points: row.slice(0, 6).map(Number), picks: [[row[6]!], null, null, null, null, null], variants: items.map(() => at % 3), versions: items.map(() => at % 3),
  }))
  const found = itemStatistics(gathered)
  test('fifths of the whole, what an item earns in each, and who picks what', () => {
    expect(found[0]!.curve.map(({ n }) => n)).toEqual(expected.sizes)
    found.forEach(({ curve }, at) => near(curve.map(({ facility }) => facility), expected.facility![at]!))
    options.forEach((_, at) => near(found[0]!.curve.map(({ shares }) => shares[at]!), expected.shares![at]!))
  })
  test('each variant, and each version, by itself', () => {
    found.forEach(({ variants, versions }, at) => {
      near(variants.map(({ facility }) => facility), expected.formFacility![at]!)
      near(versions.map(({ discrimination }) => discrimination), expected.formDiscrimination![at]!)
      expect(variants.map(({ apart }) => apart)).toEqual(expected.welch![at]!.map(t => t > 3))
    })
  })
})

describe('a curve', () => {
  const even = (n: number, picks: readonly string[] | null = null): Trace => {
    const trace: Trace = new Map()
    for (let at = 0; at < n; at++) addLevel(trace, at / n, at % 2, picks)
    return trace
  }
  test.each([[14, 0], [15, 3], [19, 3], [20, 4], [24, 4], [25, 5], [1000, 5]])('of %i learners has %i groups: none of fewer than five', (n, groups) => {
    expect(curveOf(even(n), { max: 1, options: [] })).toHaveLength(groups)
  })
  test('is not drawn where too many did alike to part them', () => {
    const trace: Trace = new Map()
    for (let at = 0; at < 60; at++) addLevel(trace, at < 50 ? 0.5 : 0.9, 1, null)
    expect(curveOf(trace, { max: 1, options: [] })).toEqual([])
  })
  test('counts no share where nobody answered', () => expect(curveOf(even(30), { max: 1, options: ['a'] })[0]!.shares).toEqual([null]))
  const learners = fc.array(fc.record({ share: fc.integer({ min: 0, max: 20 }).map(of => of / 20), earned: fc.integer({ min: 0, max: 2 }), pick: fc.constantFrom('a', 'b', null) }), { maxLength: 120 })
  test('is the same however learners are gathered, and everybody is in one group', () => fc.assert(fc.property(learners, fc.nat(120), (all, cut) => {
    const of = (list: typeof all) => {
      const trace: Trace = new Map()
      for (const { share, earned, pick } of list) addLevel(trace, share, earned, pick === null ? null : [pick])
      return trace
    }
    const what = { max: 2, options: ['a', 'b'] }
    const curve = curveOf(of(all), what)
    expect(curveOf(joinTraces(of(all.slice(cut)), of(all.slice(0, cut))), what)).toEqual(curve)
    if (curve.length > 0) expect(curve.reduce((sum, { n }) => sum + n, 0)).toBe(all.length)
    for (const { facility, shares } of curve) for (const one of [facility, ...shares]) if (one !== null) expect(one).toBeGreaterThanOrEqual(0)
    for (const { facility } of curve) expect(facility).toBeLessThanOrEqual(1)
  })))
})

describe('forms of a question', () => {
  const split = (...of: [form: number, right: number, wrong: number][]): Split => {
    const found: Split = new Map()
    for (const [form, right, wrong] of of) for (let at = 0; at < right + wrong; at++) addForm(found, form, at < right ? 1 : 0, at % 7)
    return found
  }
  test('a variant much harder than the others stands apart, and they from it', () => {
    expect(formsOf(split([1, 40, 10], [2, 38, 12], [3, 5, 45]), 1).map(({ form, facility, apart }) => [form, Math.round(facility * 100), apart])).toEqual([[1, 80, true], [2, 76, true], [3, 10, true]])
    expect(formsOf(split([1, 40, 10], [2, 38, 12]), 1).map(({ apart }) => apart)).toEqual([false, false])
  })
  test('nothing is told of a variant four were given, and none of few is called apart', () => {
    expect(formsOf(split([1, 4, 0], [2, 0, 29], [3, 29, 0]), 1).map(({ form, apart }) => [form, apart])).toEqual([[2, false], [3, false]])
  })
  test('gathered apart and joined they are the same', () => {
    expect(formsOf(joinSplits(split([1, 6, 0]), split([1, 0, 6], [2, 5, 0])), 1).map(({ n, facility }) => [n, facility])).toEqual([[12, 0.5], [5, 1]])
  })
})

test('a question that is tried and not counted leaves the whole alone, and is judged by all of it', () => {
  const three: Item[] = [{ id: 'a', max: 1, options: [], right: [] }, { id: 'b', max: 1, options: [], right: [] }, { id: 'pilot', max: 1, options: [], right: [], counts: false }]
  const answers = [[1, 1, 1], [0, 0, 0], [1, 0, 1], [0, 1, 0], [1, 1, 1]]
  const of = (what: Item[]) => {
    const gathered = begin(what)
    for (const one of answers) take(gathered, { points: one.slice(0, what.length), picks: what.map(() => null), group: null })
    return gathered
  }
  const [withPilot, without] = [of(three), of(three.slice(0, 2))]
  expect(wholeStatistics(withPilot)).toEqual(wholeStatistics(without))
  const [first, , pilot] = itemStatistics(withPilot)
  expect(first).toMatchObject({ intendedWeight: 50, effectiveWeight: itemStatistics(without)[0]!.effectiveWeight })
  // By hand: x = 1 0 1 0 1, T = 2 0 1 1 2; cov = 0.35, var x = 0.3, var T = 0.7.
  expect(pilot).toMatchObject({ intendedWeight: 0, effectiveWeight: null, facility: 0.6 })
  expect(pilot!.discrimination).toBeCloseTo((100 * 0.35) / Math.sqrt(0.3 * 0.7), 9)
})
