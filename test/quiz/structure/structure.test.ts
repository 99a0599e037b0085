import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aQuestion, everyKind } from '../../support/quiz.ts'
import { score, wholeOf } from '../../../server/quiz/domain/attempt.ts'
import { coverageOf } from '../../../server/quiz/domain/blueprint.ts'
import { dealSheet } from '../../../server/quiz/domain/sheet.ts'
import { asks, isReady, paged, placesOf, sectionsOf, type Draw, type QuizSection } from '../../../server/quiz/domain/structure.ts'

const aSection = (id: string, fields: Partial<QuizSection> = {}): QuizSection => ({ id, title: id, instructions: '', shuffle: false, perPage: 1, ...fields })
const aDraw = (fields: Partial<Draw> = {}): Draw =>
  ({ id: 'd', section: 'a', count: 2, points: 3, pilot: false, outcome: null, filter: { owner: { kind: 'AGENCY', id: null }, category: '', tag: '', outcome: '', level: null, kind: null }, ...fields })
const pagesOf = (names: string, sections: readonly QuizSection[]) => paged([...names].map(section => ({ section })), sections).map(({ page }) => page)
const plainly = { shuffle: false, chance: () => 0.5, seed: 1 }

describe('sections', () => {
  test('a quiz whose editors made none is one, a question a page, mixed as the quiz is', () => {
    expect(sectionsOf({ shuffle: true })).toEqual([{ id: 'utama', title: '', instructions: '', shuffle: true, perPage: 1 }])
  })
  test.each([
    ['one question a page', 'aaa', [aSection('a')], [0, 1, 2]], ['two a page', 'aaaaa', [aSection('a', { perPage: 2 })], [0, 0, 1, 1, 2]],
    ['all on one', 'aaa', [aSection('a', { perPage: null })], [0, 0, 0]], ['a section begins on a new page', 'aaabb', [aSection('a', { perPage: 2 }), aSection('b', { perPage: null })], [0, 0, 1, 2, 2]],
  ] as const)('pages: %s', (_, names, sections, pages) => expect(pagesOf(names, sections)).toEqual(pages))

  test('questions are asked section by section; one of no section that there is, in the first', () => {
    const questions = [aQuestion('NUMERIC', { section: 'b' }), aQuestion('NUMERIC', { section: 'gone' }), aQuestion('NUMERIC', { section: 'a' }), aQuestion('NUMERIC')]
    const { asked } = dealSheet(questions, [aSection('a'), aSection('b')], plainly)
    expect(asked.map(({ id, section }) => [id, section])).toEqual([[questions[1]!.id, 'a'], [questions[2]!.id, 'a'], [questions[3]!.id, 'a'], [questions[0]!.id, 'b']])
  })
  test('only the section that is to be is mixed', () => {
    const questions = [...Array.from({ length: 12 }, () => aQuestion('TRUE_FALSE', { section: 'a' })), ...Array.from({ length: 12 }, () => aQuestion('TRUE_FALSE', { section: 'b' }))]
    const ids = dealSheet(questions, [aSection('a'), aSection('b', { shuffle: true })], { ...plainly, chance: Math.random }).asked.map(({ id }) => id)
    expect(ids.slice(0, 12)).toEqual(questions.slice(0, 12).map(({ id }) => id))
    expect(ids.slice(12)).not.toEqual(questions.slice(12).map(({ id }) => id))
    expect(new Set(ids).size).toBe(24)
  })
  test('a key goes with every question, whatever the sections, and a sheet of blanks is worth nothing', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'x'), { minLength: 9, maxLength: 9 }), fc.boolean(), fc.nat(), (places, shuffle, seed) => {
      const questions = everyKind().map((question, at) => ({ ...question, section: places[at]! }))
      const { asked, keys } = dealSheet(questions, [aSection('a', { shuffle }), aSection('b', { perPage: 2 })], { shuffle, chance: Math.random, seed })
      expect(asked.map(({ id }) => id)).toEqual(keys.map(({ id }) => id))
      expect(asked.map(({ id }) => id).sort()).toEqual(questions.map(({ id }) => id).sort())
      expect(asked.map(({ page }) => page)).toEqual([...asked.map(({ page }) => page)].sort((a, b) => a - b))
      expect(score(asked.map(({ id, points }) => ({ id, points, answer: null })), keys, 0.7).mark).toBe(0)
    }), { numRuns: 30 })
  })
})

describe('drawn questions', () => {
  test('count as questions and points; pilots are asked but worth nothing', () => {
    const quiz = { shuffle: false, questions: [{ points: 2 }], draws: [aDraw(), aDraw({ pilot: true, count: 4, points: 0 })] }
    expect(asks(quiz)).toEqual({ count: 7, points: 8 })
  })
  test.each([['nothing', [], [], false], ['a question', [{}], [], true], ['a draw', [], [aDraw()], true], ['pilots alone', [], [aDraw({ pilot: true })], false]] as const)('of %s a quiz is ready: %#', (_, questions, draws, ready) => {
    expect(isReady({ questions, draws: [...draws] })).toBe(ready)
  })
  test('cover the blueprint by the outcome and level they are drawn for; pilots cover nothing', () => {
    const filter = { ...aDraw().filter, level: 'C3' as const }
    const quiz = { questions: [{ outcome: 'o1', level: 'C3' as const }], draws: [aDraw({ outcome: 'o1', filter }), aDraw({ id: 'p', pilot: true, outcome: 'o1', filter }), aDraw({ id: 'x' })] }
    expect(coverageOf([{ id: 'r', outcome: 'o1', level: 'C3', items: 5 }], placesOf(quiz))).toMatchObject({ covered: 3, elsewhere: 2 })
  })
})

describe('questions worth nothing', () => {
  test('change no mark, whatever is answered', () => {
    fc.assert(fc.property(fc.array(fc.record({ points: fc.integer({ min: 1, max: 5 }), mark: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1 }),
      fc.array(fc.record({ points: fc.constant(0), mark: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) })), (counting, pilots) => {
        expect(wholeOf([...pilots, ...counting], 0.7)).toEqual(wholeOf(counting, 0.7))
      }))
  })
  test('an attempt in which nothing counts has no mark', () => expect(wholeOf([{ points: 0, mark: 1 }], 0.7)).toEqual({ mark: null, passed: null }))
})
