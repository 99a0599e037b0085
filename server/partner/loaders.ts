import { byId, listBy } from '../lib/loader.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from './model.ts'

export const partnerLoaders = () => ({
  partner: byId<PartnerDoc>(PartnerModel),
  agreement: byId<AgreementDoc>(AgreementModel),
  /** What rests on an agreement: a few PKS, or a few IA. */
  agreementsUnder: listBy<AgreementDoc>(AgreementModel, 'parent'),
  /** What follows an agreement: one, or none. */
  agreementsAfter: listBy<AgreementDoc>(AgreementModel, 'renews'),
})
