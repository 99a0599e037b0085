import type { Context } from '../../context.ts'
import type { PartnerInput } from '../../graphql.ts'
import { line, optional, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { PartnerModel, type PartnerDoc } from '../model.ts'
import { partnerPolicy, partnerViewerPolicy } from '../policy.ts'

const shape = z.object({
  name: line(160),
  shortName: line(40),
  kind: z.enum(['UNIVERSITY', 'INSTITUTE', 'POLYTECHNIC', 'COLLEGE']),
  city: line(80),
  code: optional(z.string().trim().regex(/^\d{6}$/)),
})

const taken = (error: unknown): never => {
  for (const field of ['name', 'code']) if (isDuplicate(error, field)) throw new Refusal('NOT_UNIQUE', {}, `input.${field}`)
  throw error
}

export async function createPartner(ctx: Context, input: PartnerInput): Promise<PartnerDoc> {
  authorise(partnerViewerPolicy, 'createPartner', ctx.viewer, ctx.viewer)
  const partner = await PartnerModel.create(read(shape, input)).catch(taken)
  return ctx.load.partner.fresh(partner.toObject() as PartnerDoc)
}

export async function updatePartner(ctx: Context, id: string, revision: number, input: PartnerInput): Promise<PartnerDoc> {
  const partner = await ctx.load.partner.get(id)
  authorise(partnerPolicy, 'edit', ctx.viewer, partner)
  return ctx.load.partner.fresh(await saveIf<PartnerDoc>(PartnerModel, partner._id, { revision }, read(shape, input)).catch(taken))
}
