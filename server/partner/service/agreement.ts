import type { Context } from '../../context.ts'
import type { AgreementInput } from '../../graphql.ts'
import { day, line, optional, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { isSigned, restingFault } from '../domain/agreement.ts'
import { AgreementModel, type AgreementDoc, type PartnerDoc } from '../model.ts'
import { movePolicy, partnerPolicy } from '../policy.ts'

const shape = z.object({
  kind: z.enum(['KSB', 'PKS', 'IA']),
  partner: z.string(),
  parent: optional(z.string()),
  title: line(300),
  numberAgency: line(80),
  numberPartner: line(80),
  scope: z.array(line(200)).min(1).max(20),
  signedOn: optional(day),
  startsOn: day,
  endsOn: day,
}).refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], params: { code: 'DATES_REVERSED' } })

type Given = z.output<typeof shape>

/** What may still be written down when the text is settled and waits for signatures. */
const atSigning: readonly (keyof Given)[] = ['numberAgency', 'numberPartner', 'signedOn']

/** Says which party's number is taken. */
export const taken = (error: unknown): never => {
  for (const field of ['numberAgency', 'numberPartner'] as const) {
    if (isDuplicate(error, field)) throw new Refusal('AGREEMENT_NUMBER_TAKEN', {}, `input.${field}`)
  }
  throw error
}

/** The partner of the input; one that the viewer may not see does not exist. */
async function partnerOf(ctx: Context, { partner }: Pick<AgreementInput, 'partner'>): Promise<PartnerDoc> {
  const doc = await ctx.load.partner.find(partner)
  if (!doc || !partnerPolicy.see(ctx.viewer, doc)) throw new Refusal('NOT_FOUND', {}, 'input.partner')
  return doc
}

/** Refuses unless the agreement rests on what its kind asks for; with `signed`, that must bind already. */
export async function requireParent(
  ctx: Context, child: { kind: AgreementDoc['kind']; partner: unknown; parent: unknown; endsOn: string }, { prefix = '', signed = false } = {},
): Promise<AgreementDoc | null> {
  const parent = child.parent ? await ctx.load.agreement.find(String(child.parent)) : null
  if (child.parent && !parent) throw new Refusal('NOT_FOUND', {}, `${prefix}parent`)
  const fault = restingFault({ ...child, partner: String(child.partner) }, parent && { ...parent, partner: String(parent.partner) })
  if (fault) throw new Refusal(fault.code, fault.facts, prefix + fault.field)
  if (signed && parent && !isSigned(parent.state)) throw new Refusal('WRONG_STATE', { state: parent.state, move: 'sign' }, `${prefix}parent`)
  return parent
}

export async function createAgreement(ctx: Context, input: AgreementInput): Promise<AgreementDoc> {
  const partner = await partnerOf(ctx, input)
  authorise(partnerPolicy, 'addAgreement', ctx.viewer, partner)
  const given = read(shape, input)
  const parent = await requireParent(ctx, given, { prefix: 'input.' })
  const agreement = await AgreementModel.create({ ...given, partner: partner._id, parent: parent?._id ?? null }).catch(taken)
  return ctx.load.agreement.fresh(agreement.toObject() as AgreementDoc)
}

/** Changes a draft; at signing only its numbers and the day of signing, for what was reviewed is what is signed. */
export async function updateAgreement(ctx: Context, id: string, revision: number, input: AgreementInput): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'edit', ctx.viewer, agreement)
  const given = read(shape, input)
  if (agreement.revision !== revision) throw new Refusal('STALE', { revision: agreement.revision })
  refuseIfSettled(agreement, given)
  const partner = await partnerOf(ctx, given)
  const parent = await requireParent(ctx, given, { prefix: 'input.' })
  const saved = await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision, state: agreement.state }, {
    ...given, partner: partner._id, parent: parent?._id ?? null,
  }).catch(taken)
  return ctx.load.agreement.fresh(saved)
}

function refuseIfSettled(agreement: AgreementDoc, given: Given): void {
  if (agreement.state === 'DRAFT') return
  const changed = (Object.keys(given) as (keyof Given)[]).filter(key => !isSame(agreement[key], given[key]))
  const settled = agreement.state === 'SIGNING' ? changed.filter(key => !atSigning.includes(key)) : changed
  const [first] = settled
  if (first) throw new Refusal('WRONG_STATE', { state: agreement.state, move: 'edit' }, `input.${first}`)
}

const isSame = (stored: unknown, given: unknown) =>
  Array.isArray(stored) ? JSON.stringify(stored) === JSON.stringify(given) : String(stored ?? '') === String(given ?? '')
