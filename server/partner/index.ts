import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'
import { partnerRoutes } from './routes.ts'
import { warnOfAgreements } from './service/warn.ts'

export const partner: Domain = {
  name: 'partner',
  resolvers,
  routes: partnerRoutes,
  sweeps: [{ name: 'agreements that need attention', everySeconds: 3600, run: warnOfAgreements }],
}

export { partnerLoaders } from './loaders.ts'
export { AgreementModel, PartnerModel, type ActionDoc, type AgreementDoc, type PartnerDoc } from './model.ts'
export { agreementPolicy, movePolicy, partnerPolicy, visibleAgreements, visiblePartners } from './policy.ts'
export { createAgreement } from './service/agreement.ts'
export { agreementInForce, requireAgreementInForce } from './service/inForce.ts'
export { moveAgreement } from './service/move.ts'
export { moveAction, setActions } from './service/action.ts'
export { attachDocument } from './service/document.ts'
export { recordEvaluation } from './service/evaluation.ts'
export { createPartner } from './service/partner.ts'
export { renewAgreement } from './service/renew.ts'
export { setTerms } from './service/terms.ts'
export { membersWith } from './service/member.ts'
export { warnOfAgreements }
