import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { aServer, freshBrowser, pass, takenUp, type Attempt, type Server } from './attemptServer.ts'

let server: Server
let attempt: Attempt

beforeEach(async () => {
  freshBrowser()
  server = aServer()
  attempt = await takenUp(server)
})
afterEach(() => void jest.useRealTimers())

describe('a dropped line', () => {
  test('is tried again, later each time, until it is there', async () => {
    server.cut = 'before'
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    expect(attempt.entries.q1!.state).toBe('retrying')
    expect(attempt.offline).toBe(true)
    const calls = []
    for (const wait of [1000, 2000, 4000]) {
      await pass(wait)
      calls.push(server.calls)
    }
    expect(calls).toEqual([2, 3, 4])
    server.cut = null
    await pass(8000)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 1 })
    expect(attempt.offline).toBe(false)
  })

  test('when it comes back, everything is sent at once', async () => {
    server.cut = 'before'
    attempt.answer('q1', { text: 'satu' })
    attempt.answer('q2', { text: 'dua' })
    await pass(20_000)
    expect(await attempt.flushAll()).toBe(false)
    server.cut = null
    expect(await attempt.flushAll()).toBe(true)
    expect(server.sheet().map(({ seq }) => seq)).toEqual([1, 1])
  })

  test('that lost only the reply saves nothing twice', async () => {
    server.cut = 'after'
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    server.cut = null
    await pass(1000)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 1 })
  })

  test('that lost the reply to an answer changed since is no conflict with oneself', async () => {
    server.cut = 'after'
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    server.cut = null
    attempt.answer('q1', { text: 'dua' })
    await pass(1000)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 2 })
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'dua' })
  })
})
