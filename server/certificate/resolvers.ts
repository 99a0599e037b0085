import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { emptyPage, pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, signedIn } from '../lib/policy.ts'
import { CertificateModel, type CertificateDoc } from './model.ts'
import { certificatePolicy, certificateViewerPolicy, visibleCertificates } from './policy.ts'
import { regradeResolvers } from './regradeResolvers.ts'
import { ensureDrawn } from './service/document.ts'
import { verifyUrl } from './service/facts.ts'
import { figuresOf } from './service/figures.ts'
import { completionFor } from './service/record.ts'
import { issueByHand, reissue, revoke } from './service/revoke.ts'
import { verify } from './service/verify.ts'

const searched = ['number', 'facts.person.name', 'facts.training.title']

export const resolvers: Resolvers = {
  Query: {
    certificate: async (_, { id }, ctx) => ifSeen(certificatePolicy, ctx.viewer, await ctx.load.certificate.find(id)),
    certificates: (_, { search, class: group, state, ...page }, ctx) => {
      signedIn(ctx.viewer)
      if (group && !isId(group)) return emptyPage
      const filters = [visibleCertificates(ctx.viewer), searchFilter(search, searched), group ? { class: group } : {}, state ? { state } : {}]
      return pageOf<CertificateDoc>(CertificateModel, { $and: filters }, page)
    },
    myCertificates: (_, page, ctx) => pageOf<CertificateDoc>(CertificateModel, { person: signedIn(ctx.viewer) }, page),
    verification: (_, { token }) => verify(token),
  },
  Mutation: {
    issueCertificate: (_, { enrolment }, ctx) => issueByHand(ctx, enrolment),
    revokeCertificate: (_, { certificate, reason }, ctx) => revoke(ctx, certificate, reason),
    reissueCertificate: (_, { certificate, reason }, ctx) => reissue(ctx, certificate, reason),
  },
  Certificate: {
    id: certificate => String(certificate._id),
    kind: ({ facts }) => facts.kind,
    enrolment: (certificate, _, ctx) => ctx.load.enrolment.get(certificate.enrolment),
    person: (certificate, _, ctx) => ctx.load.person.get(certificate.person),
    holder: ({ facts }) => facts.person.name,
    title: ({ facts }) => facts.training.title,
    className: ({ facts }) => facts.training.className,
    hours: ({ facts }) => facts.jp,
    finalMark: ({ facts }) => facts.qualification?.mark ?? null,
    qualification: ({ facts }) => facts.qualification?.code ?? null,
    sha256: async certificate => (await ensureDrawn(certificate)).sha256!,
    pdfUrl: certificate => `/certificates/${certificate._id}.pdf`,
    verifyUrl: (certificate, _, ctx) => verifyUrl(ctx.env.publicUrl, certificate.token),
    replaces: (certificate, _, ctx) => ctx.load.certificate.find(certificate.replaces),
    replacedBy: (certificate, _, ctx) => ctx.load.certificate.find(certificate.replacedBy),
    viewerCan: certificate => certificate,
  },
  CertificateAbilities: abilityResolvers(certificatePolicy),
  ViewerAbilities: abilityResolvers(certificateViewerPolicy),
  Enrolment: {
    completion: (enrolment, _, ctx) => completionFor(ctx, enrolment),
    certificate: async (enrolment, _, ctx) => ifSeen(certificatePolicy, ctx.viewer, await ctx.load.certificateOf.load(String(enrolment._id))),
  },
  Course: { figures: course => figuresOf(course) },
  ...regradeResolvers,
}
