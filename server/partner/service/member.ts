import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { Role } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { pageOfList, type Page, type PageArgs } from '../../lib/page.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { give, holdersOf, takeBack } from '../../people/index.ts'
import type { PartnerDoc, PartnerMemberDoc } from '../model.ts'
import { partnerPolicy } from '../policy.ts'

const memberRoles: readonly Role[] = ['PARTNER_AUTHOR', 'PARTNER_SIGNATORY']

/** The partner's authors and signatories, in the order they came; for those who may see the partner. */
export async function membersOf(ctx: Context, partner: PartnerDoc, page: PageArgs): Promise<Page<PartnerMemberDoc>> {
  const grants = partnerPolicy.see(ctx.viewer, partner) ? await holdersOf(partner._id, memberRoles) : []
  return pageOfList(grants as unknown as PartnerMemberDoc[], page, grant => String(grant._id))
}

/** Makes somebody an author or a signatory of the partner; doing it twice changes nothing. */
export async function addMember(ctx: Context, id: string, person: string, role: Role): Promise<PartnerDoc> {
  const partner = await ctx.load.partner.get(id)
  authorise(partnerPolicy, 'editMembers', ctx.viewer, partner)
  if (!memberRoles.includes(role)) throw new Refusal('NOT_A_PARTNER_ROLE', { role }, 'role')
  const member = await ctx.load.person.find(person)
  if (!member?.active) throw new Refusal('NOT_FOUND', {}, 'person')
  await give(member._id, role, 'PARTNER', partner._id)
  ctx.load.grantsOf.forget()
  return partner
}

/** Ends a membership of this partner; one that is gone, or another partner's, is not found here and changes nothing. */
export async function removeMember(ctx: Context, id: string, grant: string): Promise<PartnerDoc> {
  const partner = await ctx.load.partner.get(id)
  authorise(partnerPolicy, 'editMembers', ctx.viewer, partner)
  if (isId(grant)) await takeBack({ _id: new Types.ObjectId(grant), kind: 'PARTNER', scope: partner._id })
  ctx.load.grantsOf.forget()
  return partner
}
