import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { webcrypto } from 'node:crypto'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('a store that never answers keeps nobody from their quiz, nor from turning its page after something was to be kept', async () => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
  Object.assign(globalThis, { indexedDB: { open: () => ({}) } })
  const { keepDraft, keptDraft } = await import('../../../client/quiz/draft.ts')
  const empty = { answers: {}, flags: [] }
  for (const _ of ['taken up', 'page turned']) {
    let found: unknown
    void keptDraft('a1').then(draft => { found = draft })
    await jest.advanceTimersByTimeAsync(3000)
    expect(found).toEqual(empty)
    keepDraft('a1', { answers: {}, flags: ['q1'] })
  }
})
