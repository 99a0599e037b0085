import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { acceptableShareOf, completionOf, correlationOf, qualityOf, rankOf, type Sums } from '../../server/evaluation/domain/figures.ts'
import { mayPublish, publishableFrom, scorecardMoves } from '../../server/evaluation/domain/scorecard.ts'
import { traceOf, type TraceFacts } from '../../server/evaluation/domain/trace.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { contents } from '../conformance/contents.ts'

const sumsOf = (pairs: readonly (readonly [number, number])[]): Sums => pairs.reduce<Sums>((sums, [x, y]) => ({
  n: sums.n + 1, sx: sums.sx + x, sy: sums.sy + y, sxx: sums.sxx + x * x, syy: sums.syy + y * y, sxy: sums.sxy + x * y,
}), { n: 0, sx: 0, sy: 0, sxx: 0, syy: 0, sxy: 0 })

describe('figures', () => {
  test.each([[4, 4, null], [5, 4, { enrolled: 5, completed: 4, rate: 0.8 }], [0, 0, null]])('of %i enrolled, %i completed', (enrolled, completed, figure) =>
    expect(completionOf(enrolled, completed)).toEqual(figure))
  test.each([[1, 0.5, 0], [5, 0.5, 2], [10, 0.5, 4], [10, 0.9, 8], [100, 0.9, 89], [0, 0.9, 0]])('the place among %i at %f is %i', (n, share, place) => expect(rankOf(n, share)).toBe(place))
  test('a correlation from sums is the one from the values', () => {
    expect(correlationOf(sumsOf([[0, 1], [0, 2], [1, 3], [1, 4], [1, 5]]))).toBeCloseTo(0.8660254, 6)
    expect(correlationOf(sumsOf([[1, 1], [1, 2], [1, 3]]))).toBeNull()
    expect(correlationOf(sumsOf([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]]))).toBeNull()
    const pair = fc.tuple(fc.constantFrom(0, 0.5, 1), fc.integer({ min: 0, max: 20 }))
    fc.assert(fc.property(fc.array(pair, { minLength: 2 }), pairs => {
      const found = correlationOf(sumsOf(pairs))
      if (found !== null) expect(Math.abs(found)).toBeLessThanOrEqual(1)
    }))
  })
  test('a question is judged from five answers on: easy enough, hard enough, and telling who knows', () => {
    const good = [[0, 1], [0, 2], [1, 3], [1, 4], [1, 5]] as const
    expect(qualityOf(sumsOf(good))).toMatchObject({ facility: 0.6, acceptable: true })
    expect(qualityOf(sumsOf(good.slice(0, 4)))).toEqual({ facility: null, discrimination: null, acceptable: null })
    expect(qualityOf(sumsOf([[1, 1], [1, 2], [1, 3], [1, 4], [1, 5]])).acceptable).toBe(false)
    expect(qualityOf(sumsOf(good.map(([x, y]) => [x, 6 - y] as const))).acceptable).toBe(false)
  })
  test('the share of acceptable ones is of those that were judged', () => {
    expect(acceptableShareOf([{ acceptable: true }, { acceptable: false }, { acceptable: null }])).toBe(0.5)
    expect(acceptableShareOf([{ acceptable: null }])).toBeNull()
  })
})

describe('a scorecard', () => {
  test('every state is reached', () => expect(unreachable(scorecardMoves, 'DRAFT')).toEqual([]))
  test('is published after a comment, or after two weeks', () => {
    expect(publishableFrom('2026-02-20')).toBe('2026-03-06')
    expect(mayPublish({ sharedOn: '2026-02-20', comments: 0 }, '2026-03-05')).toBe(false)
    expect(mayPublish({ sharedOn: '2026-02-20', comments: 0 }, '2026-03-06')).toBe(true)
    expect(mayPublish({ sharedOn: '2026-02-20', comments: 1 }, '2026-02-20')).toBe(true)
  })
})

describe('a trace', () => {
  const facts = (content: TraceFacts['content']): TraceFacts => ({
    certificate: { id: 'c', number: '800', title: 'P', issuedAt: new Date(0) }, version: { id: 'v', number: 2, hash: 'h', publishedAt: new Date(0) }, content,
    approvals: [{ side: 'AGENCY', by: 'A', at: new Date(0), hash: 'h' }, { side: 'PARTNER', by: null, at: new Date(0), hash: 'h' }],
    consultations: [{ id: 'k', title: 'Konsultasi', at: null, link: null }], evidence: [],
  })
  test('has each node once, and every edge joins two that are there', () => {
    fc.assert(fc.property(contents, content => {
      const competencies = content.outcomes.map(({ id }, at) => ({ id: `k${at}`, code: `K${at}`, name: 'n', kind: 'TECHNICAL' as const, fromLevel: null, toLevel: 2, outcomes: [id, 'gone'], need: at % 2 ? '' : 'Perlu' }))
      const { nodes, edges } = traceOf(facts({ ...content, competencies }))
      const ids = nodes.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { from, to } of edges) expect([ids.includes(from), ids.includes(to)]).toEqual([true, true])
      expect(nodes.filter(({ layer }) => layer === 'APPROVAL')).toHaveLength(2)
    }))
  })
  test('leads from the certificate to the need, by what was done', () => {
    const { edges } = traceOf({ ...facts({
      title: 'P', kind: 3, mode: 'ONLINE', audience: '', summary: '', faculty: '', team: [], references: [],
      outcomes: [{ id: 'o1', code: 'CP-1', text: 't', level: null, indicators: [] }],
      competencies: [{ id: 'k1', code: 'K', name: 'n', kind: 'TECHNICAL', fromLevel: 1, toLevel: 2, outcomes: ['o1'], need: 'Perlu' }],
      subjects: [{ id: 's1', title: 'S', description: '', topics: [], hours: { theory: 1, practice: 0, field: 0 }, outcomes: ['o1'], activities: [] }],
      assessments: [{ id: 'a1', kind: 'QUIZ', title: 'Q', subject: 's1', outcomes: ['o1'], instructions: '', weight: 100, blueprint: [] }],
    }) })
    const step = (from: string) => edges.filter(edge => edge.from === from).map(({ to }) => to)
    expect(step('certificate:c')).toEqual(['version:v', 'subject:s1'])
    expect(step('subject:s1')).toEqual(['evidence:a1'])
    expect(step('evidence:a1')).toEqual(['outcome:o1'])
    expect(step('outcome:o1')).toEqual(['competency:k1'])
    expect(step('competency:k1')).toEqual(['need:k1'])
  })
})
