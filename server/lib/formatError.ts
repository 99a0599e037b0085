import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { unwrapResolverError } from '@apollo/server/errors'
import type { Logger } from 'pino'
import type { ErrorCode } from '../graphql.ts'
import { Refusal } from './refusal.ts'
import { isDuplicate, isStoreDown } from './mongo.ts'

/** Codes by which the libraries below us refuse a request, in our words. */
const foreign: Record<string, ErrorCode> = {
  GRAPHQL_PARSE_FAILED: 'BAD_QUERY',
  GRAPHQL_VALIDATION_FAILED: 'BAD_QUERY',
  BAD_USER_INPUT: 'INVALID',
  BAD_REQUEST: 'BAD_QUERY',
  OPERATION_RESOLUTION_FAILURE: 'BAD_QUERY',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_QUERY',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_QUERY',
}

/** The one door errors leave by: refusals as they are, library refusals translated, all else logged and hidden. */
export function formatError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error)
    const at = { path: formatted.path, locations: formatted.locations }
    const refusal = refusalIn(cause)
    if (refusal) {
      const { code, facts, field, faults } = refusal
      return { ...at, message: code, extensions: { code, facts, field, faults: faults.length > 1 ? faults : undefined } }
    }
    const code = formatted.extensions?.code
    const known = typeof code === 'string' ? foreign[code] : undefined
    if (known) return { ...at, message: formatted.message, extensions: { code: known, facts: { reason: formatted.message } } }
    if (isStoreDown(cause)) {
      log.error({ err: cause }, 'store unavailable')
      return { ...at, message: 'STORE_UNAVAILABLE', extensions: { code: 'STORE_UNAVAILABLE', facts: {} } }
    }
    log.error({ err: cause, path: formatted.path }, 'unexpected error')
    return { ...at, message: 'INTERNAL', extensions: { code: 'INTERNAL', facts: {} } }
  }
}

function refusalIn(cause: unknown): Refusal | null {
  if (cause instanceof Refusal) return cause
  if (cause instanceof GraphQLError && cause.originalError) return refusalIn(cause.originalError)
  // Two hands at the same unique key, past the check that gives the better message.
  if (isDuplicate(cause)) return new Refusal('NOT_UNIQUE')
  return null
}
