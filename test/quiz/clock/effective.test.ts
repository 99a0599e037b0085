import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closingOf, effectiveSettings, isWithin } from '../../../server/quiz/domain/effective.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const nothing = { opensAt: null, closesAt: null, minutes: null, attemptsAllowed: null }
const ofClass = { ...nothing, enrolment: null }
const own = { ...nothing, enrolment: 'e1' }
const quiz = { minutes: 30, attemptsAllowed: 2 }

describe('what holds for one who takes a quiz', () => {
  test('the quiz, where nothing was adjusted', () => expect(effectiveSettings(quiz, [])).toEqual({ ...nothing, ...quiz }))
  test('a person beats their class, field by field, and both beat the quiz', () => {
    const overrides = [{ ...ofClass, opensAt: at(8), closesAt: at(10), minutes: 40 }, { ...own, minutes: 60, closesAt: at(11) }]
    const wanted = { opensAt: at(8), closesAt: at(11), minutes: 60, attemptsAllowed: 2 }
    expect(effectiveSettings(quiz, overrides)).toEqual(wanted)
    expect(effectiveSettings(quiz, [...overrides].reverse())).toEqual(wanted)
  })
  test('a quiz without a limit gets one for who is given it', () => expect(effectiveSettings({}, [{ ...own, minutes: 60 }]).minutes).toBe(60))
  test('nothing comes from nowhere', () => {
    const minutes = fc.option(fc.integer({ min: 1, max: 480 }))
    fc.assert(fc.property(minutes, minutes, minutes, (base, mid, top) => {
      expect(effectiveSettings({ minutes: base }, [{ ...ofClass, minutes: mid }, { ...own, minutes: top }]).minutes).toBe(top ?? mid ?? base)
    }))
  })
})

describe('when it may be begun', () => {
  test.each([
    [null, null, 5, true], [at(8), null, 7, false], [at(8), null, 8, true], [null, at(10), 10, true], [null, at(10), 11, false], [at(8), at(10), 9, true],
  ])('opens %p, closes %p, at %p: %p', (opensAt, closesAt, now, may) => expect(isWithin({ opensAt, closesAt }, at(now))).toBe(may))
  test('closes with its class at the latest', () => {
    expect(closingOf({ closesAt: at(20) }, at(17))).toEqual(at(17))
    expect(closingOf({ closesAt: at(9) }, at(17))).toEqual(at(9))
    expect(closingOf({ closesAt: null }, at(17))).toEqual(at(17))
  })
})
