import { describe, expect, test } from '@jest/globals'
import { unreachable } from '../../../server/lib/transitions.ts'
import { attemptMoves, isHandedIn, isOpen, type AttemptState } from '../../../server/quiz/domain/states.ts'
import { handInUntil, nextCheckAt, onClock, onRequest, type Request, type Timed, type WhenOver } from '../../../server/quiz/domain/timing.ts'

const END = Date.parse('2026-03-02T08:30:00Z')
const at = (seconds: number) => new Date(END + seconds * 1000)
const GRACE = 10
const timed = (whenOver: WhenOver, state: AttemptState = 'IN_PROGRESS'): Timed => ({ state, endsAt: at(0), whenOver, graceMinutes: whenOver === 'GRACE' ? GRACE : 0 })
const handIn = (finishedAt: Date, timedOut: boolean) => ({ move: 'handIn', finishedAt, timedOut })
const runOver = { move: 'runOver' }
const abandon = { move: 'abandon' }

describe('the state table', () => {
  test('every state is reached', () => expect(unreachable(attemptMoves, 'NOT_STARTED')).toEqual([]))
  test('what is finished stays finished', () => expect(attemptMoves.FINISHED).toEqual({}))
  test('open, handed in, or neither', () => {
    const states = Object.keys(attemptMoves) as AttemptState[]
    expect(states.filter(state => isOpen({ state }))).toEqual(['IN_PROGRESS', 'OVERDUE'])
    expect(states.filter(state => isHandedIn({ state }))).toEqual(['SUBMITTED', 'FINISHED'])
  })
})

// ASSESSMENT 4.1 line by line; seconds from the end, by the server's clock.
describe('a request of the learner', () => {
  test.each<[WhenOver, Request, number, object]>([
    ['HAND_IN', 'SAVE', -600, { keep: true, then: null }],
    ['HAND_IN', 'SAVE', 0, { keep: true, then: null }],
    ['HAND_IN', 'SAVE', 60, { keep: true, then: null }],
    ['HAND_IN', 'SAVE', 60.001, { keep: false, then: handIn(at(0), true) }],
    ['HAND_IN', 'HAND_IN', -600, { keep: true, then: handIn(at(-600), false) }],
    ['HAND_IN', 'HAND_IN', 0, { keep: true, then: handIn(at(0), false) }],
    ['HAND_IN', 'HAND_IN', 5, { keep: true, then: handIn(at(5), true) }],
    ['HAND_IN', 'HAND_IN', 3600, { keep: false, then: handIn(at(0), true) }],
    ['HAND_IN', 'TIME_UP', -600, { keep: true, then: null }],
    ['HAND_IN', 'TIME_UP', -2, { keep: true, then: null }],
    ['HAND_IN', 'TIME_UP', -1.999, { keep: true, then: handIn(at(-1.999), false) }],
    ['HAND_IN', 'TIME_UP', 5, { keep: true, then: handIn(at(5), true) }],
    ['GRACE', 'TIME_UP', -600, { keep: true, then: null }],
    ['ABANDON', 'HAND_IN', 5, { keep: true, then: handIn(at(5), true) }],
    ['ABANDON', 'HAND_IN', 3600, { keep: false, then: handIn(at(0), true) }],
    ['ABANDON', 'SAVE', 3600, { keep: false, then: handIn(at(0), true) }],
    ['GRACE', 'SAVE', -2, { keep: true, then: null }],
    ['GRACE', 'SAVE', -1.999, { keep: true, then: runOver }],
    ['GRACE', 'SAVE', 60, { keep: true, then: runOver }],
    ['GRACE', 'SAVE', 61, { keep: false, then: runOver }],
    ['GRACE', 'HAND_IN', -600, { keep: true, then: handIn(at(-600), false) }],
    ['GRACE', 'HAND_IN', 300, { keep: false, then: handIn(at(300), false) }],
    ['GRACE', 'HAND_IN', 660, { keep: false, then: handIn(at(660), false) }],
    ['GRACE', 'HAND_IN', 660.001, { keep: false, then: abandon }],
    ['GRACE', 'SAVE', 661, { keep: false, then: abandon }],
  ])('%s, %s, %d s after the end', (over, request, seconds, ruling) => expect(onRequest(timed(over), request, at(seconds))).toEqual(ruling))

  test('one that is overdue can be handed in, and answers on their way still arrive, no others', () => {
    expect(onRequest(timed('GRACE', 'OVERDUE'), 'SAVE', at(30))).toEqual({ keep: true, then: null })
    expect(onRequest(timed('GRACE', 'OVERDUE'), 'SAVE', at(61))).toEqual({ keep: false, then: null })
    expect(onRequest(timed('GRACE', 'OVERDUE'), 'HAND_IN', at(61))).toEqual({ keep: false, then: handIn(at(61), false) })
  })
  test.each<AttemptState>(['NOT_STARTED', 'SUBMITTED', 'FINISHED', 'ABANDONED'])('%s takes nothing', state => {
    for (const request of ['SAVE', 'HAND_IN'] as const) expect(onRequest(timed('HAND_IN', state), request, at(-600))).toEqual({ keep: false, then: null })
  })
  test('without an end there is always time', () => {
    expect(onRequest({ ...timed('GRACE'), endsAt: null }, 'SAVE', at(1e9))).toEqual({ keep: true, then: null })
  })
})

describe('the clock by itself', () => {
  test.each<[WhenOver, AttemptState, number, object | null]>([
    ['HAND_IN', 'IN_PROGRESS', 59.999, null],
    ['HAND_IN', 'IN_PROGRESS', 60, handIn(at(0), true)],
    ['HAND_IN', 'IN_PROGRESS', 1e6, handIn(at(0), true)],
    ['ABANDON', 'IN_PROGRESS', 59, null],
    ['ABANDON', 'IN_PROGRESS', 60, abandon],
    ['GRACE', 'IN_PROGRESS', 59, null],
    ['GRACE', 'IN_PROGRESS', 60, runOver],
    ['GRACE', 'IN_PROGRESS', 660, abandon],
    ['GRACE', 'OVERDUE', 600, null],
    ['GRACE', 'OVERDUE', 659.999, null],
    ['GRACE', 'OVERDUE', 660, abandon],
    ['HAND_IN', 'FINISHED', 1e6, null],
    ['HAND_IN', 'NOT_STARTED', 1e6, null],
    ['ABANDON', 'ABANDONED', 1e6, null],
  ])('%s, %s, %d s after the end', (over, state, seconds, due) => expect(onClock(timed(over, state), at(seconds))).toEqual(due))

  test('looks next at the end, then at the end of the grace, then never', () => {
    expect(nextCheckAt(timed('GRACE'))).toEqual(at(0))
    expect(nextCheckAt(timed('GRACE', 'OVERDUE'))).toEqual(at(GRACE * 60))
    for (const state of ['NOT_STARTED', 'SUBMITTED', 'FINISHED', 'ABANDONED'] as const) expect(nextCheckAt(timed('GRACE', state))).toBeNull()
    expect(nextCheckAt({ ...timed('GRACE'), endsAt: null })).toBeNull()
  })
  test('one can hand in until the end, and until the grace is over', () => {
    expect(handInUntil(timed('HAND_IN'))).toEqual(at(0))
    expect(handInUntil(timed('GRACE'))).toEqual(at(GRACE * 60))
    expect(handInUntil(timed('GRACE', 'FINISHED'))).toBeNull()
  })
})
