import { describe, expect, test } from '@jest/globals'
import { sentenceOf } from '../../client/notice/sentence.ts'
import { isKey, isPath, tidyFacts } from '../../server/notice/domain/notice.ts'

describe('a notice leads to a path of ours', () => {
  test.each([
    ['/perjanjian/1', true], ['/kurikulum/1?tab=catatan#a', true], ['/', true],
    ['//example.org', false], ['/\\example.org', false], ['https://example.org', false], ['perjanjian/1', false], ['', false],
    ['/a b', false], ['/a\\b', false], [`/${'a'.repeat(500)}`, false],
  ])('%s: %s', (link, allowed) => expect(isPath(link)).toBe(allowed))
})

describe('facts are few and short', () => {
  test('a long text is cut, the rest stays as it is', () => {
    const { title, days } = tidyFacts({ title: 'a'.repeat(400), days: 30 })
    expect(title).toHaveLength(300)
    expect(days).toBe(30)
  })
  test('thirteen of them are a mistake', () =>
    expect(() => tidyFacts(Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`f${n}`, n])))).toThrow(RangeError))
  test.each([['', false], ['a', true], ['a'.repeat(200), true], ['a'.repeat(201), false]])('key %#', (key, allowed) => expect(isKey(key)).toBe(allowed))
})

test('days, times and numbers in a sentence are written as people write them', () => {
  const asked: [string, Record<string, unknown>][] = []
  const t = (key: string, facts: Record<string, unknown>) => (asked.push([key, facts]), 'kalimat')
  sentenceOf(t, { kind: 'SOMETHING', facts: { on: '2027-03-31', at: '2027-03-31T02:05:00.000Z', days: 1234, title: 'KSB', odd: null } }, 'id')
  expect(asked).toEqual([['notice.SOMETHING', { on: '31 Maret 2027', at: expect.stringContaining('09.05'), days: '1.234', title: 'KSB', odd: '' }]])
})
