import type { Context } from '../../context.ts'
import type { AgreementTermsInput } from '../../graphql.ts'
import { line, optional, prose, read, z } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { missingTerms } from '../domain/terms.ts'
import { AgreementModel, type AgreementDoc } from '../model.ts'
import { movePolicy } from '../policy.ts'

/** Technical contacts of both sides together. Default, ours. */
const CONTACTS_MAX = 10

const party = z.object({
  institution: line(160, 0), official: line(160, 0), position: line(160, 0), authority: line(500, 0), powerOfAttorney: optional(line(200)),
})
const side = z.enum(['AGENCY', 'PARTNER'])
const email = line(254).refine(text => z.email().safeParse(text).success, { params: { code: 'EMAIL_FORMAT' } })

// Texts may be empty: a draft is written in more than one sitting. What is missing is asked for when it is submitted.
const shape = z.object({
  scheme: z.enum(['KSDPK', 'SINERGI', 'OTHER']),
  agency: party,
  partner: party,
  object: prose(4000),
  dutiesAgency: prose(8000),
  dutiesPartner: prose(8000),
  financing: z.enum(['APBD', 'PARTNER', 'JOINT', 'FREE']),
  accountCode: optional(z.string().trim().regex(/^[0-9][0-9.]{1,38}[0-9]$/)),
  contacts: z.array(z.object({ side, name: line(160), position: line(160, 0), email: optional(email), phone: optional(line(30)) })).max(CONTACTS_MAX),
  ownership: prose(4000),
  confidentiality: prose(4000),
  dataRoles: z.enum(['NONE', 'AGENCY_CONTROLS', 'PARTNER_CONTROLS', 'JOINT_CONTROL']),
  evaluationMonths: z.literal([6, 12]),
})

/** Writes the terms of a draft; what was submitted is not rewritten. */
export async function setTerms(ctx: Context, id: string, revision: number, input: AgreementTermsInput): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'edit', ctx.viewer, agreement)
  const terms = read(shape, input, 'terms')
  if (agreement.state !== 'DRAFT') throw new Refusal('WRONG_STATE', { state: agreement.state, move: 'edit' })
  if (agreement.revision !== revision) throw new Refusal('STALE', { revision: agreement.revision })
  return ctx.load.agreement.fresh(await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision, state: 'DRAFT' }, { terms }))
}

/** Refuses with TERMS_MISSING, once for each field that is. */
export function refuseIfIncomplete(agreement: AgreementDoc): void {
  const missing = missingTerms(agreement.terms ?? null)
  if (missing.length > 0) throw Refusal.of(missing.map(path => ({ code: 'TERMS_MISSING', field: path === 'terms' ? path : `terms.${path}`, facts: { field: path } })))
}
