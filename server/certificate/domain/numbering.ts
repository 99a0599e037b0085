import { dayOf } from '../../lib/days.ts'
import { romanMonth } from '../../lib/words.ts'

/** Numbers of certificates: classification / sequence / unit / Roman month / year (DOMAIN §11). */

/** 800.2 is the class of training (R?); the template is our default (D), set per agency. */
export const defaultTemplate = '800.2/{seq:0000}/BKPSDM/{ROMAN}/{YYYY}'

/** The year, in WIB, whose sequence a certificate issued at an instant takes its number from. */
export const sequenceYear = (issuedAt: Date): number => Number(dayOf(issuedAt).slice(0, 4))

const slot = /\{([^{}]*)\}/g

/**
 * Whether a template can number certificates: it has the sequence and the year, without which the numbers of two
 * certificates, or of two years, would be alike, and no slot that is unknown.
 */
export function isTemplate(template: string): boolean {
  const slots = [...template.matchAll(slot)].map(([, name]) => name!)
  return slots.every(name => /^(seq(:0+)?|ROMAN|MM|YYYY)$/.test(name))
    && slots.some(name => name.startsWith('seq')) && slots.includes('YYYY')
    && !/[{}]/.test(template.replace(slot, ''))
}

/**
 * The number of the certificate that is `sequence`-th in its year. Slots: {seq} or {seq:0000} (filled with zeros, never
 * cut), {ROMAN} and {MM} the month, {YYYY} the year, both as it is in WIB. Throws RangeError for a template or a
 * sequence that cannot be.
 */
export function formatNumber(template: string, { sequence, issuedAt }: { sequence: number; issuedAt: Date }): string {
  if (!isTemplate(template)) throw new RangeError(`not a template for numbers: ${template}`)
  if (!Number.isInteger(sequence) || sequence < 1) throw new RangeError(`sequences begin with 1, not ${sequence}`)
  const [year, month] = dayOf(issuedAt).split('-') as [string, string]
  return template.replace(slot, (_, name: string) => {
    if (name === 'YYYY') return year
    if (name === 'MM') return month
    if (name === 'ROMAN') return romanMonth(Number(month))
    return String(sequence).padStart(name.length - 'seq:'.length, '0')
  })
}
