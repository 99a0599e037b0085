import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { draftsWritten, keptDraft } from '../../../client/quiz/draft.ts'
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
