import { Types } from 'mongoose'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { AgreementModel, PartnerModel, type ActionDoc, type AgreementDoc, type PartnerDoc } from '../../server/partner/index.ts'

let count = 0

/** Terms that lack nothing, as the graph takes them. */
export function someTerms(fields: Record<string, unknown> = {}) {
  const party = (institution: string) => ({ institution, official: 'Pejabat Uji', position: 'Kepala', authority: 'Keputusan Uji Nomor 1', powerOfAttorney: null })
  const contact = (side: 'AGENCY' | 'PARTNER') => ({ side, name: `Narahubung ${side}`, position: 'Analis', email: 'narahubung@uji.example', phone: null })
  return {
    scheme: 'KSDPK' as const, agency: party('Pemerintah Kota Uji'), partner: party('Universitas Uji'), object: 'Pelatihan ASN',
    dutiesAgency: 'Menyediakan peserta.', dutiesPartner: 'Menyediakan pengajar.', financing: 'APBD' as const, accountCode: '5.1.02.02.01.0012',
    contacts: [contact('AGENCY'), contact('PARTNER')], ownership: 'Milik bersama.', confidentiality: 'Data peserta dirahasiakan.',
    dataRoles: 'AGENCY_CONTROLS' as const, evaluationMonths: 12, ...fields,
  }
}

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
    scope: ['Pelatihan ASN'], signedOn: addDays(today, from), startsOn: addDays(today, from), endsOn: addDays(today, to), state: 'ACTIVE', terms: someTerms(), ...fields,
  })
  return agreement.toObject() as AgreementDoc
}

/** An item of a plan, the partner's unless fields say otherwise. */
export const aPlannedItem = (fields: Partial<ActionDoc> = {}): ActionDoc => ({
  _id: new Types.ObjectId(), activity: 'Menyusun modul', output: 'Satu modul', dueOn: addDays(dayOf(new Date()), 30), side: 'PARTNER', owner: 'Dosen Uji', status: 'PLANNED', record: [], ...fields,
})
