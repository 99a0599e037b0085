import type { AgreementAbilities, AgreementMove, AgreementSide, PartnerAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { hasIn, hasOverAgency, isOfPartner, isOfficer, ownPartners, readsAll, type Viewer } from '../viewer.ts'
import { isSigned, takesDocuments } from './domain/agreement.ts'
import type { AgreementDoc, PartnerDoc, PlannedDoc } from './model.ts'

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

/** The side a viewer signs for; null for those who sign for none. */
export const signingSide = (viewer: Viewer, { partner }: AgreementDoc): AgreementSide | null =>
  hasOverAgency(viewer, 'AGENCY_SIGNATORY') ? 'AGENCY' : hasIn(viewer, 'PARTNER_SIGNATORY', 'PARTNER', partner) ? 'PARTNER' : null

const signers = (viewer: Viewer, agreement: AgreementDoc) => isOfficer(viewer) || signingSide(viewer, agreement) !== null
const bothSides = (viewer: Viewer, agreement: AgreementDoc) => isOfficer(viewer) || leads(viewer, agreement.partner)

/**
 * Who makes which move and does what else, whatever state it is in: a wrong state is a refusal of its own. Signatories
 * sign for their side; an officer records a signing that took place on paper.
 */
export const movePolicy: { [Act in AgreementMove | 'see' | keyof Omit<AgreementAbilities, 'move' | '__typename'>]: (viewer: Viewer, agreement: AgreementDoc) => boolean } = {
  see: seesAgreement,
  edit: officers,
  submit: officers, recommend: officers, approve: officers, extend: officers, terminate: officers,
  sign: signers,
  // The partner's signatory sends back what it was asked to sign, and nothing before that.
  return: (viewer, agreement) => signers(viewer, agreement) && (signingSide(viewer, agreement) !== 'PARTNER' || isOfficer(viewer) || agreement.state === 'SIGNING'),
  plan: bothSides,
  evaluate: officers,
  attach: bothSides,
  renew: officers,
}

/** Who may do what with an agreement as it stands; to see it is to see its partner. */
export const agreementPolicy: Policy<AgreementAbilities, AgreementDoc> = {
  edit: officers,
  move: (viewer, agreement) => officers(viewer, agreement) || (agreement.state === 'SIGNING' && signers(viewer, agreement)),
  plan: (viewer, agreement) => agreement.state !== 'TERMINATED' && movePolicy.plan(viewer, agreement),
  evaluate: (viewer, agreement) => isSigned(agreement.state) && movePolicy.evaluate(viewer, agreement),
  attach: (viewer, agreement) => takesDocuments(agreement.state) && movePolicy.attach(viewer, agreement),
  renew: (viewer, agreement) => isSigned(agreement.state) && movePolicy.renew(viewer, agreement),
}

/** Who reports on an item of the plan: the side that owns it. */
export const actionPolicy = {
  see: (viewer: Viewer, { agreement }: PlannedDoc) => seesAgreement(viewer, agreement),
  move: (viewer: Viewer, { agreement, side }: PlannedDoc) =>
    side === 'AGENCY' ? isOfficer(viewer) : leads(viewer, agreement.partner) || hasIn(viewer, 'PARTNER_SIGNATORY', 'PARTNER', agreement.partner),
}

/** What hangs on no single thing. */
export const partnerViewerPolicy: Policy<Pick<ViewerAbilities, 'createPartner'>, Viewer> = {
  createPartner: viewer => isOfficer(viewer),
}

/** `partnerPolicy.see`, said to Mongo; test/partner/policy.test.ts holds the two to the same answer. */
export const visiblePartners = (viewer: Viewer) => (readsAll(viewer) ? {} : { _id: { $in: ownPartners(viewer) } })

/** `movePolicy.see`, said to Mongo. */
export const visibleAgreements = (viewer: Viewer) => (readsAll(viewer) ? {} : { partner: { $in: ownPartners(viewer) } })
