import { describe, expect, test } from '@jest/globals'
import { apart, linesOf, numbersOf, placed, short, worthALook, type Item } from '../../../client/quiz/statistics.ts'

const item = (number: number, fields: Partial<Item> = {}): Item => ({
  id: `q${number}`, number, text: '<p>Soal</p>', kind: 'SINGLE_CHOICE', n: 40, facility: 0.5, discrimination: 20, intervalLow: null, intervalHigh: null, efficiency: null,
  intendedWeight: 10, effectiveWeight: null, flags: [], options: [], curve: [], variants: [], functioning: null, bankQuestion: null, drawn: false, pilot: false, ...fields,
})

describe('the map of questions', () => {
  test('shows questions that would hide one another as one', () => {
    const dots = placed([item(1), item(2, { facility: 0.52 }), item(3, { facility: 0.9 }), item(4, { discrimination: null })])
    expect(dots.map(dot => dot.items.map(({ number }) => number))).toEqual([[1, 2], [3]])
    expect(dots.map(numbersOf)).toEqual(['1, 2', '3'])
  })
  test('names as many as there is room for', () => expect(numbersOf(placed([1, 2, 3, 4].map(number => item(number)))[0]!)).toBe('1, 2, 3, …'))
})

describe('the curve of a question', () => {
  const option = (id: string, right: boolean, suspect: 'ATTRACTS_THE_BEST' | null = null) => ({ id, text: `<p>${id}</p>`, right, n: 10, share: 0.5, pointBiserial: null, suspect })
  test('has a line for each choice, by letters', () => {
    const lines = linesOf(item(1, { options: [option('x', false, 'ATTRACTS_THE_BEST'), option('y', true)], curve: [{ n: 5, facility: 0.2, shares: [0.8, 0.2] }, { n: 5, facility: 0.9, shares: [0.1, null] }] }))
    expect(lines.map(({ letter, right, suspect, shares }) => [letter, right, suspect, shares])).toEqual([['A', false, true, [0.8, 0.1]], ['B', true, false, [0.2, null]]])
  })
  test('of a question without choices is what it earned', () => expect(linesOf(item(1, { curve: [{ n: 5, facility: 0.2, shares: [] }] }))[0]!.shares).toEqual([0.2]))
  test('labels stand apart and within the picture, in the order of their lines', () => {
    expect(apart([50, 10, 50, 52], 11, 124)).toEqual([50, 10, 61, 72])
    expect(apart([124, 124, 20], 11, 124)).toEqual([113, 124, 20])
  })
})

test('a variant that stands apart makes its question worth a look, a suspect key more so', () => {
  const look = worthALook([item(1), item(2, { variants: [{ form: 3, n: 40, facility: 0.1, discrimination: null, apart: true }] }), item(3, { flags: ['SUSPECT_KEY'] })])
  expect(look.map(({ number }) => number)).toEqual([3, 2])
})

test('a text that is too long is cut between words and says so; one that fits stays as it is', () => {
  expect(short('Apa yang harus dilakukan petugas?', 12)).toBe('Apa yang…')
  expect(short('Apa?', 12)).toBe('Apa?')
})
