import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { outcomeOf, reactionsTo, turnoutOf, type Given } from '../../server/consultation/domain/results.ts'
import { LEAST, namesShown, shownCells } from '../../server/consultation/domain/suppress.ts'

/** The smallest group of people that can be worked out: the total less whatever is shown. */
const leftOver = (total: number, cells: readonly number[], shown: readonly boolean[]) => total - cells.reduce((sum, n, index) => sum + (shown[index] ? n : 0), 0)

describe('which numbers are shown', () => {
  test.each([
    ['nothing of four people', [4], 0, false, [false]],
    ['five people', [5], 0, true, [true]],
    ['two groups of five', [5, 5], 0, true, [true, true]],
    ['a small group hides the smallest other', [9, 6, 3], 0, true, [true, false, false]],
    ['two small ones hide each other, when together five', [9, 3, 2], 0, true, [true, false, false]],
    ['a small rest hides the smallest group', [7, 8], 2, true, [false, true]],
    ['a rest of five may be worked out', [7, 8], 5, true, [true, true]],
    ['one small group beside one large one hides both', [20, 1], 0, true, [false, false]],
    ['groups without anybody hide nobody', [0, 6, 0], 0, true, [false, true, false]],
    ['of equals the first is hidden', [5, 5, 1], 0, true, [false, true, false]],
    ['nobody at all', [], 0, false, []],
  ] as [string, number[], number, boolean, boolean[]][])('%s', (_, cells, rest, total, shown) =>
    expect(shownCells(cells, rest)).toEqual({ total, cells: shown }))

  test('PROPERTY: no group of one to four is shown, or can be had by subtraction', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 9 }), fc.integer({ min: 0, max: 12 }), (cells, rest) => {
      const total = cells.reduce((sum, n) => sum + n, rest)
      const { total: totalShown, cells: shown } = shownCells(cells, rest)
      cells.forEach((n, index) => { if (shown[index]) expect(n).toBeGreaterThanOrEqual(LEAST) })
      if (!totalShown) return expect(total).toBeLessThan(LEAST)
      // Every set of shown groups taken from the total: what is left is nobody, or at least five.
      const visible = cells.filter((_, index) => shown[index])
      for (let mask = 0; mask < 2 ** visible.length; mask++) {
        const left = total - visible.reduce((sum, n, index) => sum + ((mask >> index) & 1 ? n : 0), 0)
        expect(left === 0 || left >= LEAST).toBe(true)
      }
    }), { numRuns: 2000 })
  })

  test('PROPERTY: nothing is hidden without need', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 9 }), cells => {
      expect(shownCells(cells).cells.every(Boolean)).toBe(true)
    }))
  })

  test('a name is shown only where it gives nobody else away', () => expect([0, 1, 4, 5, 9].map(namesShown)).toEqual([true, false, false, true, true]))
})

const scale = { id: 'q', form: 'SCALE', options: ['1', '2', '3', '4'] } as const
const givenBy = (unit: string | null, value: number): Given => ({ unit, answers: [{ question: 'q', value, text: null }], reactions: [] })

describe('what was answered', () => {
  test('is counted, and its mean taken', () => {
    const outcome = outcomeOf(scale, [1, 2, 3, 4, 4].map(value => givenBy('a', value)), ['a'])
    expect(outcome).toMatchObject({ n: 5, counts: [1, 1, 1, 2], mean: 2.8, units: [{ unit: 'a', n: 5, counts: [1, 1, 1, 2] }] })
  })

  test('of four people is nothing', () => {
    const outcome = outcomeOf(scale, [1, 2, 3, 4].map(value => givenBy('a', value)), ['a'])
    expect(outcome).toMatchObject({ n: null, counts: null, mean: null, units: [{ n: null, counts: null }] })
  })

  test('in words is told from five on, in an order of its own', () => {
    const said = (text: string): Given => ({ unit: null, answers: [{ question: 'q', value: null, text }], reactions: [] })
    const words = { id: 'q', form: 'TEXT', options: [] } as const
    expect(outcomeOf(words, ['e', 'd', 'c', 'b'].map(said), []).texts).toEqual([])
    expect(outcomeOf(words, ['e', 'd', 'c', 'b', 'a'].map(said), []).texts).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('ATTACK: subtracting units from the whole never leaves the answers of one to four people', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ unit: fc.constantFrom('a', 'b', 'c', 'd', null), value: fc.integer({ min: 1, max: 4 }) }), { maxLength: 40 }),
      people => {
        const units = ['a', 'b', 'c', 'd']
        const { n, counts, units: cells } = outcomeOf(scale, people.map(one => givenBy(one.unit, one.value)), units)
        const told = cells.filter(cell => cell.n !== null)
        told.forEach(cell => expect(cell.n).toBeGreaterThanOrEqual(LEAST))
        if (n === null) return expect([counts, told.length]).toEqual([null, 0])
        const left = leftOver(n, cells.map(cell => cell.n ?? 0), cells.map(cell => cell.n !== null))
        expect(left === 0 || left >= LEAST).toBe(true)
        const leftByOption = counts!.map((count, index) => count - told.reduce((sum, cell) => sum + cell.counts![index]!, 0))
        expect(leftByOption.reduce((sum, one) => sum + one, 0)).toBe(left)
      },
    ), { numRuns: 500 })
  })
})

test('reactions to an element are told from five on', () => {
  const reacting = (reaction: 'HELPFUL' | 'UNCLEAR', element: string): Given => ({ unit: null, answers: [], reactions: [{ section: 'OUTCOMES', element, reaction }] })
  const given = [...Array.from({ length: 5 }, () => reacting('HELPFUL', 'o1')), ...Array.from({ length: 4 }, () => reacting('UNCLEAR', 'o2'))]
  expect(reactionsTo([{ section: 'OUTCOMES', element: 'o1' }, { section: 'OUTCOMES', element: 'o2' }], given)).toMatchObject([
    { n: 5, counts: [{ reaction: 'HELPFUL', count: 5 }, { count: 0 }, { count: 0 }, { count: 0 }] }, { n: null, counts: null },
  ])
})

test('a rate is told by the same rule, and never above one', () => {
  const by = (unit: string, n: number) => Array.from({ length: n }, () => ({ unit }))
  expect(turnoutOf([{ unit: 'a', count: 10 }, { unit: 'b', count: 4 }], [...by('a', 8), ...by('b', 3)])).toEqual({
    invited: 14, answered: 11, rate: 11 / 14, units: [{ unit: 'a', invited: 10, answered: null }, { unit: 'b', invited: 4, answered: null }],
  })
  expect(turnoutOf([{ unit: 'a', count: 5 }], by('a', 6)).rate).toBe(1)
})
