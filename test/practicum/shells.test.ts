import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { faultsOf, type Rubric } from '../../server/practicum/domain/rubric.ts'
import { rubricSkeleton, shellOf, type OldPracticum } from '../../server/practicum/domain/shells.ts'

const levels = ['Kurang', 'Cukup', 'Baik', 'Sangat Baik'].map(label => ({ label, description: '' }))

describe('the rubric a practicum starts with', () => {
  test('has a criterion for each outcome, bearing its id, four levels each, and no fault', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 45 }), count => {
      const { criteria } = rubricSkeleton(Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: `Capaian ${at}` })), 'Praktik', levels)
      expect(faultsOf(criteria)).toEqual([])
      expect(criteria).toHaveLength(Math.min(Math.max(count, 1), 20))
      expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
      const weights = criteria.map(({ weight }) => weight)
      expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1)
      const ids = [...criteria.map(({ id }) => id), ...criteria.flatMap(one => one.levels.map(({ id }) => id))]
      expect(new Set(ids).size).toBe(ids.length)
    }))
  })
  test('without outcomes is one criterion with the title', () => expect(rubricSkeleton([], 'Praktik', levels).criteria).toMatchObject([{ title: 'Praktik', weight: 100 }]))
})

describe('the practicum of a new version', () => {
  const rubric = (title: string): Rubric => ({ criteria: [{ id: 'c', title, weight: 100, levels: [] }] })
  const task = { title: 'Baru', instructions: '<p>Baru</p>', maxFiles: 5, acceptedTypes: [], revisionsAllowed: 2 }
  const old: OldPracticum = { ...task, title: 'Lama', weight: 100, rubric: rubric('Lama'), touched: false, rubricTouched: true }
  test('keeps a rubric that was changed, and renews a task that was not', () => {
    const { shell, rows } = shellOf({ id: 'a', weight: 100, rubric: rubric('Baru'), ...task }, old)
    expect(shell).toMatchObject({ title: 'Baru', rubric: rubric('Lama'), from: 'VERSION', rubricFrom: 'INSTRUCTOR' })
    expect(rows.map(({ part, move }) => `${part} ${move}`)).toEqual(['PRACTICUM CHANGE'])
  })
  test('keeps a task that was changed, and renews a skeleton that was not', () => {
    const { shell, rows } = shellOf({ id: 'a', weight: 50, rubric: rubric('Baru'), ...task }, { ...old, touched: true, rubricTouched: false })
    expect(shell).toMatchObject({ title: 'Lama', rubric: rubric('Baru'), weight: 50, from: 'INSTRUCTOR', rubricFrom: 'VERSION' })
    expect(rows.map(({ part, move }) => `${part} ${move}`)).toEqual(['PRACTICUM KEEP', 'WEIGHT CHANGE', 'RUBRIC CHANGE'])
  })
})
