import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { choose, type Past, type Wanted } from '../../../server/quiz/domain/choose.ts'

const past = (fields: Partial<Past> = {}): Past => ({ taken: new Set(), seen: new Map(), used: new Map(), seed: 7, ...fields })
const want = (id: string, count: number, ...fitting: string[]): Wanted => ({ id, count, fitting })
const all = (chosen: Map<string, string[]>) => [...chosen.values()].flat()

const names = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
const draws = fc.array(fc.record({ count: fc.integer({ min: 0, max: 4 }), fitting: names }), { minLength: 1, maxLength: 4 })
  .map(rows => rows.map((row, at): Wanted => ({ id: `d${at}`, ...row })))
const times = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.nat(5)).map(counts => new Map(Object.entries(counts)))

/** The most slots that can be filled at all, tried in every way. */
function most(wanted: readonly Wanted[], free: ReadonlySet<string>): number {
  const slots = wanted.flatMap(({ count, fitting }) => Array.from({ length: count }, () => fitting))
  const fill = (at: number, left: ReadonlySet<string>): number => {
    if (at === slots.length) return 0
    const without = fill(at + 1, left)
    return slots[at]!.filter(one => left.has(one)).reduce((best, one) => Math.max(best, 1 + fill(at + 1, new Set([...left].filter(other => other !== one)))), without)
  }
  return fill(0, free)
}

describe('what is drawn from the bank', () => {
  test('is first what the learner has not seen, then what was asked least', () => {
    const chosen = choose([want('d', 2, 'a', 'b', 'c', 'd')], past({ seen: new Map([['a', 1], ['b', 1]]), used: new Map([['c', 9], ['d', 3], ['a', 0]]) }))
    expect(chosen.get('d')).toEqual(['d', 'c'])
  })
  test('is what the learner saw least often once all were seen', () => {
    expect(choose([want('d', 1, 'a', 'b')], past({ seen: new Map([['a', 2], ['b', 1]]) })).get('d')).toEqual(['b'])
  })
  test('is never what the quiz asks already', () => {
    expect(choose([want('d', 2, 'a', 'b')], past({ taken: new Set(['a']) })).get('d')).toEqual(['b'])
  })
  test('a broad draw leaves a narrow one what only it can use', () => {
    const chosen = choose([want('broad', 2, 'a', 'b', 'c'), want('narrow', 1, 'a')], past({ used: new Map([['b', 5], ['c', 5]]) }))
    expect(chosen.get('narrow')).toEqual(['a'])
    expect(chosen.get('broad')!.sort()).toEqual(['b', 'c'])
  })
  test('among equals each is drawn about as often, by the seed', () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++) for (const one of all(choose([want('d', 1, 'a', 'b', 'c')], past({ seed })))) counts.set(one, (counts.get(one) ?? 0) + 1)
    for (const one of ['a', 'b', 'c']) expect(Math.abs(counts.get(one)! - 1000)).toBeLessThan(130)
  })
  test('the same seed draws the same, in whatever order the bank lists its questions', () => {
    fc.assert(fc.property(draws, times, times, fc.nat(), (wanted, seen, used, seed) => {
      const turned = wanted.map(one => ({ ...one, fitting: [...one.fitting].reverse() }))
      expect(choose(turned, past({ seen, used, seed }))).toEqual(choose(wanted, past({ seen, used, seed })))
    }))
  })
  test('nothing twice, nothing that does not fit, never more than wanted, and fewer only where there is no way', () => {
    fc.assert(fc.property(draws, names, times, times, fc.nat(), (wanted, taken, seen, used, seed) => {
      const chosen = choose(wanted, past({ taken: new Set(taken), seen, used, seed }))
      const got = all(chosen)
      expect(new Set(got).size).toBe(got.length)
      for (const { id, count, fitting } of wanted) {
        expect(chosen.get(id)!.length).toBeLessThanOrEqual(count)
        for (const one of chosen.get(id)!) expect(fitting.includes(one) && !taken.includes(one)).toBe(true)
      }
      const free = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].filter(one => !taken.includes(one)))
      const small = wanted.reduce((sum, { count }) => sum + count, 0) <= 7
      if (small) expect(got.length).toBe(most(wanted, free))
    }))
  })
})
