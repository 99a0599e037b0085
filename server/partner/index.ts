import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const partner: Domain = { name: 'partner', resolvers }

export { partnerLoaders } from './loaders.ts'
export { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from './model.ts'
export { agreementPolicy, movePolicy, partnerPolicy, visibleAgreements, visiblePartners } from './policy.ts'
export { createAgreement } from './service/agreement.ts'
export { agreementInForce, requireAgreementInForce } from './service/inForce.ts'
export { moveAgreement } from './service/move.ts'
export { createPartner } from './service/partner.ts'
