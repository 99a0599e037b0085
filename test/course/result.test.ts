import { describe, expect, test } from '@jest/globals'
import {
  defaultRules, finalMark, isComplete, qualificationOf, requirementsOf, weightedMark, weightsOver, type CompletionRecord,
} from '../../server/course/domain/result.ts'

describe('the final mark', () => {
  test.each([
    ['20, 30 and 50 per cent', { attendance: 1, knowledge: 0.84, practice: 0.9 }, 90.2],
    ['everything', { attendance: 1, knowledge: 1, practice: 1 }, 100],
    ['nothing', { attendance: 0, knowledge: 0, practice: 0 }, 0],
    ['rounded half up on two decimals', { attendance: 0.90005, knowledge: 0.90005, practice: 0.90005 }, 90.01],
    ['thirds', { attendance: 1 / 3, knowledge: 1 / 3, practice: 1 / 3 }, 33.33],
    ['waits for a part', { attendance: 1, knowledge: 1, practice: null }, null],
  ])('%s', (_, parts, mark) => expect(finalMark(parts)).toBe(mark))

  test('a part without weight is not waited for', () => {
    expect(finalMark({ attendance: 1, knowledge: 0.5, practice: null }, { attendance: 0.4, knowledge: 0.6, practice: 0 })).toBe(70)
  })

  test('weights that do not make 1, and parts that are no fractions, are errors', () => {
    expect(() => finalMark({ attendance: 1, knowledge: 1, practice: 1 }, { attendance: 0.2, knowledge: 0.3, practice: 0.4 })).toThrow(RangeError)
    expect(() => finalMark({ attendance: 1, knowledge: 84, practice: 1 })).toThrow(RangeError)
    expect(() => finalMark({ attendance: 1, knowledge: NaN, practice: 1 })).toThrow(RangeError)
  })

  test('without practice the other parts keep their proportion', () => {
    const weights = weightsOver({ attendance: true, knowledge: true, practice: false })
    expect(finalMark({ attendance: 1, knowledge: 0.5, practice: null }, weights)).toBe(70)
    expect(() => weightsOver({ attendance: false, knowledge: false, practice: false })).toThrow(RangeError)
  })
  test('where all that is there weighs nothing, it weighs alike', () => {
    expect(weightsOver({ attendance: false, knowledge: true, practice: true }, { attendance: 1, knowledge: 0, practice: 0 })).toEqual({ attendance: 0, knowledge: 0.5, practice: 0.5 })
    expect(weightedMark([{ weight: 0, mark: 1 }, { weight: 0, mark: 0.5 }])).toBe(0.75)
  })
})

describe('the qualification', () => {
  test.each([
    [100, 'VERY_SATISFACTORY'], [90.01, 'VERY_SATISFACTORY'], [90.005, 'VERY_SATISFACTORY'],
    [90.0049, 'SATISFACTORY'], [90, 'SATISFACTORY'], [80.01, 'SATISFACTORY'],
    [80.005, 'SATISFACTORY'], [80, 'FAIRLY_SATISFACTORY'], [70.01, 'FAIRLY_SATISFACTORY'],
    [70, 'LESS_SATISFACTORY'], [60.01, 'LESS_SATISFACTORY'],
    [60, 'UNSATISFACTORY'], [0, 'UNSATISFACTORY'],
  ] as const)('of %d is %s', (mark, code) => expect(qualificationOf(mark)).toBe(code))

  test.each([-0.01, 100.01, NaN])('%d is no mark', mark => expect(() => qualificationOf(mark)).toThrow(RangeError))
})

describe('completion', () => {
  const done: CompletionRecord = {
    attendance: { done: 9, of: 10 }, progress: { done: 12, of: 12 }, quizzes: { done: 2, of: 2 },
    practicums: { done: 1, of: 1 }, finalMark: 70.01,
  }
  const unmet = (change: Partial<CompletionRecord>) =>
    requirementsOf({ ...done, ...change }).filter(({ met }) => !met).map(({ code }) => code)

  test('by the least that is enough', () => {
    expect(requirementsOf(done)).toEqual([
      { code: 'ATTENDANCE', met: true, actual: 0.9, required: 0.9 },
      { code: 'PROGRESS', met: true, actual: 1, required: 1 },
      { code: 'QUIZZES', met: true, actual: 1, required: 1 },
      { code: 'PRACTICUMS', met: true, actual: 1, required: 1 },
      { code: 'FINAL_MARK', met: true, actual: 70.01, required: 70.01 },
    ])
    expect(isComplete(requirementsOf(done))).toBe(true)
  })

  test.each([
    ['attendance of 89 %', { attendance: { done: 89, of: 100 } }, ['ATTENDANCE']],
    ['27 of 30 meetings is 90 %', { attendance: { done: 27, of: 30 } }, []],
    ['a lesson left', { progress: { done: 11, of: 12 } }, ['PROGRESS']],
    ['a quiz not passed', { quizzes: { done: 1, of: 2 } }, ['QUIZZES']],
    ['a practicum not accepted', { practicums: { done: 0, of: 1 } }, ['PRACTICUMS']],
    ['a final mark of 70.00', { finalMark: 70 }, ['FINAL_MARK']],
    ['no final mark yet', { finalMark: null }, ['FINAL_MARK']],
  ])('%s', (_, change, codes) => {
    expect(unmet(change)).toEqual(codes)
    expect(isComplete(requirementsOf({ ...done, ...change }))).toBe(codes.length === 0)
  })

  test('a course without quizzes does not ask for them', () => {
    expect(requirementsOf({ ...done, quizzes: { done: 0, of: 0 } }).map(({ code }) => code)).not.toContain('QUIZZES')
  })

  test('a seminar may ask for attendance alone', () => {
    const rules = { ...defaultRules, progress: null, quizzes: null, practicums: null, finalMark: null }
    expect(requirementsOf({ ...done, finalMark: null }, rules).map(({ code }) => code)).toEqual(['ATTENDANCE'])
  })

  test('where nothing is asked, nobody completes', () => expect(isComplete([])).toBe(false))
})
