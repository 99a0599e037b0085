import type { Resolvers } from '../graphql.ts'
import { ifSeen } from '../lib/policy.ts'
import { regradePolicy } from '../quiz/index.ts'
import { certificatePolicy } from './policy.ts'
import { concernedBy, pageOfConcerned } from './service/regraded.ts'

/** Certificates that a regrade concerns, joined into this domain's resolvers. */
export const regradeResolvers = {
  Regrade: { certificates: (regrade, _, ctx) => (regradePolicy.see(ctx.viewer, regrade) ? concernedBy(ctx, regrade) : null) },
  RegradeCertificates: {
    noLongerDue: ({ rows }) => rows.filter(({ effect }) => effect === 'NO_LONGER_DUE').length,
    newlyDue: ({ rows }) => rows.filter(({ effect }) => effect === 'NEWLY_DUE').length,
    list: (concerned, page, ctx) => pageOfConcerned(ctx, concerned, page),
  },
  RegradeCertificate: {
    id: ({ enrolment }) => String(enrolment),
    enrolment: ({ enrolment }, _, ctx) => ctx.load.enrolment.get(enrolment),
    certificate: async ({ certificate }, _, ctx) => ifSeen(certificatePolicy, ctx.viewer, await ctx.load.certificate.find(certificate)),
  },
} satisfies Resolvers
