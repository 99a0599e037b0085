import { describe, expect, test } from '@jest/globals'
import { completionOf, subjectMark, type LearningRecord } from '../../server/certificate/domain/completion.ts'
import { weightedMark } from '../../server/course/domain/result.ts'
import { standardRules } from '../../server/course/domain/rules.ts'

const assessment = (mark: number | null, fields: object = {}) => ({ section: 's1', done: mark !== null && mark >= 0.7, mark, weight: 100, ...fields })

/** Complete in every way, unless fields say otherwise. */
const aRecord = (fields: Partial<LearningRecord> = {}): LearningRecord => ({
  mode: 'BLENDED', meetings: [{ hours: 10, present: true }], lessons: { required: 4, done: 4 }, quizzes: [assessment(0.8)], practicums: [assessment(0.9)], ...fields,
})
const missing = (record: LearningRecord) => completionOf(record).requirements.filter(({ met }) => !met).map(({ code }) => code)

describe('completion', () => {
  test('all met: 20 % attendance, 30 % quizzes, 50 % practicums', () => {
    expect(completionOf(aRecord())).toMatchObject({ complete: true, finalMark: 89, qualification: 'SATISFACTORY' })
  })
  test.each([
    ['a lesson left', { lessons: { required: 4, done: 3 } }, ['PROGRESS']],
    ['absent for more than a tenth of the JP', { meetings: [{ hours: 8, present: true }, { hours: 2, present: false }] }, ['ATTENDANCE']],
    ['absent for exactly a tenth', { meetings: [{ hours: 9, present: true }, { hours: 1, present: false }] }, []],
    ['a quiz not passed', { quizzes: [assessment(0.5)] }, ['QUIZZES']],
    ['a quiz not taken', { quizzes: [assessment(null)] }, ['QUIZZES', 'FINAL_MARK']],
    ['a practicum not graded', { practicums: [assessment(null)] }, ['PRACTICUMS', 'FINAL_MARK']],
    ['one of two practicums graded', { practicums: [assessment(1, { weight: 50 }), assessment(null, { weight: 50 })] }, ['PRACTICUMS', 'FINAL_MARK']],
    ['good enough in each, too low in all', { quizzes: [assessment(0.7)], practicums: [assessment(0.55, { done: true })] }, ['FINAL_MARK']],
    ['a class that meets has not met yet', { meetings: [] }, ['ATTENDANCE', 'FINAL_MARK']],
  ])('%s', (_, fields, codes) => expect(missing(aRecord(fields))).toEqual(codes))

  test('is judged by the rules and weights of the course', () => {
    const milder = { ...standardRules, attendance: 0.7, weights: { attendance: 0, knowledge: 0, practice: 1 } }
    const record = aRecord({ meetings: [{ hours: 8, present: true }, { hours: 2, present: false }] })
    expect(completionOf(record, milder)).toMatchObject({ complete: true, finalMark: 90 })
    expect(completionOf(record, { ...milder, finalMark: 95 }).complete).toBe(false)
    expect(completionOf(aRecord({ lessons: { required: 4, done: 0 } }), { ...standardRules, progress: null }).complete).toBe(true)
  })
  test('an online class without meetings is judged by the rest, in the proportions they had', () => {
    const completion = completionOf(aRecord({ mode: 'ONLINE', meetings: [] }))
    expect(completion.complete).toBe(true)
    expect(completion.finalMark).toBe(86.25)
    expect(completion.requirements.map(({ code }) => code)).not.toContain('ATTENDANCE')
  })
  test('a course of lessons alone is complete with its lessons, and has no mark', () => {
    const record = aRecord({ mode: 'ONLINE', meetings: [], quizzes: [], practicums: [] })
    expect(completionOf(record)).toMatchObject({ complete: true, finalMark: null, qualification: null })
    expect(completionOf({ ...record, lessons: { required: 4, done: 0 } }).complete).toBe(false)
  })
  test('a course with nothing in it completes nobody', () => {
    expect(completionOf({ mode: 'ONLINE', meetings: [], lessons: { required: 0, done: 0 }, quizzes: [], practicums: [] }).complete).toBe(false)
  })
})

describe('marks', () => {
  test('are weighted, and what was not done counts nothing', () => {
    expect(weightedMark([assessment(1, { weight: 75 }), assessment(null, { weight: 25 })])).toBe(0.75)
    expect(weightedMark([assessment(null)])).toBeNull()
    expect(weightedMark([])).toBeNull()
  })
  test('of a subject are the mean of its own assessments that have one', () => {
    const record = aRecord({ quizzes: [assessment(0.6), assessment(1, { section: 's2' })], practicums: [assessment(0.8), assessment(null)] })
    expect(subjectMark('s1', record)).toBeCloseTo(70)
    expect(subjectMark('s2', record)).toBe(100)
    expect(subjectMark('s3', record)).toBeNull()
  })
})
