import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { Services } from '../../domain.ts'
import type { AgreementWarningKind, NoticeKind } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { notify, type NoticeFacts } from '../../notice/index.ts'
import { agencyHolders } from '../../people/index.ts'
import { signedStates } from '../domain/agreement.ts'
import { warningsDue, type Warned, type Warning } from '../domain/warnings.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from '../model.ts'
import { membersWith } from './member.ts'

const kinds: Record<AgreementWarningKind, NoticeKind> = {
  ENDING: 'AGREEMENT_ENDING', WITHOUT_PKS: 'AGREEMENT_WITHOUT_PKS', EVALUATION_DUE: 'AGREEMENT_EVALUATION_DUE',
}
const BATCH = 200

/** An agreement as the warnings see it. */
export const warnedOf = (agreement: AgreementDoc, children: readonly AgreementDoc[], renewal: AgreementDoc | undefined | null): Warned => ({
  ...agreement, evaluationMonths: agreement.terms?.evaluationMonths ?? null, evaluations: agreement.evaluations ?? [], children, renewal: renewal?.state ?? null,
})

/**
 * Tells both sides what is due about agreements in force: the agency's officers, the partner's leads and signatories.
 * Safe to run at any time: each reminder has a key and is told once.
 */
export async function warnOfAgreements(services: Services): Promise<void> {
  const today = dayOf(services.now())
  const officers = await agencyHolders(['CURRICULUM_OFFICER'])
  const sides = new Map<string, Promise<{ to: Types.ObjectId[]; shortName: string }>>()
  const sideOf = (partner: Types.ObjectId) => {
    const known = sides.get(String(partner)) ?? findSide(partner, officers)
    sides.set(String(partner), known)
    return known
  }
  for (let after = new Types.ObjectId('0'.repeat(24)); ;) {
    const rows = await AgreementModel
      .find({ _id: { $gt: after }, state: { $in: [...signedStates] }, startsOn: { $lte: today }, endsOn: { $gte: today } })
      .sort({ _id: 1 }).limit(BATCH).lean<AgreementDoc[]>()
    const ids = rows.map(({ _id }) => _id)
    const [children, renewals] = await Promise.all([
      AgreementModel.find({ parent: { $in: ids } }).select('parent kind state').lean<AgreementDoc[]>(),
      AgreementModel.find({ renews: { $in: ids } }).select('renews state').lean<AgreementDoc[]>(),
    ])
    for (const row of rows) {
      const under = children.filter(({ parent }) => row._id.equals(parent!))
      const due = warningsDue(warnedOf(row, under, renewals.find(({ renews }) => row._id.equals(renews!))), today)
      if (due.length > 0) await warn(services, row, due, await sideOf(row.partner))
    }
    if (rows.length < BATCH) return
    after = ids.at(-1)!
  }
}

async function findSide(partner: Types.ObjectId, officers: Types.ObjectId[]) {
  const [doc, members] = await Promise.all([PartnerModel.findById(partner).lean<PartnerDoc>(), membersWith(partner, ['PARTNER_LEAD', 'PARTNER_SIGNATORY'])])
  return { to: [...officers, ...members], shortName: doc?.shortName ?? '' }
}

async function warn(services: Services, agreement: AgreementDoc, due: readonly Warning[], { to, shortName }: { to: Types.ObjectId[]; shortName: string }): Promise<void> {
  for (const { kind, on, days, key } of due) {
    await notify(services, { to, kind: kinds[kind], facts: { ...nameOf(agreement, shortName), on, days }, link: linkTo(agreement), key: `agreement:${String(agreement._id)}:${key}` })
  }
}

/** Tells those who sign that an agreement waits for them; anew each time it comes back to be signed. */
export async function askToSign(ctx: Context, agreement: AgreementDoc): Promise<void> {
  const partner = await ctx.load.partner.get(agreement.partner)
  const [agency, members] = await Promise.all([agencyHolders(['AGENCY_SIGNATORY']), membersWith(partner._id, ['PARTNER_SIGNATORY'])])
  await notify(ctx, {
    to: [...agency, ...members], kind: 'AGREEMENT_TO_SIGN', facts: nameOf(agreement, partner.shortName), link: linkTo(agreement),
    key: `agreement:${String(agreement._id)}:to-sign:${agreement.revision}`,
  })
}

const nameOf = (agreement: AgreementDoc, partner: string): NoticeFacts => ({ kind: agreement.kind, number: agreement.numberAgency, title: agreement.title, partner })
const linkTo = (agreement: AgreementDoc): string => `/perjanjian/${String(agreement._id)}`
