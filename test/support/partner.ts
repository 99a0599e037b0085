import { addDays, dayOf } from '../../server/lib/days.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from '../../server/partner/index.ts'

let count = 0

/** A university with a PKS in force, resting on a KSB, unless `agreement: false`. */
export async function aPartner({ agreement = true, ...fields }: { agreement?: boolean } & Partial<PartnerDoc> = {}): Promise<PartnerDoc> {
  count++
  const partner = (await PartnerModel.create({
    name: `Universitas Uji ${count}`, shortName: `UU ${count}`, kind: 'UNIVERSITY', city: 'Medan', ...fields,
  })).toObject() as PartnerDoc
  if (agreement) await anAgreement(partner, { parent: (await anAgreement(partner, { kind: 'KSB' }))._id })
  return partner
}

/** A PKS in force; `from` and `to` say from which day to which it runs, counted from `today`. */
export async function anAgreement(
  partner: Pick<PartnerDoc, '_id'>, { from = -100, to = 500, today = dayOf(new Date()), ...fields }: { from?: number; to?: number; today?: string } & Partial<AgreementDoc> = {},
): Promise<AgreementDoc> {
  count++
  const agreement = await AgreementModel.create({
    kind: 'PKS', partner: partner._id, title: `Perjanjian ${count}`, numberAgency: `UJI/${count}/MEDAN`, numberPartner: `UJI/${count}/MITRA`,
    scope: ['Pelatihan ASN'], signedOn: addDays(today, from), startsOn: addDays(today, from), endsOn: addDays(today, to), state: 'ACTIVE', ...fields,
  })
  return agreement.toObject() as AgreementDoc
}
