/**
 * Data as one text that does not depend on the order of keys or the form of its letters: JSON with sorted keys, texts in
 * NFC, no spaces. What two people approve is the SHA-256 of this. Takes what JSON can hold; undefined counts as absent.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('no canonical form for a number that is none')
  return JSON.stringify(value ?? null)
}
