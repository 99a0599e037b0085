import { describe, expect, test } from '@jest/globals'
import { dateSpan, decimal, longDate, numberInWords, romanMonth, romanNumeral, roundHalfUp } from '../../server/lib/words.ts'

describe('numbers in words', () => {
  test.each([
    [0, 'nol', 'zero'], [1, 'satu', 'one'], [10, 'sepuluh', 'ten'], [11, 'sebelas', 'eleven'],
    [12, 'dua belas', 'twelve'], [19, 'sembilan belas', 'nineteen'], [20, 'dua puluh', 'twenty'],
    [24, 'dua puluh empat', 'twenty-four'], [40, 'empat puluh', 'forty'], [99, 'sembilan puluh sembilan', 'ninety-nine'],
    [100, 'seratus', 'one hundred'], [101, 'seratus satu', 'one hundred and one'],
    [111, 'seratus sebelas', 'one hundred and eleven'], [200, 'dua ratus', 'two hundred'],
    [999, 'sembilan ratus sembilan puluh sembilan', 'nine hundred and ninety-nine'],
    [1000, 'seribu', 'one thousand'], [1001, 'seribu satu', 'one thousand and one'],
    [1100, 'seribu seratus', 'one thousand one hundred'], [2000, 'dua ribu', 'two thousand'],
    [11_000, 'sebelas ribu', 'eleven thousand'], [21_100, 'dua puluh satu ribu seratus', 'twenty-one thousand one hundred'],
    [100_000, 'seratus ribu', 'one hundred thousand'], [101_011, 'seratus satu ribu sebelas', 'one hundred and one thousand and eleven'],
    [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan', 'nine hundred and ninety-nine thousand nine hundred and ninety-nine'],
  ])('%d', (n, id, en) => {
    expect(numberInWords(n, 'id')).toBe(id)
    expect(numberInWords(n, 'en')).toBe(en)
  })

  test.each([-1, 1.5, 1_000_000, NaN, Infinity])('%d has none', n => expect(() => numberInWords(n, 'id')).toThrow(RangeError))
})

test('Roman months, I to XII', () => {
  expect(Array.from({ length: 12 }, (_, i) => romanMonth(i + 1))).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'])
  expect(() => romanMonth(0)).toThrow(RangeError)
  expect(() => romanMonth(13)).toThrow(RangeError)
})

test.each([[17, 'XVII'], [49, 'XLIX'], [1994, 'MCMXCIV'], [2026, 'MMXXVI'], [3999, 'MMMCMXCIX']])('%d is %s', (n, roman) =>
  expect(romanNumeral(n)).toBe(roman))

describe('dates are those of WIB', () => {
  test.each([
    [new Date('2025-09-05T02:00:00Z'), '5 September 2025', '5 September 2025'],
    [new Date('2025-12-31T17:00:00Z'), '1 Januari 2026', '1 January 2026'],
    [new Date('2025-12-31T16:59:59Z'), '31 Desember 2025', '31 December 2025'],
    ['2024-02-29', '29 Februari 2024', '29 February 2024'],
    ['2025-08-17', '17 Agustus 2025', '17 August 2025'],
  ])('%s', (date, id, en) => {
    expect(longDate(date, 'id')).toBe(id)
    expect(longDate(date, 'en')).toBe(en)
  })

  test.each([
    ['2025-09-08', '2025-09-12', '8 s.d. 12 September 2025'],
    ['2025-09-29', '2025-10-03', '29 September s.d. 3 Oktober 2025'],
    ['2025-12-29', '2026-01-02', '29 Desember 2025 s.d. 2 Januari 2026'],
    ['2025-09-08', '2025-09-08', '8 September 2025'],
  ])('from %s to %s', (from, to, span) => expect(dateSpan(from, to, 'id')).toBe(span))
})

describe('decimals', () => {
  test.each([
    [1234.56, 2, '1.234,56', '1,234.56'], [85.185, 2, '85,19', '85.19'], [90, 2, '90,00', '90.00'],
    [0.5, 0, '1', '1'], [-2.345, 2, '-2,35', '-2.35'], [0, 1, '0,0', '0.0'],
  ])('%d to %d places', (value, digits, id, en) => {
    expect(decimal(value, digits, 'id')).toBe(id)
    expect(decimal(value, digits, 'en')).toBe(en)
  })

  test.each([
    [90.005, 2, 90.01], [1.005, 2, 1.01], [8.345, 2, 8.35], [0.1 + 0.2, 2, 0.3], [90.00499999999998, 2, 90.01],
    [90.0049, 2, 90], [1e-7, 2, 0], [0, 2, 0],
  ])('%d rounds half up to %d places: %d', (value, digits, rounded) => expect(roundHalfUp(value, digits)).toBe(rounded))
})
