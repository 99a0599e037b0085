/** What attempts judged anew mean for a certificate. */

export type RegradeEffect = 'NO_LONGER_DUE' | 'NEWLY_DUE'

type Facts = {
  /** Whether the course is complete without the regrade, with it, and with all that came since. */
  before: boolean
  after: boolean
  now: boolean
  enrolled: boolean
  certificate: { state: string; issuedAt: Date } | null
  /** Null while it is proposed. */
  decidedAt: Date | null
}

/**
 * What a regrade means for one learner's certificate; null: nothing. One that was revoked before is not issued anew by
 * itself, so it does not become due; what later work has mended or undone is not this regrade's doing any more.
 */
export function effectOf({ before, after, now, enrolled, certificate, decidedAt }: Facts): RegradeEffect | null {
  if (before && !after && !now) return certificate?.state === 'VALID' ? 'NO_LONGER_DUE' : null
  if (before || !after || !now || !enrolled) return null
  const hadOne = certificate !== null && !(decidedAt && certificate.issuedAt >= decidedAt)
  return hadOne ? null : 'NEWLY_DUE'
}
