import { describe, expect, test } from '@jest/globals'
import { CombinedError } from '@urql/core'
import { refusalsOf, refusalText } from '../../../client/lib/refusal.ts'
import { mergeWords } from '../../../client/lib/words.ts'
import { anError, aRefusal } from './support.ts'

describe('what went wrong', () => {
  test('is the code, the facts and the field the server sent', () => {
    expect(refusalsOf(anError(aRefusal('TOO_LONG', { most: 120 }, 'title')))).toEqual([{ code: 'TOO_LONG', facts: { most: 120 }, field: 'title' }])
  })
  test('is OFFLINE when no answer came', () => {
    expect(refusalsOf(new CombinedError({ networkError: new Error('Failed to fetch') }))).toEqual([{ code: 'OFFLINE', facts: {} }])
  })
  test.each([[429, 'TOO_MANY_REQUESTS'], [502, 'INTERNAL']])('is told by status %s when the answer was no GraphQL', (status, code) => {
    expect(refusalsOf(new CombinedError({ networkError: new Error('x'), response: { status } }))[0]!.code).toBe(code)
  })
  test('is INTERNAL when it has no code', () => {
    expect(refusalsOf(new CombinedError({ graphQLErrors: [{ message: 'boom' }] }))[0]!.code).toBe('INTERNAL')
  })
})

describe('its sentence', () => {
  const words: Record<string, string> = { 'refusal.INTERNAL': 'gangguan', 'refusal.OPENS_LATER': 'Dibuka {opensAt}, {seats} kursi.' }
  const t = (key: string, facts: Record<string, unknown> = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))

  test('holds facts as people write them', () => {
    const text = refusalText(t, { code: 'OPENS_LATER', facts: { opensAt: '2025-09-05T01:00:00.000Z', seats: 1200 } })
    expect(text.replaceAll('\u00a0', ' ')).toBe('Dibuka 5 September 2025, 08.00 WIB, 1.200 kursi.')
  })
  test('of a code nobody wrote about is that of INTERNAL', () => {
    expect(refusalText(t, { code: 'NEVER_HEARD_OF', facts: {} })).toBe('gangguan')
  })
})

test('words of a domain stand under its name, refusals of all domains together', () => {
  expect(mergeWords([['../locales/id/quiz.json', { title: 'Kuis' }], ['../locales/id/refusal.json', { A: 'a' }], ['../locales/id/refusal.quiz.json', { B: 'b' }]]))
    .toEqual({ quiz: { title: 'Kuis' }, refusal: { A: 'a', B: 'b' } })
})
