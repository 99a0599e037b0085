import { z } from 'zod'
import { isDay } from './days.ts'
import { Refusal, type Fault } from './refusal.ts'
import { sanitise } from './sanitise.ts'

/** Shapes of input, each refused field by field with a code the client has words for. */

const tidy = (text: string) => text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim()

/** One line of text, tidied: required unless `min` is 0. */
export const line = (max: number, min = 1) =>
  z.string().transform(text => tidy(text).replace(/\s+/g, ' ')).pipe(z.string().min(min).max(max))

/** Several lines of plain text, tidied. */
export const prose = (max: number, min = 0) => z.string().transform(tidy).pipe(z.string().min(min).max(max))

/** Rich text: sanitised, whoever wrote it. The limit holds for what was sent as for what is kept. `media`: with pictures and sound. */
export const richText = (max: number, min = 0, { media = false } = {}) =>
  z.string().max(max).transform(html => sanitise(html.normalize('NFC'), { media })).pipe(z.string().min(min).max(max))

/** The whole address of a page elsewhere: https, a host with a dot, nobody's name in it. */
export const httpsAddress = z.string().trim().max(2000).refine(isHttps, { params: { code: 'URL_FORMAT' } })

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return protocol === 'https:' && hostname.includes('.') && username === ''
}

/** A day of the calendar, YYYY-MM-DD. */
export const day = z.string().refine(isDay, { params: { code: 'NOT_A_DATE' } })

/** What may be left out, null or empty; comes out as null. */
export const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess(value => (value === '' || value === undefined ? null : value), shape.nullable())

export const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** The value as its shape makes it. Refuses with every fault at once, each under `prefix.path`. */
export function read<T extends z.ZodType>(shape: T, value: unknown, prefix = 'input'): z.output<T> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  throw Refusal.of(result.error.issues.map(issue => faultOf(issue, prefix)))
}

function faultOf(issue: z.core.$ZodIssue, prefix: string): Fault {
  const field = [prefix, ...issue.path].filter(part => part !== '').join('.')
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? { code: 'REQUIRED', field } : { code: 'TOO_SHORT', field, facts: { min: issue.minimum } }
      return { code: issue.origin === 'array' ? 'TOO_SHORT' : 'OUT_OF_RANGE', field, facts: { min: issue.minimum } }
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array') return { code: 'TOO_LONG', field, facts: { max: issue.maximum } }
      return { code: 'OUT_OF_RANGE', field, facts: { max: issue.maximum } }
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'REQUIRED' : 'INVALID', field }
    case 'custom':
      return { code: (issue.params?.code as Fault['code']) ?? 'INVALID', field, facts: issue.params?.facts as Fault['facts'] }
    default:
      return { code: 'INVALID', field }
  }
}

export { z }
