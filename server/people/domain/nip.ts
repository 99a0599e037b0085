import { dayOf, isDay, type Day } from '../../lib/days.ts'

/**
 * NIP: the 18-digit number of a civil servant, and what it says of its bearer (DOMAIN §8.1). It has no checksum.
 * PNS (S): birth YYYYMMDD, month of appointment YYYYMM, gender, sequence. PPPK (S): birth, year of first appointment,
 * counter of contracts from 20 up (R), gender, sequence. Women have no +40 in the day: that is the NIK.
 */
export type NipFault =
  | 'NIP_FORMAT' | 'NIP_OLD_FORMAT' | 'NIP_BIRTH_DATE' | 'NIP_TOO_YOUNG' | 'NIP_KIND' | 'NIP_APPOINTMENT'
  | 'NIP_GENDER' | 'NIP_SEQUENCE'

export type NipWarning =
  /** PNS appointed when over 46. */
  | 'NIP_APPOINTED_LATE'
  /** PPPK of a year before the first intake, 2019. */
  | 'NIP_CONTRACT_EARLY'
  /** PPPK not yet 17 in the year of appointment. */
  | 'NIP_CONTRACT_YOUNG'
  | 'NIP_GENDER_DIFFERS' | 'NIP_BIRTH_DATE_DIFFERS'

export type Gender = 'L' | 'P'

export type NipReading =
  | {
    ok: true
    /** 18 digits, as stored. */
    nip: string
    kind: 'PNS' | 'PPPK'
    birthDate: Day
    gender: Gender
    /** A PPPK number tells no month. */
    appointed: { year: number; month: number | null }
    /** The counter of contracts of a PPPK, as in digits 13-14: 21. */
    contract: number | null
    /** 1 to 999. */
    sequence: number
    warnings: NipWarning[]
  }
  | { ok: false; code: NipFault; facts: Record<string, string | number> }

/** What is known of the bearer from elsewhere: a difference is a warning, not a fault. */
export type KnownOfBearer = { gender?: Gender | null; birthDate?: Day | null }

/** D: nobody is a civil servant, or becomes one, before 17. */
const YOUNGEST = 17
/** D: older than this at appointment as PNS is unusual, not impossible. */
const OLDEST_AT_APPOINTMENT = 46
/** R: the first intake of PPPK. */
const FIRST_PPPK = 2019

/** Whole years from a birth to a later day; who was born on 29 February turns older on 1 March of a common year. */
const ageOn = (birth: Day, day: Day) =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)

const fault = (code: NipFault, facts: Record<string, string | number> = {}): NipReading => ({ ok: false, code, facts })

/** A NIP as typed without what people group it by: spaces and dots. Nothing else is forgiven. */
export const bareNip = (raw: string) => raw.replace(/[\s.]/g, '')

/**
 * What a NIP says, or the first thing that is wrong with it, read from left to right. Spaces and dots are dropped.
 * `today` is an instant; what counts is the day it is in WIB.
 */
export function readNip(raw: string, today: Date, known: KnownOfBearer = {}): NipReading {
  const nip = bareNip(raw)
  if (/^\d{9}$/.test(nip)) return fault('NIP_OLD_FORMAT', { digits: 9 })
  if (!/^\d{18}$/.test(nip)) return fault('NIP_FORMAT', { length: nip.length })

  const now = dayOf(today)
  const birthDate = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  if (!isDay(birthDate) || birthDate > now) return fault('NIP_BIRTH_DATE', { birthDate })
  if (ageOn(birthDate, now) < YOUNGEST) return fault('NIP_TOO_YOUNG', { birthDate, youngest: YOUNGEST })

  const year = Number(nip.slice(8, 12))
  const counter = Number(nip.slice(12, 14))
  const kind = counter >= 1 && counter <= 12 ? 'PNS' : counter >= 20 ? 'PPPK' : null
  if (!kind) return fault('NIP_KIND', { digits: nip.slice(12, 14) })

  const warnings: NipWarning[] = []
  if (kind === 'PNS') {
    const appointed = `${nip.slice(8, 12)}-${nip.slice(12, 14)}-01`
    const age = ageOn(birthDate, appointed)
    if (appointed > now || age < YOUNGEST) return fault('NIP_APPOINTMENT', { appointed: appointed.slice(0, 7), youngest: YOUNGEST })
    if (age > OLDEST_AT_APPOINTMENT) warnings.push('NIP_APPOINTED_LATE')
  } else {
    if (year > Number(now.slice(0, 4))) return fault('NIP_APPOINTMENT', { appointed: String(year), youngest: YOUNGEST })
    if (year < FIRST_PPPK) warnings.push('NIP_CONTRACT_EARLY')
    if (year - Number(birthDate.slice(0, 4)) < YOUNGEST) warnings.push('NIP_CONTRACT_YOUNG')
  }

  const gender = nip[14] === '1' ? 'L' : nip[14] === '2' ? 'P' : null
  if (!gender) return fault('NIP_GENDER', { digit: nip.slice(14, 15) })
  const sequence = Number(nip.slice(15))
  if (sequence === 0) return fault('NIP_SEQUENCE', { digits: '000' })

  if (known.gender && known.gender !== gender) warnings.push('NIP_GENDER_DIFFERS')
  if (known.birthDate && known.birthDate !== birthDate) warnings.push('NIP_BIRTH_DATE_DIFFERS')

  return {
    ok: true, nip, kind, birthDate, gender, sequence, warnings,
    appointed: { year, month: kind === 'PNS' ? counter : null },
    contract: kind === 'PPPK' ? counter : null,
  }
}

function groups(nip: string): [string, string, string, string] {
  if (!/^\d{18}$/.test(nip)) throw new RangeError('a NIP as stored has 18 digits')
  return [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)]
}

/** A stored NIP as printed, in groups of 8, 6, 1 and 3. Throws RangeError unless it has 18 digits. */
export const formatNip = (nip: string): string => groups(nip).join(' ')

/** A stored NIP for public pages: appointment and gender hidden, `19860926 ****** * 001` (D). Throws like formatNip. */
export function maskNip(nip: string): string {
  const [birth, , , sequence] = groups(nip)
  return `${birth} ****** * ${sequence}`
}
