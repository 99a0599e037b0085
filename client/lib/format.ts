/** How Pembina writes dates, times and numbers. Times are WIB (Asia/Jakarta), wherever the reader sits. */
export type Language = 'id' | 'en'
export type Moment = Date | string | number

const zone = 'Asia/Jakarta'
const locale: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }
const nbsp = '\u00a0'

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const made = kept.get(key) ?? new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options })
  kept.set(key, made)
  return made as Intl.DateTimeFormat
}
function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const made = kept.get(key) ?? new Intl.NumberFormat(locale[language], options)
  kept.set(key, made)
  return made as Intl.NumberFormat
}

/** `5 September 2025` */
export const dateLong = (at: Moment, language: Language = 'id') =>
  dates(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at))

/** `5 Sep 2025`, for lists. */
export const date = (at: Moment, language: Language = 'id') =>
  dates(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at))

/** `05-09-2025` in every language, as official papers want it. */
export function dateShort(at: Moment): string {
  const part = partsOf(at)
  return `${part.day}-${part.month}-${part.year}`
}

/** `Jumat, 5 September 2025` */
export const weekday = (at: Moment, language: Language = 'id') =>
  `${dates(language, { weekday: 'long' }).format(new Date(at))}, ${dateLong(at, language)}`

/** `08.00 WIB` */
export const time = (at: Moment, language: Language = 'id') => `${clock(at, language)}${nbsp}WIB`

/** `08.00–15.30 WIB` */
export const timeRange = (from: Moment, to: Moment, language: Language = 'id') => `${clock(from, language)}–${time(to, language)}`

/** `5 September 2025, 08.00 WIB` */
export const dateTime = (at: Moment, language: Language = 'id') => `${dateLong(at, language)}, ${time(at, language)}`

/** `1.234,56`; as many decimals as there are, up to two. */
export const number = (value: number, language: Language = 'id', decimals?: number) =>
  numbers(language, { maximumFractionDigits: decimals ?? 2, ...(decimals === undefined ? {} : { minimumFractionDigits: decimals }) }).format(value)

/** As it is kept, to six decimals: `14`, `0,125`. */
export const exact = (value: number, language: Language = 'id') => numbers(language, { maximumFractionDigits: 6 }).format(value)

/** A share of 1 as `85,19 %`. */
export const percent = (share: number, language: Language = 'id', decimals?: number) =>
  language === 'id' ? `${number(share * 100, language, decimals)}${nbsp}%` : `${number(share * 100, language, decimals)}%`

/** `Rp1.250.000` */
export const money = (rupiah: number, language: Language = 'id') => (rupiah < 0 ? '−' : '') + `Rp${number(Math.abs(rupiah), language, 0)}`

/** `40 JP` */
export const jp = (hours: number, language: Language = 'id') => `${number(hours, language)}${nbsp}JP`

/** `1,4 MB` */
export function fileSize(bytes: number, language: Language = 'id'): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return `${number(bytes / 1000 ** power, language, power < 2 ? 0 : 1)}${nbsp}${units[power]}`
}

/** `1 jam 30 menit` from seconds; the two largest units. */
export function duration(seconds: number, language: Language = 'id'): string {
  const whole = Math.max(0, Math.round(seconds))
  const amounts: [number, Intl.NumberFormatOptions['unit']][] = [
    [Math.floor(whole / 86400), 'day'], [Math.floor(whole / 3600) % 24, 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'], [whole % 60, 'second'],
  ]
  const first = amounts.findIndex(([amount]) => amount > 0)
  const shown = first < 0 ? amounts.slice(-1) : amounts.slice(first, first + 2).filter(([amount]) => amount > 0)
  return shown.map(([amount, unit]) => numbers(language, { style: 'unit', unit: unit!, unitDisplay: 'long' }).format(amount)).join(' ')
}

function clock(at: Moment, language: Language): string {
  const { hour, minute } = partsOf(at)
  return `${hour}${language === 'id' ? '.' : ':'}${minute}`
}

function partsOf(at: Moment): Record<string, string> {
  const format = dates('en', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
}
