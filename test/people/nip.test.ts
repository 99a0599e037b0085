import { describe, expect, test } from '@jest/globals'
import { formatNip, maskNip, readNip } from '../../server/people/domain/nip.ts'

const today = new Date('2026-11-24T03:00:00Z')
const read = (raw: string, at = today) => readNip(raw, at)
const codeOf = (raw: string, at = today) => {
  const reading = read(raw, at)
  return reading.ok ? 'ok' : reading.code
}

describe('a NIP of a PNS', () => {
  test.each(['198609262015051001', '19860926 201505 1 001', '19860926.201505.1.001', ' 19860926\u00a0201505\t1 001\n'])('%j is read', raw => {
    expect(read(raw)).toEqual({
      ok: true, nip: '198609262015051001', kind: 'PNS', birthDate: '1986-09-26', gender: 'L',
      appointed: { year: 2015, month: 5 }, contract: null, sequence: 1, warnings: [],
    })
  })

  test('digit 15 tells a woman; the day of birth does not', () => {
    expect(read('198609262015052901')).toMatchObject({ ok: true, gender: 'P', birthDate: '1986-09-26', sequence: 901 })
  })
})

test('a NIP of a PPPK tells the year and the contract, and no month', () => {
  expect(read('199001012023211901')).toEqual({
    ok: true, nip: '199001012023211901', kind: 'PPPK', birthDate: '1990-01-01', gender: 'L',
    appointed: { year: 2023, month: null }, contract: 21, sequence: 901, warnings: [],
  })
})

describe('what is wrong with a NIP', () => {
  test.each([
    ['a day of birth 66 is not 26 and a woman', '198609662015051001', 'NIP_BIRTH_DATE'],
    ['30 February', '200702302025011001', 'NIP_BIRTH_DATE'],
    ['29 February of a common year', '199102292015051001', 'NIP_BIRTH_DATE'],
    ['29 February of a leap year is a day', '199202292015051001', 'ok'],
    ['29 February 2000 was a day', '200002292020011001', 'ok'],
    ['29 February 1900 was not', '190002291920011001', 'NIP_BIRTH_DATE'],
    ['month 13', '198613262015051001', 'NIP_BIRTH_DATE'],
    ['day 00', '198609002015051001', 'NIP_BIRTH_DATE'],
    ['born in the future', '202709262045051001', 'NIP_BIRTH_DATE'],
    ['16 years old', '200911252026112001', 'NIP_TOO_YOUNG'],
    ['13-14 are neither a month nor a contract', '199001012023131901', 'NIP_KIND'],
    ['00 is no month', '198609262015001001', 'NIP_KIND'],
    ['19 is no contract', '198609262015191001', 'NIP_KIND'],
    ['20 is a contract', '198609262021201001', 'ok'],
    ['99 is a contract', '198609262021991001', 'ok'],
    ['appointed next month', '198609262026121001', 'NIP_APPOINTMENT'],
    ['appointed this month', '198609262026111001', 'ok'],
    ['appointed before 17', '198609262003091001', 'NIP_APPOINTMENT'],
    ['appointed at 17', '198609262003101001', 'ok'],
    ['a contract of next year', '199001012027211901', 'NIP_APPOINTMENT'],
    ['a contract of this year', '199001012026211901', 'ok'],
    ['gender 3', '198609262015053001', 'NIP_GENDER'],
    ['gender 0', '198609262015050001', 'NIP_GENDER'],
    ['sequence 000', '198609262015051000', 'NIP_SEQUENCE'],
    ['the old number', '500123456', 'NIP_OLD_FORMAT'],
    ['the old number, in groups', '500 123 456', 'NIP_OLD_FORMAT'],
    ['17 digits', '19860926201505100', 'NIP_FORMAT'],
    ['19 digits', '1986092620150510011', 'NIP_FORMAT'],
    ['a NIK', '1271012609860001', 'NIP_FORMAT'],
    ['a letter O for a zero', '19860926201505100I', 'NIP_FORMAT'],
    ['a comma in the place of gender', '19860926201505,001', 'NIP_FORMAT'],
    ['full-width digits', '１９８６０９２６２０１５０５１００１', 'NIP_FORMAT'],
    ['Arabic digits', '١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١', 'NIP_FORMAT'],
    ['hyphens', '19860926-201505-1-001', 'NIP_FORMAT'],
    ['an operator', '{"$ne":null}', 'NIP_FORMAT'],
    ['nothing', '', 'NIP_FORMAT'],
  ])('%s', (_, raw, code) => expect(codeOf(raw)).toBe(code))

  test('its facts name what was read', () => {
    expect(read('198609662015051001')).toEqual({ ok: false, code: 'NIP_BIRTH_DATE', facts: { birthDate: '1986-09-66' } })
    expect(read('12345')).toEqual({ ok: false, code: 'NIP_FORMAT', facts: { length: 5 } })
  })
})

describe('today is a day in WIB', () => {
  const bornOnThe25th = '200911252026112001'
  test.each([
    ['a minute before midnight the bearer is 16', '2026-11-24T16:59:00Z', 'NIP_TOO_YOUNG'],
    ['at midnight 17, but appointed at 16', '2026-11-24T17:00:00Z', 'NIP_APPOINTMENT'],
  ])('%s', (_, at, code) => expect(codeOf(bornOnThe25th, new Date(at))).toBe(code))

  test('born on 29 February, one is 17 on 1 March', () => {
    expect(codeOf('200802292025031001', new Date('2025-02-28T12:00:00Z'))).toBe('NIP_TOO_YOUNG')
    expect(codeOf('200802292025031001', new Date('2025-03-01T12:00:00Z'))).toBe('ok')
  })
})

describe('what is unusual is a warning', () => {
  const warnings = (raw: string, known = {}) => {
    const reading = readNip(raw, today, known)
    return reading.ok ? reading.warnings : reading.code
  }
  test.each([
    ['PNS at 47', '196809262015101001', ['NIP_APPOINTED_LATE']],
    ['PNS at 46', '196809262015091001', []],
    ['PPPK before 2019', '199001012018211901', ['NIP_CONTRACT_EARLY']],
    ['PPPK at 15', '200801012023211901', ['NIP_CONTRACT_YOUNG']],
  ])('%s', (_, raw, expected) => expect(warnings(raw)).toEqual(expected))

  test('so is a difference from what is known', () => {
    expect(warnings('198609262015051001', { gender: 'P', birthDate: '1986-09-27' })).toEqual(['NIP_GENDER_DIFFERS', 'NIP_BIRTH_DATE_DIFFERS'])
    expect(warnings('198609262015051001', { gender: 'L', birthDate: '1986-09-26' })).toEqual([])
    expect(warnings('198609262015051001', { gender: null, birthDate: null })).toEqual([])
  })
})

test('it is printed in groups of 8, 6, 1 and 3, and masked in public', () => {
  expect(formatNip('198609262015051001')).toBe('19860926 201505 1 001')
  expect(maskNip('198609262015051001')).toBe('19860926 ****** * 001')
  expect(() => maskNip('19860926')).toThrow(RangeError)
})
