import { describe, expect, test } from '@jest/globals'
import { nextCode } from '../../client/curriculum/content.ts'
import { shortHash } from '../../client/curriculum/looks.ts'
import { timelineOf } from '../../client/partner/timeline.ts'

test.each([[[], 'CP-1'], [['CP-1', 'CP-4', 'X'], 'CP-5']])('after %j comes %s', (codes, next) => expect(nextCode('CP-', codes)).toBe(next))
test('a hash is compared by its first twelve digits', () => expect(shortHash('0123456789abcdef')).toBe('0123 4567 89ab'))

describe('the timeline of agreements', () => {
  test('there is none of nothing', () => expect(timelineOf([], '2026-01-01')).toBeNull())
  test('reaches over whole years, with today on it; the last day counts', () => {
    const picture = timelineOf([
      { id: 'b', startsOn: '2026-01-01', endsOn: '2026-12-31' }, { id: 'a', startsOn: '2025-01-01', endsOn: '2025-12-31' },
    ], '2026-01-01')!
    expect(picture.years).toEqual([{ year: 2025, at: 0 }, { year: 2026, at: 50 }])
    expect(picture.now).toBe(50)
    expect(picture.bars.map(({ row, from, width }) => [row.id, from, width])).toEqual([['a', 0, 50], ['b', 50, 50]])
  })
})
