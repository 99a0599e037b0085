import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { aServer, freshBrowser, pass, takenUp, type Attempt, type Server } from './attemptServer.ts'

let server: Server
let attempt: Attempt
const begin = async () => { attempt = await takenUp(server) }

beforeEach(async () => {
  freshBrowser()
  server = aServer()
  await begin()
})
afterEach(() => void jest.useRealTimers())

describe('another window', () => {
  const elsewhere = (text: string) => {
    const one = server.stored.get('q1')!
    server.stored.set('q1', { ...one, seq: one.seq + 1, savedAt: '2026-03-02T02:59:00Z', answer: { text } })
  }

  test('that saved in between is shown, and nothing is overwritten', async () => {
    elsewhere('lain')
    attempt.answer('q1', { text: 'saya' })
    await pass(0)
    expect(attempt.entries.q1).toMatchObject({ state: 'conflict', answer: { text: 'saya' }, theirs: { answer: { text: 'lain' }, seq: 1 } })
    await pass(60_000)
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'lain' })
  })

  test('mine goes over theirs when I say so', async () => {
    elsewhere('lain')
    attempt.answer('q1', { text: 'saya' })
    await pass(0)
    attempt.resolve('q1', 'mine')
    await pass(0)
    expect(server.stored.get('q1')).toMatchObject({ seq: 2, answer: { text: 'saya' } })
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', theirs: null })
  })

  test('theirs takes the place of mine when I say so', async () => {
    elsewhere('lain')
    attempt.answer('q1', { text: 'saya' })
    await pass(0)
    attempt.resolve('q1', 'theirs')
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 1, answer: { text: 'lain' } })
    expect(attempt.unsaved).toBe(0)
  })

  test('that saved the same is no conflict', async () => {
    elsewhere('sama')
    elsewhere('sama')
    attempt.answer('q1', { text: 'sama' })
    await pass(0)
    expect(attempt.entries.q1).toMatchObject({ state: 'saved', seq: 2 })
  })

  test('that saved while this one was away is found on return', async () => {
    server.cut = 'before'
    attempt.answer('q1', { text: 'saya' })
    elsewhere('lain')
    await begin()
    expect(attempt.entries.q1).toMatchObject({ state: 'conflict', answer: { text: 'saya' } })
  })
})
