import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { aServer, freshBrowser, no, pass, takenUp, type Attempt, type Server } from './attemptServer.ts'

let server: Server
let attempt: Attempt

beforeEach(async () => {
  freshBrowser()
  server = aServer()
  attempt = await takenUp(server)
})
afterEach(() => void jest.useRealTimers())

describe('saving by itself', () => {
  test('a pick is saved at once, and says when', async () => {
    attempt.answer('q1', { choices: ['x'] })
    expect(attempt.entries.q1!.state).toBe('waiting')
    await pass(0)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 1, savedAt: '2026-03-02T02:40:00Z' })
    expect(attempt.unsaved).toBe(0)
  })

  test('typing is saved once it stops', async () => {
    for (const text of ['O', 'Om', 'Omb']) {
      attempt.answer('q1', { text }, 600)
      await pass(300)
    }
    expect(server.calls).toBe(0)
    await pass(600)
    expect(server.calls).toBe(1)
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'Omb' })
  })

  test('what changes while it is being saved is saved after it, never at the same time', async () => {
    let arrived: (() => void) | undefined
    const held = new Promise<void>(resolve => { arrived = resolve })
    const { save } = server.line
    server.line.save = async (...args) => {
      if (args[1] === 0) await held
      return save(...args)
    }
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    attempt.answer('q1', { text: 'dua' })
    await pass(0)
    expect(server.calls).toBe(0)
    arrived!()
    await pass(0)
    expect(server.calls).toBe(2)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 2 })
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'dua' })
  })

  test('an answer is taken back', async () => {
    attempt.answer('q1', { choices: ['x'] })
    await pass(0)
    expect(attempt.answered).toBe(1)
    attempt.answer('q1', { choices: [] })
    await pass(0)
    expect(server.stored.get('q1')).toMatchObject({ seq: 2, answer: {} })
    expect(attempt.answered).toBe(0)
  })
})

describe('the end', () => {
  test.each(['TIME_OVER', 'ATTEMPT_CLOSED'])('%s stops everything and leaves nothing behind', async code => {
    server.closed = code
    attempt.answer('q1', { text: 'terlambat' })
    await pass(0)
    expect(attempt.closed).toBe(code)
    expect(localStorage.length).toBe(0)
    attempt.answer('q2', { text: 'x' })
    await pass(60_000)
    expect(server.calls).toBe(1)
  })

  test('an answer that is refused is not sent again until it is changed', async () => {
    server.line.save = async () => no('TOO_LONG', { max: 500 })
    attempt.answer('q1', { text: 'x' })
    await pass(60_000)
    expect(attempt.entries.q1).toMatchObject({ state: 'refused', refusal: { code: 'TOO_LONG' } })
    expect(attempt.unsaved).toBe(1)
  })

  test('an answer on its way to an attempt that was left does not touch the next', async () => {
    attempt.answer('q1', { text: 'satu' })
    const flight = attempt.flush('q1')
    await attempt.open('a2', [{ id: 'q1', seq: 0, answer: null }], server.line)
    await flight
    await pass(0)
    expect(attempt.entries.q1).toMatchObject({ state: 'blank', seq: 0 })
  })
})
