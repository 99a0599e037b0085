import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { leastMark, markQuestion, noAnswer, sameAnswer, type Answer, type Key } from '../../server/bank/index.ts'
import { behaviours, certain, replay, type Behaviour, type Step } from '../../server/quiz/domain/replay.ts'

/** Worked examples of Moodle's behaviours (question/behaviour/{interactive,adaptive,deferredcbm}), as ../shared/design/ASSESSMENT.md 4.3 tells them. */

const at = new Date('2026-03-02T08:00:00Z')
const pick = (...choices: string[]): Answer => ({ ...noAnswer, choices })
/** Picking `half` gives half, `right` all, `wrong` nothing, `bad` less than nothing. */
const key: Key = { kind: 'SINGLE_CHOICE', scoring: 'WEIGHTED', choices: Object.entries({ right: 1, half: 0.5, wrong: 0, bad: -0.5 }).map(([id, fraction]) => ({ id, right: fraction > 0, fraction })) }
const check = (choice: string | null): Step => ({ at, kind: 'CHECK', answer: choice === null ? null : pick(choice), certainty: null })
const again = (choice: string | null): Step => ({ ...check(choice), kind: 'TRY_AGAIN' })
const course = (steps: Step[], last: string | null = null) => ({ steps, answer: last === null ? null : pick(last), certainty: null })
const third = 1 / 3

describe('at the end', () => {
  test('the answer that stands counts, nothing else', () => {
    expect(replay(course([], 'half'), key, 'DEFERRED', third)).toEqual({ mark: 0.5, state: 'PARTIAL', tries: 1 })
    expect(replay(course([], 'bad'), key, 'DEFERRED', third)).toEqual({ mark: -0.5, state: 'WRONG', tries: 1 })
  })
  test('no answer was given up, with any behaviour', () => {
    for (const behaviour of behaviours) expect(replay(course([]), key, behaviour, third)).toEqual({ mark: 0, state: 'GAVE_UP', tries: 0 })
  })
  test('an essay waits for people, with any behaviour; a blank one does not', () => {
    for (const behaviour of behaviours) {
      expect(replay({ answer: { ...noAnswer, text: 'Uraian' } }, { kind: 'ESSAY' }, behaviour, third)).toMatchObject({ mark: null, state: 'NEEDS_MARKING' })
      expect(replay({ answer: null }, { kind: 'ESSAY' }, behaviour, third)).toMatchObject({ mark: 0, state: 'GAVE_UP' })
    }
  })
  test('what was made before steps were kept is judged by its answer', () => expect(replay({ answer: pick('right') }, key, 'DEFERRED', 0).mark).toBe(1))
})

describe('at once', () => {
  test('the first check counts; what was never checked counts as it stands', () => {
    expect(replay(course([check('half')], 'half'), key, 'IMMEDIATE', third)).toEqual({ mark: 0.5, state: 'PARTIAL', tries: 1 })
    expect(replay(course([check('wrong')], 'right'), key, 'IMMEDIATE', third).mark).toBe(0)
    expect(replay(course([], 'right'), key, 'IMMEDIATE', third).mark).toBe(1)
  })
})

describe('with hints', () => {
  const worth = (...args: Parameters<typeof course>) => replay(course(...args), key, 'INTERACTIVE', third).mark
  test('right at once: all; after one try a third less; after two, two thirds', () => {
    expect(worth([check('right')], 'right')).toBe(1)
    expect(worth([check('wrong'), again('wrong'), check('right')], 'right')).toBeCloseTo(2 / 3, 12)
    expect(worth([check('wrong'), again('wrong'), check('half'), again('half'), check('right')], 'right')).toBeCloseTo(1 / 3, 12)
  })
  test('the last try counts, not the best, and never less than nothing', () => {
    expect(worth([check('half'), again('half'), check('wrong')], 'wrong')).toBe(0)
    expect(worth([check('wrong'), again('wrong'), check('half')], 'half')).toBeCloseTo(0.5 - third, 12)
    expect(worth([check('bad')], 'bad')).toBe(0)
  })
  test('a changed answer that is handed in without a check is a try too', () => expect(worth([check('wrong'), again('wrong')], 'right')).toBeCloseTo(2 / 3, 12))
  test('the answer that was checked costs nothing more when it is handed in', () => expect(worth([check('half'), again('half')], 'half')).toBe(0.5))
  test('what a hint left standing is no try, also where it left nothing', () => {
    expect(replay(course([check('half'), again(null)], null), key, 'INTERACTIVE', third)).toEqual({ mark: 0.5, state: 'PARTIAL', tries: 1 })
  })
  test('by another key the first answer that is right ends it', () => {
    const other: Key = { ...key, choices: key.choices.map(choice => ({ ...choice, fraction: choice.id === 'wrong' ? 1 : 0 })) }
    expect(replay(course([check('wrong'), again('wrong'), check('right')], 'right'), other, 'INTERACTIVE', third)).toEqual({ mark: 1, state: 'RIGHT', tries: 1 })
  })
  test('of a matching question each stem pays for its own wrong tries', () => {
    const matching: Key = { kind: 'MATCHING', matching: { right: [{ stem: 'a', matches: ['1'] }, { stem: 'b', matches: ['2'] }] } }
    const pairs = (a: string, b: string): Answer => ({ ...noAnswer, pairs: [{ stem: 'a', match: a }, { stem: 'b', match: b }] })
    const steps = [pairs('1', '1'), pairs('1', '2')].map(answer => ({ ...check(null), answer }))
    expect(replay({ steps, answer: pairs('1', '2') }, matching, 'INTERACTIVE', third).mark).toBeCloseTo((1 + 2 / 3) / 2, 12)
    expect(replay({ steps: steps.slice(0, 1), answer: pairs('1', '1') }, matching, 'INTERACTIVE', third).mark).toBeCloseTo(0.5, 12)
  })
})

describe('with any number of tries', () => {
  const worth = (penalty: number, ...args: Parameters<typeof course>) => replay(course(...args), key, 'ADAPTIVE', penalty)
  test('the best counts, each less what the tries before it cost', () => {
    expect(worth(third, [check('half'), check('right')], 'right').mark).toBeCloseTo(2 / 3, 12)
    expect(worth(third, [check('half'), check('wrong'), check('wrong')], 'wrong')).toMatchObject({ mark: 0.5, tries: 2 })
    expect(worth(0.75, [check('half'), check('right')], 'right').mark).toBe(0.5)
  })
  test('without a penalty the best counts whole', () => expect(worth(0, [check('wrong'), check('bad'), check('right')], 'right').mark).toBe(1))
  test('right stays right, whatever comes after', () => expect(worth(third, [check('right'), check('wrong')], 'wrong')).toMatchObject({ mark: 1, state: 'RIGHT' }))
  test('at the end a changed answer is a try more; one that was checked is not charged twice', () => {
    expect(worth(third, [check('wrong')], 'right').mark).toBeCloseTo(2 / 3, 12)
    expect(worth(third, [check('wrong'), check('right')], 'right').mark).toBeCloseTo(2 / 3, 12)
  })
  test('taking the answer back at the end loses nothing that was earned', () => expect(worth(third, [check('half')], null)).toMatchObject({ mark: 0.5, tries: 1 }))
})

describe('by certainty', () => {
  test.each([[1, 1, 1], [1, 2, 2], [1, 3, 3], [0, 1, 0], [0, 2, -2], [0, 3, -6], [0.5, 3, 1.5], [0.5, 1, 0.5], [-0.5, 3, -6], [-0.5, 1, 0]])(
    'an answer worth %d said with certainty %d earns %d of 3', (fraction, level, of3) => expect(certain(fraction, level) * 3).toBeCloseTo(of3, 12))
  test('who does not say is taken to be the least sure', () => {
    expect(replay({ answer: pick('right') }, key, 'CERTAINTY', 0).mark).toBeCloseTo(1 / 3, 12)
    expect(replay({ answer: pick('wrong') }, key, 'CERTAINTY', 0).mark).toBe(0)
  })
  test('a blank costs nothing, however sure', () => expect(replay({ answer: null, certainty: 3 }, key, 'CERTAINTY', 0).mark).toBe(0))
})

/** Moodle's engine as it goes step by step, told apart from the product's: state and fraction change with every step. */
function live(behaviour: Behaviour, steps: readonly Step[], last: Answer | null, penalty: number): number {
  const raw = (answer: Answer | null) => markQuestion(key, answer)!
  let fraction = 0
  let tries = 0
  let judged: Answer | null | undefined
  let over = false
  const grade = (answer: Answer | null) => {
    if (over || (judged !== undefined && sameAnswer(answer, judged))) return
    if (behaviour === 'ADAPTIVE' && answer === null) return
    const worth = Math.max(0, raw(answer) - penalty * tries)
    fraction = behaviour === 'ADAPTIVE' ? Math.max(fraction, worth) : behaviour === 'IMMEDIATE' ? raw(answer) : worth
    over = behaviour === 'IMMEDIATE' || (behaviour === 'INTERACTIVE' && raw(answer) > 0.999999)
    judged = answer
    tries++
  }
  for (const { kind, answer } of steps) if (kind === 'CHECK') grade(answer)
  grade(last)
  return fraction
}

const picks = fc.constantFrom('right', 'half', 'wrong', 'bad')
const played = fc.record({ choices: fc.array(picks, { maxLength: 8 }), last: fc.option(picks, { nil: null }), penalty: fc.double({ min: 0, max: 1, noNaN: true }), behaviour: fc.constantFrom(...behaviours), certainty: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }) })
const played1 = ({ choices, last, certainty }: { choices: string[]; last: string | null; certainty: number | null }) => ({ ...course(choices.map(check), last), certainty })

describe('whatever is done', () => {
  test('playing the steps again earns what was earned step by step', () => fc.assert(fc.property(played, one => {
    fc.pre(one.behaviour === 'IMMEDIATE' || one.behaviour === 'INTERACTIVE' || one.behaviour === 'ADAPTIVE')
    const { steps, answer } = played1(one)
    expect(replay({ steps, answer }, key, one.behaviour, one.penalty).mark).toBeCloseTo(live(one.behaviour, steps, answer, one.penalty), 12)
  })))
  test('a mark lies between the least there is and all', () => fc.assert(fc.property(played, one => {
    const { mark } = replay(played1(one), key, one.behaviour, one.penalty)
    expect(mark).toBeGreaterThanOrEqual(one.behaviour === 'CERTAINTY' ? -2 : leastMark(key))
    expect(mark).toBeLessThanOrEqual(1)
  })))
  test('checking the same answer twice, or handing in what was checked, costs nothing', () => fc.assert(fc.property(played, one => {
    const once = played1(one)
    const twice = { ...once, steps: once.steps.flatMap(step => [step, step]) }
    expect(replay(twice, key, one.behaviour, one.penalty)).toEqual(replay(once, key, one.behaviour, one.penalty))
  })))
  test('the order in which choices were shown changes nothing', () => fc.assert(fc.property(played, fc.shuffledSubarray(key.choices, { minLength: 4 }), (one, choices) => {
    expect(replay(played1(one), { ...key, choices }, one.behaviour, one.penalty)).toEqual(replay(played1(one), key, one.behaviour, one.penalty))
  })))
  test('another try never takes away what ADAPTIVE has given', () => fc.assert(fc.property(played, picks, (one, more) => {
    const before = replay(played1(one), key, 'ADAPTIVE', one.penalty).mark!
    expect(replay(played1({ ...one, choices: one.last ? [...one.choices, one.last] : one.choices, last: more }), key, 'ADAPTIVE', one.penalty).mark).toBeGreaterThanOrEqual(before - 1e-12)
  })))
})
