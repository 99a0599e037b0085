import type { AgreementAbilities, AgreementMove, PartnerAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { hasIn, hasOverAgency, isOfPartner, isOfficer, ownPartners, readsAll, type Viewer } from '../viewer.ts'
import type { AgreementDoc, PartnerDoc } from './model.ts'

const leads = (viewer: Viewer, partner: unknown) => hasIn(viewer, 'PARTNER_LEAD', 'PARTNER', partner)

/** Who may do what with a partner. Its name shows wherever a thing that one sees names it. */
export const partnerPolicy: Policy<PartnerAbilities, Pick<PartnerDoc, '_id'>> = {
  see: (viewer, partner) => readsAll(viewer) || isOfPartner(viewer, partner._id),
  edit: viewer => isOfficer(viewer),
  editMembers: (viewer, partner) => isOfficer(viewer) || leads(viewer, partner._id) || hasIn(viewer, 'PARTNER_SIGNATORY', 'PARTNER', partner._id),
  addAgreement: viewer => isOfficer(viewer),
}

const seesAgreement = (viewer: Viewer, agreement: AgreementDoc) => partnerPolicy.see(viewer, { _id: agreement.partner })
const officers = (viewer: Viewer, _: AgreementDoc) => isOfficer(viewer)
const signers = (viewer: Viewer, _: AgreementDoc) => isOfficer(viewer) || hasOverAgency(viewer, 'AGENCY_SIGNATORY')

/** Who makes which move. An officer records a signing that took place; the agency's signatory signs. */
export const movePolicy: { [Move in AgreementMove | 'see' | 'edit']: (viewer: Viewer, agreement: AgreementDoc) => boolean } = {
  see: seesAgreement,
  edit: officers,
  submit: officers, recommend: officers, approve: officers, extend: officers, terminate: officers,
  sign: signers, return: signers,
}

/** Who may do what with an agreement; to see it is to see its partner. */
export const agreementPolicy: Policy<AgreementAbilities, AgreementDoc> = {
  edit: officers,
  move: (viewer, agreement) => officers(viewer, agreement) || (agreement.state === 'SIGNING' && signers(viewer, agreement)),
}

/** What hangs on no single thing. */
export const partnerViewerPolicy: Policy<Pick<ViewerAbilities, 'createPartner'>, Viewer> = {
  createPartner: viewer => isOfficer(viewer),
}

/** `partnerPolicy.see`, said to Mongo; test/partner/policy.test.ts holds the two to the same answer. */
export const visiblePartners = (viewer: Viewer) => (readsAll(viewer) ? {} : { _id: { $in: ownPartners(viewer) } })

/** `movePolicy.see`, said to Mongo. */
export const visibleAgreements = (viewer: Viewer) => (readsAll(viewer) ? {} : { partner: { $in: ownPartners(viewer) } })
