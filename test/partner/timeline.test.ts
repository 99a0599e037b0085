import { describe, expect, test } from '@jest/globals'
import { dayAfter, restingOrder, timelineOf } from '../../client/partner/timeline.ts'

const row = (id: string, kind: string, startsOn: string, parent: string | null = null) => ({ id, kind, startsOn, endsOn: '2028-12-31', parent: parent === null ? null : { id: parent } })

describe('the timeline of a partner', () => {
  test('each agreement stands under what it rests on, the oldest first', () => {
    const rows = [row('ia', 'IA', '2026-01-01', 'pks2'), row('pks2', 'PKS', '2025-06-01', 'ksb1'), row('ksb2', 'KSB', '2025-02-01'), row('pks1', 'PKS', '2025-03-01', 'ksb1'), row('ksb1', 'KSB', '2025-01-01')]
    expect(restingOrder(rows).map(({ row: { id }, depth }) => [id, depth])).toEqual([['ksb1', 0], ['pks1', 1], ['pks2', 1], ['ia', 2], ['ksb2', 0]])
  })

  test('one whose parent is not shown stands by itself; one that rests on itself hangs nobody', () => {
    expect(restingOrder([row('pks', 'PKS', '2025-01-01', 'elsewhere')])).toMatchObject([{ depth: 0 }])
    expect(restingOrder([row('odd', 'PKS', '2025-01-01', 'odd')])).toEqual([])
  })

  test('bars lie where their days are', () => {
    const { bars, years, now } = timelineOf([{ id: 'a', startsOn: '2025-01-01', endsOn: '2025-12-31' }], '2026-07-02')!
    expect(years.map(({ year }) => year)).toEqual([2025, 2026])
    expect(bars[0]).toMatchObject({ from: 0, width: 50 })
    expect(now).toBeCloseTo(74.9, 1)
    expect(timelineOf([], '2026-01-01')).toBeNull()
  })

  test.each([['2026-12-31', '2027-01-01'], ['2028-02-28', '2028-02-29']])('after %s comes %s', (day, next) => expect(dayAfter(day)).toBe(next))
})
