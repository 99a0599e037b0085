import type { CombinedError } from '@urql/core'
import { dateTime, number, type Language } from './format.ts'

/** A no that the server gave for a reason: a code, and the facts its message needs. */
export type Refusal = { code: string; facts: Record<string, unknown>; field?: string }

/** What went wrong, as refusals. Only a lost line is OFFLINE; whatever has no known shape is INTERNAL. */
export function refusalsOf(error: CombinedError | undefined | null): Refusal[] {
  if (!error) return []
  if (error.graphQLErrors.length > 0) return error.graphQLErrors.flatMap(({ extensions }) => faultsIn(extensions).map(refusalOf))
  return [{ code: codeOfStatus((error.response as Response | undefined)?.status), facts: {} }]
}

/** A form with several faults gets them all in one answer. */
function faultsIn(extensions: Record<string, unknown> | undefined): (Record<string, unknown> | undefined)[] {
  const faults = extensions?.faults
  return Array.isArray(faults) && faults.length > 0 ? faults.filter(isFacts) : [extensions]
}

function refusalOf(extensions: Record<string, unknown> | undefined): Refusal {
  const { code, facts, field } = extensions ?? {}
  const known = isFacts(facts) ? facts : {}
  const where = typeof field === 'string' ? field : known.field
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    facts: known,
    ...(typeof where === 'string' ? { field: where } : {}),
  }
}

function codeOfStatus(status: number | undefined): string {
  if (status === undefined) return 'OFFLINE'
  if (status === 429) return 'TOO_MANY_REQUESTS'
  if (status === 401) return 'UNAUTHENTICATED'
  return 'INTERNAL'
}

const isFacts = (facts: unknown): facts is Record<string, unknown> => typeof facts === 'object' && facts !== null

type Translate = { (key: string): string; (key: string, facts: Record<string, unknown>): string }
type Exists = (key: string) => boolean

/** The sentence for a refusal, its facts written as people write them. A code without a sentence reads as INTERNAL. */
export function refusalText(t: Translate, refusal: Refusal, { te, language }: { te?: Exists; language?: Language } = {}): string {
  const key = `refusal.${refusal.code}`
  const facts = Object.fromEntries(Object.entries(refusal.facts).map(([name, fact]) => [name, written(fact, language)]))
  if (te && !te(key)) return t('refusal.INTERNAL')
  const text = t(key, facts)
  return text === key ? t('refusal.INTERNAL') : text
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

function written(fact: unknown, language: Language = 'id'): unknown {
  if (typeof fact === 'number') return number(fact, language)
  if (typeof fact === 'string' && isoTime.test(fact)) return dateTime(fact, language)
  if (Array.isArray(fact)) return fact.map(one => written(one, language)).join(', ')
  return fact ?? ''
}
