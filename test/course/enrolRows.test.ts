import { expect, test } from '@jest/globals'
import { outcomesOf, type Known, type ReadRow } from '../../server/course/domain/enrolRows.ts'

const row = (line: number, nip: string): ReadRow => ({ line, nip, ok: true })
const bearer = (name: string, fields: Partial<Known> = {}): [string, Known] => [name, { person: `id-${name}`, name, learner: true, standing: null, ...fields }]
const known = new Map([
  bearer('a'), bearer('b'), bearer('c'), bearer('in', { standing: 'ENROLLED' }), bearer('waiting', { standing: 'WAITING' }),
  bearer('back', { standing: 'WITHDRAWN' }), bearer('lecturer', { learner: false }),
])
const outcomes = (rows: ReadRow[], seats: number) => outcomesOf(rows, known, seats).map(({ line, outcome, code }) => [line, outcome, code])

test('seats go from the top, and then one waits', () =>
  expect(outcomes([row(2, 'a'), row(3, 'b'), row(4, 'c')], 2)).toEqual([[2, 'ENROLLED', null], [3, 'ENROLLED', null], [4, 'WAITING', null]]))

test('what is wrong with a row takes no seat', () => {
  const rows: ReadRow[] = [{ line: 1, nip: 'x', ok: false, code: 'NIP_FORMAT', facts: { length: 1 } }, row(2, 'nobody'), row(3, 'lecturer'), row(4, 'in'), row(5, 'waiting'), row(6, 'a')]
  expect(outcomes(rows, 1)).toEqual([
    [1, 'REFUSED', 'NIP_FORMAT'], [2, 'REFUSED', 'NIP_UNKNOWN'], [3, 'REFUSED', 'NOT_A_LEARNER'], [4, 'ALREADY', null], [5, 'ALREADY', null], [6, 'ENROLLED', null],
  ])
})

test('a repeated row names the line of the first', () => {
  const [, second, third] = outcomesOf([row(1, 'a'), row(5, 'a'), row(9, 'a')], known, 5)
  expect(second).toMatchObject({ outcome: 'REFUSED', code: 'NIP_REPEATED', facts: { line: 1 }, name: 'a' })
  expect(third).toMatchObject({ facts: { line: 1 } })
})

test('who withdrew may come back', () => expect(outcomes([row(1, 'back')], 1)).toEqual([[1, 'ENROLLED', null]]))
test('a class over its quota has no seat', () => expect(outcomes([row(1, 'a')], -3)).toEqual([[1, 'WAITING', null]]))
