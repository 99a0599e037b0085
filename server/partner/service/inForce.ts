import type { Types } from 'mongoose'
import type { Day } from '../../lib/days.ts'
import { Refusal } from '../../lib/refusal.ts'
import { signedStates } from '../domain/agreement.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from '../model.ts'

/** The partner's PKS in force on a day; of several the one that lasts longest; null if there is none. */
export const agreementInForce = (partner: Types.ObjectId | string, today: Day): Promise<AgreementDoc | null> =>
  AgreementModel
    .findOne({ partner, kind: 'PKS', state: { $in: [...signedStates] }, startsOn: { $lte: today }, endsOn: { $gte: today } })
    .sort({ endsOn: -1 }).lean<AgreementDoc | null>().exec()

/** The same, or a refusal: without a PKS in force nothing new is published and no class opened (DOMAIN §9). */
export async function requireAgreementInForce(partner: Types.ObjectId | string, today: Day): Promise<AgreementDoc> {
  const agreement = await agreementInForce(partner, today)
  if (agreement) return agreement
  const doc = await PartnerModel.findById(partner).lean<PartnerDoc>()
  throw new Refusal('NO_AGREEMENT_IN_FORCE', { partner: doc?.shortName ?? '' })
}
