import { dayOf, startOf, type Day } from './days.ts'

/** How numbers and dates are written out, in the two languages a document may have. Dates are those of WIB. */
export type Language = 'id' | 'en'

const locale = { id: 'id-ID', en: 'en-GB' } as const

const small = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'],
  en: [
    'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
    'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
  ],
}
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The rest of a number after its leading part: nothing for 0. */
const rest = (n: number, between: string, words: (n: number) => string) => (n === 0 ? '' : between + words(n))

function terbilang(n: number): string {
  if (n < 12) return small.id[n]!
  if (n < 20) return `${small.id[n - 10]!} belas`
  if (n < 100) return `${small.id[Math.floor(n / 10)]!} puluh${rest(n % 10, ' ', terbilang)}`
  if (n < 200) return `seratus${rest(n - 100, ' ', terbilang)}`
  if (n < 1000) return `${small.id[Math.floor(n / 100)]!} ratus${rest(n % 100, ' ', terbilang)}`
  if (n < 2000) return `seribu${rest(n - 1000, ' ', terbilang)}`
  return `${terbilang(Math.floor(n / 1000))} ribu${rest(n % 1000, ' ', terbilang)}`
}

function inEnglish(n: number): string {
  if (n < 20) return small.en[n]!
  if (n < 100) return tens[Math.floor(n / 10)]! + rest(n % 10, '-', inEnglish)
  if (n < 1000) return `${small.en[Math.floor(n / 100)]!} hundred${rest(n % 100, ' and ', inEnglish)}`
  return `${inEnglish(Math.floor(n / 1000))} thousand${rest(n % 1000, n % 1000 < 100 ? ' and ' : ' ', inEnglish)}`
}

/**
 * A whole number from 0 to 999,999 in words: 24 is "dua puluh empat" or "twenty-four" (DOMAIN §8.6).
 * Throws RangeError for any other.
 */
export function numberInWords(n: number, language: Language): string {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`no words for ${n}`)
  return language === 'id' ? terbilang(n) : inEnglish(n)
}

const romans = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'],
  [5, 'V'], [4, 'IV'], [1, 'I'],
] as const

/** A whole number from 1 to 3999 in Roman numerals. Throws RangeError for any other. */
export function romanNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 3999) throw new RangeError(`no Roman numeral for ${n}`)
  let left = n
  return romans.map(([value, sign]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return sign.repeat(times)
  }).join('')
}

/** The month of a letter's number, 1 to 12 as I to XII (DOMAIN §8.6). Throws RangeError for any other. */
export function romanMonth(month: number): string {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no month ${month}`)
  return romanNumeral(month)
}

/** An instant as the day it is in WIB, or a calendar day, written out: "5 September 2025" in either language. */
export function longDate(date: Date | Day, language: Language): string {
  const at = typeof date === 'string' ? startOf(date) : date
  return new Intl.DateTimeFormat(locale[language], {
    timeZone: 'Asia/Jakarta', day: 'numeric', month: 'long', year: 'numeric',
  }).format(at)
}

/** Two days as one phrase, saying month and year once where they agree: "8 s.d. 12 September 2025". */
export function dateSpan(from: Date | Day, to: Date | Day, language: Language): string {
  const [first, last] = [from, to].map(date => (typeof date === 'string' ? date : dayOf(date))) as [Day, Day]
  if (first === last) return longDate(last, language)
  const [day, month, year] = longDate(first, language).split(' ')
  const start = first.slice(0, 7) === last.slice(0, 7) ? day
    : first.slice(0, 4) === last.slice(0, 4) ? `${day} ${month}` : `${day} ${month} ${year}`
  return `${start} ${language === 'id' ? 's.d.' : 'to'} ${longDate(last, language)}`
}

/**
 * A value rounded half up (away from zero) on the decimal it stands for, so that 90.005 gives 90.01 although no
 * binary number is 90.005. Noise beyond 12 significant digits, as sums leave it, is dropped first.
 */
export function roundHalfUp(value: number, digits: number): number {
  const shift = (n: number, by: number) => {
    const [mantissa, exponent = '0'] = String(n).split('e')
    return Number(`${mantissa}e${Number(exponent) + by}`)
  }
  const clean = Number(Math.abs(value).toPrecision(12))
  return shift(Math.round(shift(clean, digits)), -digits) * Math.sign(value) || 0 // never -0
}

/** A value with exactly so many decimals, rounded half up: "1.234,56" in Indonesian, "1,234.56" in English. */
export function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(roundHalfUp(value, digits))
}
