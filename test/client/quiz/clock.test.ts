import { describe, expect, test } from '@jest/globals'
import { meant, sameAnswer } from '../../../client/quiz/answers.ts'
import { minuteToSay, offsetOf, secondsLeft } from '../../../client/quiz/clock.ts'

describe('the server’s clock', () => {
  const server = '2026-03-02T08:00:00.000Z'
  const now = Date.parse(server)
  test('is heard half a journey late', () => expect(offsetOf(now - 5000 - 200, now - 5000 + 200, server)).toBe(5000))
  test('counts, whatever the browser’s says', () => {
    const wrong = now - 3_600_000
    expect(secondsLeft('2026-03-02T08:01:00.000Z', wrong, 3_600_000)).toBe(60)
  })
  test('never goes below nothing', () => expect(secondsLeft(server, now + 1, 0)).toBe(0))
  test('has nothing to count without an end', () => expect(secondsLeft(null, now, 0)).toBeNull())
})

describe('what is said aloud', () => {
  test.each([[301, 300, 5], [300, 299, null], [61, 59.5, 1], [1000, 30, 5], [null, 100, null], [100, null, null]])('from %s to %s: %s', (before, now, mark) =>
    expect(minuteToSay(before, now)).toBe(mark))
})

describe('answers', () => {
  test('that say nothing are none', () => {
    for (const answer of [null, undefined, {}, { choices: [] }, { text: '  ' }, { choices: null, truth: null, text: null, number: null }]) expect(meant(answer)).toBeNull()
  })
  test('false and zero say something', () => {
    expect(meant({ truth: false })).toEqual({ truth: false })
    expect(meant({ number: 0 })).toEqual({ number: 0 })
  })
  test('are the same whatever the order of picks, and however written', () => {
    expect(sameAnswer({ choices: ['a', 'b'] }, { choices: ['b', 'a'], truth: null, text: null, number: null })).toBe(true)
    expect(sameAnswer({ text: ' cafe\u0301 ' }, { text: 'café' })).toBe(true)
    expect(sameAnswer({ text: 'a' }, { text: 'b' })).toBe(false)
    expect(sameAnswer({}, null)).toBe(true)
  })
})
