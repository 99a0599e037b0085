import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { overallOf } from '../../server/quiz/domain/overall.ts'
import { reviewDefault, reviewItems, reviewMoment, reviewMoments, reviewedAt, type ReviewMatrix } from '../../server/quiz/domain/review.ts'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)
const finished = { finishedAt: at('09:00:00'), closesAt: at('12:00:00') }

describe('the moment of an attempt', () => {
  test.each([
    ['under way', { ...finished, finishedAt: null }, '09:00:00', 'during'], ['under way after the quiz closed', { ...finished, finishedAt: null }, '13:00:00', 'during'],
    ['just handed in', finished, '09:00:00', 'immediately'], ['two minutes later', finished, '09:02:00', 'immediately'], ['and then', finished, '09:02:00.001', 'whileOpen'],
    ['as long as the quiz is open', finished, '12:00:00', 'whileOpen'], ['closed', finished, '12:00:00.001', 'afterClose'],
    ['handed in by closing', { finishedAt: at('12:00:00'), closesAt: at('12:00:00') }, '12:00:01', 'afterClose'], ['of a quiz that never closes', { ...finished, closesAt: null }, '23:00:00', 'whileOpen'],
  ])('%s', (_, attempt, now, moment) => expect(reviewMoment(attempt, at(now))).toBe(moment))
})

const matrices = fc.record(Object.fromEntries(reviewMoments.map(moment => [moment, fc.subarray([...reviewItems])]))) as fc.Arbitrary<ReviewMatrix>
const moments = fc.constantFrom(...reviewMoments)

describe('what may be seen', () => {
  test('who is asked sees the questions, and nothing said of the whole', () => fc.assert(fc.property(matrices, matrix => {
    const may = reviewedAt(matrix, 'during')
    expect(may.has('ATTEMPT')).toBe(true)
    expect(may.has('OVERALL_FEEDBACK')).toBe(false)
  })))
  test('nothing that was not ticked, but what goes with it', () => fc.assert(fc.property(matrices, moments, (matrix, moment) => {
    const more = [...reviewedAt(matrix, moment)].filter(item => !matrix[moment].includes(item))
    expect(more.filter(item => item !== 'MAX_MARKS' && !(moment === 'during' && item === 'ATTEMPT'))).toEqual([])
  })))
  test('without the questions nothing is said of them', () => fc.assert(fc.property(matrices, fc.constantFrom(...reviewMoments.slice(1)), (matrix, moment) => {
    const may = reviewedAt({ ...matrix, [moment]: matrix[moment].filter(item => item !== 'ATTEMPT') }, moment)
    for (const item of ['CORRECTNESS', 'SPECIFIC_FEEDBACK', 'GENERAL_FEEDBACK', 'RIGHT_ANSWER'] as const) expect(may.has(item)).toBe(false)
  })))
  test('where nobody said anything, never the right answers', () => {
    for (const moment of reviewMoments) expect(reviewedAt(reviewDefault, moment).has('RIGHT_ANSWER')).toBe(false)
  })
})

describe('what is said of the whole', () => {
  const said = [{ from: 0.7, text: 'baik' }, { from: 0.9, text: 'sangat baik' }]
  test.each([[0.95, 'sangat baik'], [0.9, 'sangat baik'], [0.9 - 1e-12, 'sangat baik'], [0.7, 'baik'], [0.69, null]])('of %d', (mark, text) => expect(overallOf(said, mark)).toBe(text))
  test('of nothing, nothing', () => expect(overallOf([], 1)).toBeNull())
})
