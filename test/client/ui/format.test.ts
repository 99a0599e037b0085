import { describe, expect, test } from '@jest/globals'
import * as format from '../../../client/lib/format.ts'
import { readNumber } from '../../../client/ui/readNumber.ts'
import { fromWallClock, toWallClock } from '../../../client/ui/wib.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const evening = '2025-09-04T18:30:00Z' // already the fifth in Medan

describe('dates and times are those of WIB', () => {
  test.each([
    ['long', format.dateLong(evening), '5 September 2025'],
    ['short', format.dateShort(evening), '05-09-2025'],
    ['with its weekday', format.weekday(evening), 'Jumat, 5 September 2025'],
    ['time', format.time('2025-09-05T01:00:00Z'), '08.00 WIB'],
    ['time in English', format.time('2025-09-05T01:00:00Z', 'en'), '08:00 WIB'],
    ['midnight', format.time('2025-09-04T17:00:00Z'), '00.00 WIB'],
    ['range', format.timeRange('2025-09-05T01:00:00Z', '2025-09-05T08:30:00Z'), '08.00–15.30 WIB'],
    ['both', format.dateTime(evening), '5 September 2025, 01.30 WIB'],
  ])('%s', (_, written, expected) => expect(plain(written)).toBe(expected))

  test('a wall clock read and written is the same instant', () => {
    expect(toWallClock('2025-09-05T01:00:00.000Z')).toBe('2025-09-05T08:00')
    expect(fromWallClock('2025-09-05T08:00')).toBe('2025-09-05T01:00:00.000Z')
    expect(fromWallClock('')).toBeNull()
  })
})

describe('numbers', () => {
  test.each([
    [format.number(1234.56), '1.234,56'],
    [format.number(1234.56, 'en'), '1,234.56'],
    [format.exact(14), '14'],
    [format.exact(0.125), '0,125'],
    [format.percent(0.8519), '85,19 %'],
    [format.money(1_250_000), 'Rp1.250.000'],
    [format.jp(40), '40 JP'],
    [format.fileSize(1_400_000), '1,4 MB'],
    [format.duration(5400), '1 jam 30 menit'],
    [format.duration(0), '0 detik'],
  ])('%s', (written, expected) => expect(plain(written)).toBe(expected))

  test.each([
    ['1.234,5', 'id', 1234.5], ['12,5', 'id', 12.5], ['12.5', 'id', 12.5], ['1.234', 'id', 1234], ['1,234.5', 'en', 1234.5],
    ['', 'id', null], ['-3', 'id', -3], ['12x', 'id', Number.NaN], ['1.2.3', 'id', Number.NaN],
  ])('"%s" in %s is %s', (typed, language, read) => expect(readNumber(typed, language)).toBe(read))
})
