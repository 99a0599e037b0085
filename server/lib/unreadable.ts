import type { ErrorCode } from '../graphql.ts'

/** Why a file is not read at all: a code and its facts, which travel out of the worker as a refusal. */
export class Unreadable extends Error {
  readonly code: ErrorCode
  readonly facts: Record<string, unknown>

  constructor(code: ErrorCode, facts: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}
