import type { CertificateAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, hasOverAgency, isOfPartner, isOfficer, ownPartners, readsAll, scopesOf, teachesClass, type Viewer } from '../viewer.ts'
import type { CertificateDoc } from './model.ts'

const looksAfter = (viewer: Viewer, unit: unknown) =>
  unit !== null && (hasIn(viewer, 'UNIT_HEAD', 'UNIT', unit) || hasIn(viewer, 'SUPERVISOR', 'UNIT', unit))

const signs = (viewer: Viewer) => isOfficer(viewer) || hasOverAgency(viewer, 'AGENCY_SIGNATORY')

/** Who may do what with a certificate. Anyone who holds its token may verify it; that is no ability. */
export const certificatePolicy: Policy<CertificateAbilities, CertificateDoc> = {
  see: (viewer, certificate) => viewer.id === String(certificate.person) || readsAll(viewer) || teachesClass(viewer, certificate.class)
    || isOfPartner(viewer, certificate.partner) || looksAfter(viewer, certificate.unit),
  revoke: (viewer, certificate) => signs(viewer) && certificate.state === 'VALID',
  reissue: (viewer, certificate) => signs(viewer) && certificate.state !== 'REPLACED',
}

/** Issuing by hand what is due: the agency's officers and signatories. */
export const issuePolicy: Policy<{ issue: boolean }, unknown> = { issue: viewer => signs(viewer) }

/** Whom a regrade concerns by name: not for the partner, as with attempts; it sees figures, not persons (UU 27/2022, least data). */
export const seesConcerned = (viewer: Viewer, group: unknown): boolean => readsAll(viewer) || teachesClass(viewer, group)

export const certificateViewerPolicy: Policy<Pick<ViewerAbilities, 'seeCertificates'>, Viewer> = {
  seeCertificates: viewer => readsAll(viewer) || has(viewer, 'UNIT_HEAD') || has(viewer, 'SUPERVISOR')
    || ownPartners(viewer).length > 0 || viewer.teaching.size > 0,
}

/** `see`, said to Mongo; test/certificate/policy.test.ts holds the two to the same answer. */
export function visibleCertificates(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  return {
    $or: [
      { person: { $in: viewer.id ? [viewer.id] : [] } },
      { class: { $in: [...viewer.teaching.keys()] } },
      { partner: { $in: ownPartners(viewer) } },
      { unit: { $in: scopesOf(viewer, 'UNIT', 'UNIT_HEAD', 'SUPERVISOR') } },
    ],
  }
}
