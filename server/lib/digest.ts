import { createHash } from 'node:crypto'

/** The data as one text that does not depend on the order of keys; dates and ids as JSON writes them. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]))
}

/** SHA-256 of plain data, as hex: the same for the same data, whatever the order of its keys. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(sorted(JSON.parse(JSON.stringify(value ?? null))))).digest('hex')
