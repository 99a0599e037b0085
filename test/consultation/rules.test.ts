import { describe, expect, test } from '@jest/globals'
import { consultationMoves, dueMove, takesAnswers } from '../../server/consultation/domain/consultation.ts'
import { consultedElements, readingMinutes } from '../../server/consultation/domain/reading.ts'
import { movesFrom, unreachable } from '../../server/lib/transitions.ts'
import { aContent } from '../support/curriculum.ts'

describe('the table of states', () => {
  test('every state is reached, and none leads back', () => {
    expect(unreachable(consultationMoves, 'PLANNED')).toEqual([])
    for (const state of ['CLOSED', 'CANCELLED'] as const) expect(movesFrom(consultationMoves, state)).toEqual([])
  })

  const dated = (state: 'PLANNED' | 'OPEN' | 'CLOSED') => ({ state, opensOn: '2026-03-02', closesOn: '2026-03-06' })
  test.each([
    ['PLANNED', '2026-03-01', null], ['PLANNED', '2026-03-02', 'open'], ['OPEN', '2026-03-06', null], ['OPEN', '2026-03-07', 'close'], ['CLOSED', '2026-03-09', null],
  ] as const)('%s on %s: %s', (state, today, due) => expect(dueMove(dated(state), today)).toBe(due))

  test.each([
    ['PLANNED', '2026-03-02', false], ['OPEN', '2026-03-02', true], ['OPEN', '2026-03-06', true], ['OPEN', '2026-03-07', false], ['CLOSED', '2026-03-06', false],
  ] as const)('%s on %s takes answers: %s', (state, today, takes) => expect(takesAnswers(dated(state), today)).toBe(takes))
})

describe('what is read', () => {
  test('is what is learnt, taught and assessed, and the whole by its identity', () => {
    const elements = consultedElements(aContent())
    expect(elements.map(({ section, element }) => `${section}/${element}`)).toEqual(
      ['IDENTITY/null', 'OUTCOMES/o1', 'OUTCOMES/o2', 'COMPETENCIES/k1', 'SUBJECTS/s1', 'SUBJECTS/s2', 'ASSESSMENTS/a1', 'ASSESSMENTS/a2'])
  })
  test('takes a minute at least, and one for each 200 words', () => {
    expect(readingMinutes(aContent())).toBe(1)
    expect(readingMinutes(aContent({ summary: 'kata '.repeat(1000) }))).toBe(6)
  })
})
