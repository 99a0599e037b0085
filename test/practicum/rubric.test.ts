import { describe, expect, test } from '@jest/globals'
import { faultsOf, gradingFaults, markByShareOfPoints, worthOf, type Criterion, type Pick } from '../../server/practicum/domain/rubric.ts'
import { weightedMark as practicumMark } from '../../server/course/domain/result.ts'
import { aRubric, levels } from '../support/practicum.ts'

const rubric = aRubric()
const pick = (isi: number, saji: number): Pick[] => levels(isi, saji).criteria

describe('a mark by rubric', () => {
  test.each([
    ['all highest', 4, 4, 1],
    ['all lowest is a quarter, for work handed in is not nothing', 1, 1, 0.25],
    ['weighted', 4, 1, 0.7],
    ['the other way round', 1, 4, 0.55],
    ['unrounded', 3, 2, 0.65],
  ])('%s', (_, isi, saji, mark) => expect(markByShareOfPoints(rubric, pick(isi, saji))).toBeCloseTo(mark, 12))

  test('what the levels given are worth adds up to it, and quarters of percents are exact', () => {
    for (const [isi, saji] of [[4, 1], [1, 4], [2, 3]] as const) {
      const worths = rubric.criteria.map((criterion, at) => worthOf(criterion, criterion.levels[[isi, saji][at]! - 1]!))
      expect(worths.reduce((sum, worth) => sum + worth, 0)).toBeCloseTo(markByShareOfPoints(rubric, pick(isi, saji)), 12)
    }
    expect(markByShareOfPoints(rubric, pick(4, 1))).toBe(0.7)
  })
  test('a level worth nothing is nothing: zero stays zero', () => {
    const [first] = rubric.criteria as [Criterion]
    const none = { criteria: [{ ...first, weight: 100, levels: first.levels.map((level, at) => ({ ...level, points: at })) }] }
    expect(markByShareOfPoints(none, [{ criterion: 'isi', level: 'isi-1' }])).toBe(0)
  })
  test('is the same whatever the order of the picks', () => expect(markByShareOfPoints(rubric, pick(3, 2).toReversed())).toBe(markByShareOfPoints(rubric, pick(3, 2))))
  test('always lies between 0 and 1, and rises with a level', () => {
    for (let isi = 1; isi <= 4; isi++) {
      for (let saji = 1; saji <= 4; saji++) {
        const mark = markByShareOfPoints(rubric, pick(isi, saji))
        expect(mark).toBeGreaterThan(0)
        expect(mark).toBeLessThanOrEqual(1)
        if (isi > 1) expect(mark).toBeGreaterThan(markByShareOfPoints(rubric, pick(isi - 1, saji)))
      }
    }
  })
  test('is not given for picks at fault, nor by a rubric without criteria', () => {
    expect(() => markByShareOfPoints(rubric, pick(1, 1).slice(1))).toThrow(RangeError)
    expect(() => markByShareOfPoints({ criteria: [] }, [])).toThrow(RangeError)
  })
})

describe('a grading', () => {
  const [isi, saji] = pick(2, 2) as [Pick, Pick]
  test.each([
    ['complete', [isi, saji], []],
    ['without a criterion', [isi], ['CRITERION_MISSING']],
    ['of nothing', [], ['CRITERION_MISSING', 'CRITERION_MISSING']],
    ['a criterion twice', [isi, isi, saji], ['UNKNOWN_CRITERION']],
    ['a criterion the rubric has not', [isi, saji, { criterion: 'x', level: 'isi-1' }], ['UNKNOWN_CRITERION']],
    ['a level of another criterion', [isi, { criterion: 'saji', level: 'isi-1' }], ['UNKNOWN_LEVEL']],
    ['names of what every object has', [isi, saji, { criterion: '__proto__', level: 'constructor' }], ['UNKNOWN_CRITERION']],
  ])('%s', (_, picks, codes) => expect(gradingFaults(rubric, picks).map(({ code }) => code)).toEqual(codes))
})

describe('a rubric', () => {
  const [first, second] = rubric.criteria as [Criterion, Criterion]
  test.each([
    ['as the ministry has it', rubric.criteria, []],
    ['not begun', [], []],
    ['weights of 90', [first, { ...second, weight: 30 }], ['RUBRIC_WEIGHTS_NOT_100']],
    ['one level', [first, { ...second, levels: second.levels.slice(0, 1) }], ['RUBRIC_TOO_FEW_LEVELS']],
    ['levels that fall', [first, { ...second, levels: second.levels.toReversed() }], ['RUBRIC_LEVELS_NOT_RISING']],
    ['levels alike', [first, { ...second, levels: second.levels.map(level => ({ ...level, points: 1 })) }], ['RUBRIC_LEVELS_NOT_RISING']],
  ])('%s', (_, criteria, codes) => expect(faultsOf(criteria).map(({ code }) => code)).toEqual(codes))
})

describe('the mark over the practicums of a course', () => {
  test.each([
    ['weighted', [{ weight: 75, mark: 1 }, { weight: 25, mark: 0.5 }], 0.875],
    ['what is not graded counts nothing', [{ weight: 50, mark: 0.8 }, { weight: 50, mark: null }], 0.4],
    ['none while none is graded', [{ weight: 50, mark: null }, { weight: 50, mark: null }], null],
    ['none where there is none', [], null],
    ['a mark of nothing is a mark', [{ weight: 100, mark: 0 }], 0],
    ['alike where nothing weighs', [{ weight: 0, mark: 1 }, { weight: 0, mark: null }], 0.5],
  ])('%s', (_, standings, mark) => expect(practicumMark(standings)).toBe(mark))
})
