import type { ErrorCode } from '../graphql.ts'

/** What is wrong with one field, or with the request as a whole: a code, and the facts its message needs. */
export type Fault = { code: ErrorCode; field?: string; facts?: Record<string, unknown> }

/** The one expected error. It carries codes and facts, never prose: the client has the words. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly facts: Record<string, unknown>
  readonly field: string | undefined
  /** Every fault found, so that a form shows them all at once; the first is repeated above. */
  readonly faults: readonly Fault[]

  constructor(code: ErrorCode, facts: Record<string, unknown> = {}, field?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.field = field
    this.faults = [{ code, facts, field }]
  }

  /** One refusal for several faults. Throws RangeError when there is none. */
  static of(faults: readonly Fault[]): Refusal {
    const [first] = faults
    if (!first) throw new RangeError('a refusal has at least one fault')
    const refusal = new Refusal(first.code, first.facts, first.field)
    return Object.assign(refusal, { faults })
  }
}
