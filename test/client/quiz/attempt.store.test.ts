import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createPinia, setActivePinia } from 'pinia'
import type { Answer, Stored } from '../../../client/quiz/answers.ts'
import { useAttempt, type Line, type Saved } from '../../../client/quiz/attempt.store.ts'
import { draftsWritten, forgetDraft, keptDraft } from '../../../client/quiz/draft.ts'

const no = (code: string, facts: Record<string, unknown> = {}): Saved => ({ ok: false, refusal: { code, facts } })

/** A server that keeps answers as ours does, and a line to it that can be cut: before it arrives, or on the way back. */
type Server = { stored: Map<string, Stored & { answer: Answer }>; calls: number; cut: null | 'before' | 'after'; closed: string | null; sheet: () => Stored[]; line: Line }
function aServer(questions = ['q1', 'q2']): Server {
  const stored = new Map<string, Stored & { answer: Answer }>(questions.map(id => [id, { id, seq: 0, savedAt: null, answer: {} }]))
  const server: Server = {
    stored, calls: 0, cut: null, closed: null,
    sheet: () => [...stored.values()].map(one => ({ ...one })),
    line: {
      async save(question, seq, answer) {
        server.calls++
        if (server.cut === 'before') return no('OFFLINE')
        const one = stored.get(question)!
        const same = JSON.stringify(one.answer) === JSON.stringify(answer)
        if (server.closed) return no(server.closed)
        if (one.seq !== seq && !(one.seq === seq + 1 && same)) return no('ANSWERED_ELSEWHERE', { seq: one.seq })
        if (one.seq === seq) stored.set(question, { id: question, seq: seq + 1, savedAt: `2026-03-02T02:4${seq}:00Z`, answer })
        if (server.cut === 'after') return no('OFFLINE')
        const now = stored.get(question)!
        return { ok: true, seq: now.seq, savedAt: now.savedAt! }
      },
      look: async () => (server.cut === 'before' ? null : server.sheet()),
    },
  }
  return server
}

let server: ReturnType<typeof aServer>
let attempt: ReturnType<typeof useAttempt>
const begin = async () => {
  setActivePinia(createPinia())
  attempt = useAttempt()
  await attempt.open('a1', server.sheet(), server.line)
}
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

beforeEach(async () => {
  jest.useFakeTimers()
  localStorage.clear()
  for (const one of ['a1', 'a2']) forgetDraft(one)
  server = aServer()
  await begin()
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

describe('a reload', () => {
  test('goes on with what was not saved', async () => {
    server.cut = 'before'
    attempt.answer('q1', { text: 'satu' }, 600)
    attempt.flag('q2')
    server.cut = null
    await begin()
    expect(attempt.entries.q1!.answer).toEqual({ text: 'satu' })
    expect(attempt.flags).toEqual(['q2'])
    await pass(0)
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'satu' })
  })

  test('after a lost reply goes on from what arrived', async () => {
    server.cut = 'after'
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    attempt.answer('q1', { text: 'dua' })
    server.cut = null
    await begin()
    await pass(0)
    expect(server.stored.get('q1')).toMatchObject({ seq: 2, answer: { text: 'dua' } })
  })

  test('keeps nothing once all is saved, nor after handing in', async () => {
    attempt.answer('q1', { text: 'satu' })
    await pass(0)
    expect(await keptDraft('a1')).toEqual({ answers: {}, flags: [] })
    attempt.flag('q1')
    expect(await keptDraft('a1')).toEqual({ answers: {}, flags: ['q1'] })
    attempt.finish()
    expect(await keptDraft('a1')).toEqual({ answers: {}, flags: [] })
  })

  test('with a draft that cannot be read begins afresh', async () => {
    localStorage.setItem('pembina.attempt.a1', '{"answers":')
    await begin()
    expect(attempt.entries.q1!.state).toBe('blank')
  })

  test('writes no answer down plain; one that was kept plain before is taken over, and away', async () => {
    localStorage.setItem('pembina.attempt.a1', JSON.stringify({ answers: { q1: { answer: { text: 'dahulu' }, seq: 0, sent: [] } }, flags: [] }))
    await begin()
    expect(localStorage.length).toBe(0)
    await pass(0)
    expect(server.stored.get('q1')!.answer).toEqual({ text: 'dahulu' })
    server.cut = 'before'
    attempt.answer('q2', { text: 'rahasia' })
    await draftsWritten()
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('rahasia')
  })

  test('sends what waited in the order it was given, one after another, and stops where the line fails', async () => {
    server = aServer(['q1', 'q2', 'q3'])
    await begin()
    server.cut = 'before'
    for (const [question, text] of [['q3', 'a'], ['q1', 'b'], ['q2', 'c'], ['q3', 'd']] as const) attempt.answer(question, { text })
    await pass(0)
    const { save } = server.line
    const sent: string[] = []
    let under = 0
    server.line.save = async (question, ...rest) => {
      expect(++under).toBe(1)
      sent.push(question)
      await Promise.resolve()
      const reply = await save(question, ...rest)
      under--
      return reply
    }
    attempt.leave()
    await begin()
    await pass(0)
    expect(sent).toEqual(['q1'])
    server.cut = null
    await pass(1000)
    expect(sent).toEqual(['q1', 'q1', 'q2', 'q3'])
    expect(attempt.unsaved).toBe(0)
    expect(server.stored.get('q3')!.answer).toEqual({ text: 'd' })
  })
})

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
