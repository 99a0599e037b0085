import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { PartnerMemberInput, Role } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { pageOfList, type Page, type PageArgs } from '../../lib/page.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { createExternal, give, holdersOf, personOfEmail, takeBack, type PersonDoc } from '../../people/index.ts'
import { partnerRoles } from '../../viewer.ts'
import type { PartnerDoc, PartnerMemberDoc } from '../model.ts'
import { partnerPolicy } from '../policy.ts'

/** What `holdersOf` reads. */
const MEMBERS_MAX = 200

export type NewPartnerMember = { partner: PartnerDoc; person: PersonDoc; temporaryPassword: string | null }

const isMemberRole = (role: Role): boolean => (partnerRoles as readonly Role[]).includes(role)

/** Ids of those who hold one of the roles in the partner. */
export const membersWith = async (partner: Types.ObjectId, roles: readonly (typeof partnerRoles)[number][]): Promise<Types.ObjectId[]> =>
  (await holdersOf(partner, roles)).map(({ person }) => person)

/** The partner's leads, authors and signatories, in the order they came; for those who may see the partner. */
export async function membersOf(ctx: Context, partner: PartnerDoc, page: PageArgs): Promise<Page<PartnerMemberDoc>> {
  const grants = partnerPolicy.see(ctx.viewer, partner) ? await holdersOf(partner._id, partnerRoles) : []
  return pageOfList(grants as unknown as PartnerMemberDoc[], page, grant => String(grant._id))
}

/** The partner, for one who looks after its members; refuses a role that is none of a partner's. */
async function lookAfter(ctx: Context, id: string, role: Role): Promise<PartnerDoc> {
  const partner = await ctx.load.partner.get(id)
  authorise(partnerPolicy, 'editMembers', ctx.viewer, partner)
  if (!isMemberRole(role)) throw new Refusal('NOT_A_PARTNER_ROLE', { role }, 'role')
  return partner
}

/** Makes somebody with an account a member of the partner; doing it twice changes nothing. */
export async function addMember(ctx: Context, id: string, person: string, role: Role): Promise<PartnerDoc> {
  const partner = await lookAfter(ctx, id, role)
  const member = await ctx.load.person.find(person)
  if (!member?.active) throw new Refusal('NOT_FOUND', {}, 'person')
  await refuseIfFull(partner)
  await give(member._id, role, 'PARTNER', partner._id)
  ctx.load.grantsOf.forget()
  return partner
}

/**
 * Makes somebody new a member, with an account and a temporary password. Who has an account elsewhere is not taken in by
 * an address alone: the agency's officers, who see people, add them. Refuses with MEMBER_HAS_ACCOUNT.
 */
export async function createMember(ctx: Context, id: string, role: Role, input: PartnerMemberInput): Promise<NewPartnerMember> {
  const partner = await lookAfter(ctx, id, role)
  const known = await knownMember(partner, role, input.email)
  if (known) return { partner, person: known, temporaryPassword: null }
  await refuseIfFull(partner)
  try {
    const made = await createExternal(ctx, input, { role, kind: 'PARTNER', scope: partner._id })
    ctx.load.grantsOf.forget()
    return { partner, ...made }
  } catch (error) {
    // The same sent twice at once: the other one was faster, and the member is there.
    const there = error instanceof Refusal && error.code === 'EMAIL_TAKEN' ? await knownMember(partner, role, input.email) : null
    if (!there) throw error
    return { partner, person: there, temporaryPassword: null }
  }
}

/** Who has this address and the role already; null when nobody has the address. */
async function knownMember(partner: PartnerDoc, role: Role, email: string): Promise<PersonDoc | null> {
  const person = await personOfEmail(email)
  if (!person) return null
  if (!(await holdersOf(partner._id, [role])).some(grant => grant.person.equals(person._id))) throw new Refusal('MEMBER_HAS_ACCOUNT', {}, 'input.email')
  return person
}

/** A partner has as many members as are read at once. */
async function refuseIfFull(partner: PartnerDoc): Promise<void> {
  if ((await holdersOf(partner._id, partnerRoles)).length >= MEMBERS_MAX) throw new Refusal('TOO_MANY_MEMBERS', { max: MEMBERS_MAX })
}

/** Ends a membership of this partner; one that is gone, or another partner's, is not found here and changes nothing. */
export async function removeMember(ctx: Context, id: string, grant: string): Promise<PartnerDoc> {
  const partner = await ctx.load.partner.get(id)
  authorise(partnerPolicy, 'editMembers', ctx.viewer, partner)
  if (isId(grant)) await takeBack({ _id: new Types.ObjectId(grant), kind: 'PARTNER', scope: partner._id })
  ctx.load.grantsOf.forget()
  return partner
}
