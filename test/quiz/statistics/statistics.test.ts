import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { difOf } from '../../../server/quiz/domain/statistics/dif.ts'
import { begin, join as joined, take, type Gathered, type Item, type Row } from '../../../server/quiz/domain/statistics/gather.ts'
import { count, greatestCovariance, median } from '../../../server/quiz/domain/statistics/histogram.ts'
import { intervalOf, itemStatistics } from '../../../server/quiz/domain/statistics/items.ts'
import { livingston, spearmanBrown, wholeStatistics } from '../../../server/quiz/domain/statistics/whole.ts'
import { projectRoot } from '../../../server/lib/root.ts'

const folder = join(projectRoot, 'test/quiz/statistics')
const maxima = [1, 1, 2, 1, 3, 1]
const items: Item[] = maxima.map((max, at) => ({ id: `i${at + 1}`, max, options: at === 0 ? ['a', 'b', 'c', 'd'] : [], right: at === 0 ? ['a'] : [] }))
const rows: Row[] = readFileSync(join(folder, 'answers.csv'), 'utf8').trim().split('\n').slice(1).map(line => {
  const [group, ...rest] = line.split(',')
  return { group: group as 'FOCAL', points: rest.slice(0, 6).map(Number), picks: [[rest[6]!], null, null, null, null, null] }
})
/** Made by R 4 from the same answers, straight from the definitions: expected.R. */
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, number[]>

const gather = (of: readonly Row[], what = items): Gathered => {
  const gathered = begin(what)
  for (const row of of) take(gathered, row)
  return gathered
}
const near = (found: readonly (number | null)[], wanted: readonly number[]) => found.forEach((value, at) => {
  expect(Math.abs(value! - wanted[at]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted[at]!)))
})

describe('statistics agree with R to the ninth digit', () => {
  const whole = gather(rows)
  const [first, second] = [gather(rows.slice(0, 77)), gather(rows.slice(77))]
  test.each([['gathered at once', whole], ['gathered in two parts', joined(first, second)]])('%s', (_, gathered) => {
    const found = itemStatistics(gathered)
    near(found.map(({ facility }) => facility), expected.facility!)
    near(found.map(({ sd }) => sd), expected.sd!)
    near(found.map(({ discrimination }) => discrimination), expected.discrimination!)
    near(found.map(({ interval }) => interval![0]), expected.low!)
    near(found.map(({ interval }) => interval![1]), expected.high!)
    near(found.map(({ efficiency }) => efficiency), expected.efficiency!)
    near(found.map(({ effectiveWeight }) => effectiveWeight), expected.effectiveWeight!)
    near(found[0]!.options.map(({ pointBiserial }) => pointBiserial), expected.pointBiserial!)
    const all = wholeStatistics(gathered)
    near([all.n, all.mean, all.median, all.sd, all.skewness, all.kurtosis, all.consistency, all.errorRatio, all.standardError], expected.whole!)
    near([livingston(all.consistency! / 100, { mean: all.mean!, sd: all.sd! }, 5)], expected.livingston!)
    const dif = gathered.items.map(difOf)
    near(dif.map(one => one!.odds), expected.odds!)
    near(dif.map(one => one!.chiSquare), expected.chiSquare!)
  })
})

describe('item statistics', () => {
  const two: Item[] = [{ id: 'a', max: 1, options: [], right: [] }, { id: 'b', max: 1, options: [], right: [] }]
  const row = (...points: (number | null)[]): Row => ({ points, picks: points.map(() => null), group: null })

  test('say nothing of nobody, and no spread of one', () => {
    expect(itemStatistics(gather([], two))[0]).toMatchObject({ n: 0, facility: null, sd: null, discrimination: null, flags: [] })
    expect(itemStatistics(gather([row(1, 0)], two))[0]).toMatchObject({ n: 1, facility: 1, discrimination: null })
  })
  test('have no discrimination where all earn the same', () => {
    const [first] = itemStatistics(gather([row(1, 0), row(1, 1), row(1, 0)], two))
    expect(first).toMatchObject({ facility: 1, discrimination: null, efficiency: null })
  })
  test('count only who was asked: a random draw', () => {
    const [first] = itemStatistics(gather([row(1, 1), row(null, 1), row(0, 0), row(1, 0)], two))
    expect(first).toMatchObject({ n: 3, facility: 2 / 3 })
  })
  test('alpha needs that all were asked the same', () => {
    expect(wholeStatistics(gather([row(1, 1), row(0, 0), row(1, 0)], two)).consistency).not.toBeNull()
    expect(wholeStatistics(gather([row(1, 1), row(0, 0), row(1, null)], two)).consistency).toBeNull()
  })
  test('raise no flag below thirty learners, and the key is suspected from there on', () => {
    const against = (n: number) => gather(Array.from({ length: n }, (_, at) => row(at % 2, 1 - (at % 2))), two)
    expect(itemStatistics(against(29))[0]!.flags).toEqual([])
    expect(itemStatistics(against(30))[0]!.flags).toEqual(['SUSPECT_KEY'])
  })
  test('a wrong choice the best prefer is suspect; one nobody picks does no work', () => {
    const picks = Array.from({ length: 40 }, (_, at): Row => ({ group: null, points: [at < 20 ? 1 : 0, at < 20 ? 0 : 1], picks: [[at < 20 ? 'a' : 'b'], null] }))
    const three: Item[] = [{ id: 'q', max: 1, options: ['a', 'b', 'c'], right: ['a'] }, { id: 'r', max: 5, options: [], right: [] }]
    const better = picks.map((one, at) => ({ ...one, points: [one.points[0]!, at < 20 ? 0 : 5] }))
    expect(itemStatistics(gather(better, three))[0]!.options.map(({ suspect }) => suspect)).toEqual([null, 'ATTRACTS_THE_BEST', 'NOT_CHOSEN'])
  })
  test('a row of another length is refused', () => expect(() => gather([row(1)], two)).toThrow(RangeError))
  test('an effective weight is not shown where the item goes against the whole', () => {
    const three: Item[] = ['a', 'b', 'c'].map(id => ({ id, max: 1, options: [], right: [] }))
    const found = itemStatistics(gather([row(0, 1, 1), row(0, 1, 1), row(1, 0, 0), row(1, 0, 0)], three))
    expect(found[0]!.effectiveWeight).toBeNull()
    expect(found[1]!.effectiveWeight! + found[2]!.effectiveWeight!).toBeCloseTo(100, 9)
  })
})

describe('differential functioning', () => {
  test('is not judged on few: small groups mislead', () => {
    expect(difOf({ strata: new Map([[0, [10, 5, 9, 10]]]) })).toBeNull()
  })
  // Holland and Thayer's ETS classes: delta of -2.35 ln 2 is -1.63.
  test('an item twice as hard for the focal group at every ability is of class C', () => {
    const found = difOf({ strata: new Map([[0, [200, 200, 100, 200]], [1, [300, 150, 200, 200]]]) })!
    expect(found.odds).toBeCloseTo(2, 9)
    expect(found.delta).toBeCloseTo(-1.6288957, 6)
    expect(found.size).toBe('C')
  })
  test('and of class A where both do alike', () => expect(difOf({ strata: new Map([[0, [200, 100, 100, 50]]]) })!.size).toBe('A'))
})

describe('the parts', () => {
  test.each([[[], null], [[3], 3], [[1, 2], 1.5], [[5, 1, 1], 1]])('the median of %j is %s', (values, wanted) => {
    const histogram = new Map<number, number>()
    for (const value of values) count(histogram, value)
    expect(median(histogram)).toBe(wanted)
  })
  test('reliability twice as long', () => expect(spearmanBrown(0.6, 2)).toBeCloseTo(0.75, 12))
  test('no interval at r of one', () => expect([intervalOf(1, 10), intervalOf(0.5, 3)]).toEqual([null, null]))
  const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 20 })), { minLength: 2, maxLength: 60 })
  test('no order of the same values has a greater covariance than the sorted one', () => fc.assert(fc.property(marks, pairs => {
    const [x, y] = [new Map<number, number>(), new Map<number, number>()]
    for (const [a, b] of pairs) { count(x, a); count(y, b) }
    const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length
    const own = pairs.reduce((sum, [a, b]) => sum + (a - mean(0)) * (b - mean(1)), 0) / (pairs.length - 1)
    expect(own).toBeLessThanOrEqual(greatestCovariance(x, y)! + 1e-9)
  })))
  test('however the attempts are split, the figures are the same', () => fc.assert(fc.property(marks, fc.nat(60), (pairs, cut) => {
    const of = (list: typeof pairs) => gather(list.map(([a, b]) => ({ points: [a, b], picks: [null, null], group: null })), [{ id: 'a', max: 4, options: [], right: [] }, { id: 'b', max: 20, options: [], right: [] }])
    const [one, two] = [wholeStatistics(of(pairs)), wholeStatistics(joined(of(pairs.slice(0, cut)), of(pairs.slice(cut))))]
    for (const key of Object.keys(one) as (keyof typeof one)[]) {
      if (one[key] === null || two[key] === null) continue
      expect(two[key]!).toBeCloseTo(one[key]!, 6)
    }
  })))
})
