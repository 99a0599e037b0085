import { describe, expect, test } from '@jest/globals'
import { movesFrom } from '../../server/lib/transitions.ts'
import { accepts, isOpen, submissionMoves } from '../../server/practicum/domain/submission.ts'

describe('a submission', () => {
  test.each([
    ['DRAFT', ['submit'], true], ['SUBMITTED', ['return', 'grade'], false], ['RETURNED', ['submit'], true], ['GRADED', ['grade'], false],
  ] as const)('%s may be moved by %j', (state, moves, open) => {
    expect(movesFrom(submissionMoves, state)).toEqual(moves)
    expect(isOpen(state)).toBe(open)
  })
})

describe('types taken as evidence', () => {
  test.each([
    [[], 'application/zip', true], [['image/*'], 'image/png', true], [['image/*'], 'imagex/png', false], [['image/*'], 'application/pdf', false],
    [['application/pdf'], 'application/pdf', true], [['application/pdf'], 'application/pdfx', false],
  ])('%j and %s: %s', (accepted, type, taken) => expect(accepts(accepted, type)).toBe(taken))
})
