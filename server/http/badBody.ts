import type { ErrorRequestHandler } from 'express'

/** A body too large or not JSON is refused as everything else is: with a code, in GraphQL's shape. */
export const badBody: ErrorRequestHandler = (error: { status?: number; limit?: number }, _, res, next) => {
  if (!error.status || error.status >= 500) return next(error)
  const code = error.status === 413 ? 'TOO_LARGE' : 'BAD_QUERY'
  res.status(error.status).json({ errors: [{ message: code, extensions: { code, facts: error.limit ? { max: error.limit } : {} } }] })
}
