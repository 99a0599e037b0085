import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { coverageOf } from '../../server/quiz/domain/blueprint.ts'
import { goneRows, shellOf, type OldQuiz } from '../../server/quiz/domain/shells.ts'

const rows = [{ id: 'b1', outcome: 'o1', level: 'C2' as const, items: 2 }, { id: 'b2', outcome: 'o1', level: 'C3' as const, items: 1 }]
const question = (outcome: string | null, level: 'C2' | 'C3' | null) => ({ outcome, level })

describe('the coverage of a blueprint', () => {
  test('counts questions by outcome and level; what no row asks for is elsewhere', () => {
    const coverage = coverageOf(rows, [question('o1', 'C2'), question('o1', 'C3'), question('o1', 'C3'), question('o2', 'C2'), question(null, null)])
    expect(coverage).toMatchObject({ wanted: 3, covered: 2, elsewhere: 2, rows: [{ id: 'b1', wanted: 2, asked: 1 }, { id: 'b2', wanted: 1, asked: 2 }] })
  })
  test('two rows of the same outcome and level share their questions', () => {
    const twice = [rows[0]!, { ...rows[0]!, id: 'b3' }]
    expect(coverageOf(twice, Array.from({ length: 3 }, () => question('o1', 'C2'))).rows.map(({ asked }) => asked)).toEqual([2, 1])
    expect(coverageOf(twice, Array.from({ length: 9 }, () => question('o1', 'C2')))).toMatchObject({ covered: 4, elsewhere: 0 })
  })
  test('never counts a question twice, nor more than is wanted', () => {
    const level = fc.constantFrom('C2' as const, 'C3' as const)
    const row = fc.record({ id: fc.string(), outcome: fc.constantFrom('o1', 'o2'), level, items: fc.integer({ min: 1, max: 5 }) })
    fc.assert(fc.property(fc.array(row), fc.array(fc.record({ outcome: fc.constantFrom('o1', 'o2', null), level: fc.option(level) })), (blueprint, questions) => {
      const { rows: made, covered, elsewhere, wanted } = coverageOf(blueprint, questions)
      expect(made.reduce((sum, { asked }) => sum + asked, 0) + elsewhere).toBe(questions.length)
      expect(covered).toBeLessThanOrEqual(wanted)
      expect(covered).toBeLessThanOrEqual(questions.length)
    }))
  })
})

describe('the quiz of a new version', () => {
  const wanted = { id: 'a', title: 'Baru', instructions: '<p>Baru</p>', weight: 40, blueprint: rows }
  const old: OldQuiz<string> = {
    title: 'Lama', instructions: '<p>Lama</p>', minutes: 45, attemptsAllowed: 1, gradeMethod: 'LAST', passMark: 0.8, shuffle: false, weight: 60, questions: ['q1'], blueprint: [], touched: true,
    sections: [{ id: 's', title: 'Bagian', instructions: '', shuffle: true, perPage: 2 }], draws: [{ id: 'd', section: 's', count: 3, points: 1, pilot: false, outcome: null, filter: { owner: { kind: 'AGENCY', id: null }, category: '', tag: '', outcome: '', level: null, kind: null } }], navigation: 'SEQUENTIAL',
  }
  test('keeps the settings and questions of who changed them; weight and blueprint are the version’s', () => {
    const { shell, rows: said } = shellOf(wanted, old)
    expect(shell).toMatchObject({ title: 'Lama', minutes: 45, gradeMethod: 'LAST', questions: ['q1'], weight: 40, blueprint: rows, from: 'INSTRUCTOR' })
    expect(said.map(({ part, move }) => `${part} ${move}`)).toEqual(['QUIZ KEEP', 'WEIGHT CHANGE', 'BLUEPRINT CHANGE'])
  })
  test('is as the version says where nobody changed the settings; questions, sections and draws stay in any case', () => {
    const { shell, rows: said } = shellOf(wanted, { ...old, touched: false })
    expect(shell).toMatchObject({ title: 'Baru', minutes: 30, questions: ['q1'], sections: old.sections, draws: old.draws, navigation: 'SEQUENTIAL', from: 'VERSION' })
    expect(said[0]).toMatchObject({ part: 'QUIZ', move: 'CHANGE', from: 'Lama', to: 'Baru' })
  })
  test('leaves a quiz with questions where it was', () => {
    expect(goneRows([{ assessment: 'a', title: 'A', questions: [], touched: false }, { assessment: 'b', title: 'B', questions: ['q'], touched: false }, { assessment: 'c', title: 'C', questions: [], draws: old.draws, touched: false }]).map(({ move }) => move)).toEqual(['REMOVE', 'LEAVE', 'LEAVE'])
  })
})
