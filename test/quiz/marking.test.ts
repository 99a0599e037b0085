import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wholeOf } from '../../server/quiz/domain/attempt.ts'
import { attemptMoves } from '../../server/quiz/domain/states.ts'
import { deskOrder, inBlindOrder, placeAt, withMark, type Place } from '../../server/quiz/domain/marking.ts'
import { move } from '../../server/lib/transitions.ts'

describe('the states of an attempt', () => {
  test.each([['IN_PROGRESS', 'handIn', 'FINISHED'], ['IN_PROGRESS', 'await', 'SUBMITTED'], ['SUBMITTED', 'finish', 'FINISHED']] as const)('%s –%s→ %s', (from, action, to) => expect(move(attemptMoves, from, action)).toBe(to))
  test.each([['SUBMITTED', 'handIn'], ['SUBMITTED', 'await'], ['IN_PROGRESS', 'finish'], ['FINISHED', 'handIn'], ['FINISHED', 'await'], ['FINISHED', 'finish']] as const)('%s takes no %s', (from, action) => expect(() => move(attemptMoves, from, action)).toThrow())
})

describe('the blind order', () => {
  const ids = Array.from({ length: 30 }, (_, at) => ({ id: `6${String(at).padStart(23, '0')}` }))
  const order = (question: string, things = ids) => inBlindOrder(things, ({ id }) => id, question).map(({ id }) => id)
  test('is the same however they come, and holds all', () => fc.assert(fc.property(fc.shuffledSubarray(ids, { minLength: 30 }), shuffled => expect(order('q1', shuffled)).toEqual(order('q1')))))
  test('is another for another question, and not that of handing in', () => {
    expect(order('q1')).not.toEqual(order('q2'))
    expect(order('q1')).not.toEqual(ids.map(({ id }) => id))
  })
})

test('a mark put in the place of another is as if it had always been there', () => fc.assert(fc.property(
  fc.array(fc.record({ points: fc.integer({ min: 1, max: 10 }), mark: fc.option(fc.double({ noNaN: true, min: 0, max: 1 })) }), { minLength: 1, maxLength: 8 }), fc.double({ noNaN: true, min: 0, max: 1 }),
  (rows, mark) => {
    const questions = rows.map((row, at) => ({ id: `q${at}`, ...row }))
    expect(withMark(questions, 'q0', mark, 0.7)).toEqual(wholeOf([{ ...questions[0]!, mark }, ...questions.slice(1)], 0.7))
  },
)))

describe('a place at the desk', () => {
  const slots = fc.array(fc.record({ person: fc.nat(20), question: fc.nat(3), marked: fc.nat(1) }), { minLength: 1, maxLength: 30 }).map(rows =>
    [...new Map(rows.map(({ person, question, marked }) => [`a${person}.q${question}`, { id: `a${person}.q${question}`, attempt: `a${person}`, question: `q${question}`, marked }])).values()])
  const shape = { quiz: 'k', questions: ['q0', 'q1', 'q2', 'q3'] }
  test('going from one that waits to the next, each is met once and none is lost', () => fc.assert(fc.property(slots, fc.constantFrom(null, 'q0', 'q1'), (all, question) => {
    const now = all.map(slot => ({ ...slot }))
    const met: string[] = []
    let at: string | null = null
    for (;;) {
      const place: Place<(typeof now)[number]> | null = placeAt(deskOrder(now, question, shape), at)
      if (!place || place.slot.marked > 0) break
      met.push(place.slot.id)
      now.find(({ id }) => id === place.slot.id)!.marked = 1
      at = place.nextWaiting
      if (at === null) break
    }
    expect(met.sort()).toEqual(all.filter(slot => slot.marked === 0 && (question === null || slot.question === question)).map(({ id }) => id).sort())
  })))
  test('by person keeps each person’s answers together, in the quiz’s order', () => fc.assert(fc.property(slots, all => {
    const order = deskOrder(all, null, shape).map(({ attempt }) => attempt)
    expect(order.filter((attempt, at) => attempt !== order[at - 1])).toEqual([...new Set(order)])
  })))
})
