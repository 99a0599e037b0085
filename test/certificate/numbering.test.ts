import { describe, expect, test } from '@jest/globals'
import { defaultTemplate, formatNumber, isTemplate, sequenceYear } from '../../server/certificate/domain/numbering.ts'

const number = (sequence: number, at: string, template = defaultTemplate) => formatNumber(template, { sequence, issuedAt: new Date(at) })

describe('the number of a certificate', () => {
  test.each([
    ['the first in September 2025', 1, '2025-09-05T03:00:00Z', '800.2/0001/BKPSDM/IX/2025'],
    ['the second', 2, '2025-09-05T03:00:00Z', '800.2/0002/BKPSDM/IX/2025'],
    ['the first of January 2026', 1, '2026-01-05T03:00:00Z', '800.2/0001/BKPSDM/I/2026'],
    ['31 December, 23.30 WIB, is still the old year', 417, '2025-12-31T16:30:00Z', '800.2/0417/BKPSDM/XII/2025'],
    ['1 January, 00.30 WIB, is the new year though UTC is not', 1, '2025-12-31T17:30:00Z', '800.2/0001/BKPSDM/I/2026'],
    ['1 September, 06.59 WIB, is not August', 9, '2025-08-31T23:59:00Z', '800.2/0009/BKPSDM/IX/2025'],
    ['the ten-thousandth is not cut', 10_000, '2025-09-05T03:00:00Z', '800.2/10000/BKPSDM/IX/2025'],
  ])('%s', (_, sequence, at, expected) => expect(number(sequence, at)).toBe(expected))

  test('other templates', () => {
    expect(number(589, '2026-05-05T03:00:00Z', 'B.{seq}/BDA/RSDM.510/{ROMAN}/{YYYY}')).toBe('B.589/BDA/RSDM.510/V/2026')
    expect(number(7, '2026-05-05T03:00:00Z', '{YYYY}-{MM}-{seq:000}')).toBe('2026-05-007')
  })
})

test.each([
  ['800.2/{ROMAN}/{YYYY}', 'without a sequence all would be alike'],
  ['800.2/{seq}/{ROMAN}', 'without a year two years would be alike'],
  ['{seq}/{YYYY}/{UNIT}', 'an unknown slot'],
  ['{seq/{YYYY}', 'a brace left open'],
  ['{seq:12}/{YYYY}', 'a width is written in zeros'],
])('%s is no template: %s', template => {
  expect(isTemplate(template)).toBe(false)
  expect(() => number(1, '2026-05-05T03:00:00Z', template)).toThrow(RangeError)
})

test.each([0, -1, 1.5, NaN])('%d is no sequence', sequence => expect(() => number(sequence, '2026-05-05T03:00:00Z')).toThrow(RangeError))

test('sequences restart by the year in WIB', () => {
  expect(sequenceYear(new Date('2025-12-31T16:59:59Z'))).toBe(2025)
  expect(sequenceYear(new Date('2025-12-31T17:00:00Z'))).toBe(2026)
})
