import { describe, expect, test } from '@jest/globals'
import { addDays, dayOf, daysBetween, endOf, isDay, startOf } from '../../server/lib/days.ts'

describe('days in WIB', () => {
  test('an evening in UTC is the next day in Medan', () => {
    expect(dayOf(new Date('2026-12-31T16:59:59Z'))).toBe('2026-12-31')
    expect(dayOf(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01')
  })
  test('a day begins at 17.00 UTC of the day before and ends where the next begins', () => {
    expect(startOf('2026-03-01').toISOString()).toBe('2026-02-28T17:00:00.000Z')
    expect(endOf('2026-02-28')).toEqual(startOf('2026-03-01'))
  })
  test('days add up over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
    expect(daysBetween('2026-02-01', '2026-01-31')).toBe(-1)
  })
  test.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'kemarin', '2027-02-29'])('%s is no day', text => expect(isDay(text)).toBe(false))
  test('a leap day is one', () => expect(isDay('2028-02-29')).toBe(true))
})
