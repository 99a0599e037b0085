import { dateLong, dateTime, number, type Language } from '../lib/format.ts'

type Translate = (key: string, facts: Record<string, unknown>) => string

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** What a notice says: the sentence of its kind, with days, times and numbers written as people write them. */
export function sentenceOf(t: Translate, { kind, facts }: { kind: string; facts: Record<string, unknown> }, language: Language): string {
  const written = Object.entries(facts).map(([name, fact]) => [name, write(fact, language)])
  return t(`notice.${kind}`, Object.fromEntries(written))
}

function write(fact: unknown, language: Language): unknown {
  if (typeof fact === 'number') return number(fact, language)
  if (typeof fact !== 'string') return ''
  if (isoDay.test(fact)) return dateLong(fact, language)
  return isoTime.test(fact) ? dateTime(fact, language) : fact
}
