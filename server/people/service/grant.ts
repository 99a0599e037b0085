import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { GrantInput, Role, ScopeKind } from '../../graphql.ts'
import { isDuplicate, isId } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { fitsScope } from '../domain/homes.ts'
import { GrantModel, PersonModel, type GrantDoc, type PersonDoc } from '../model.ts'
import { personPolicy } from '../policy.ts'

/**
 * Gives a person a role in a scope; giving it twice changes nothing. For the domains whose scope it is (a partner's
 * members, a class's instructors), who judge who may.
 */
export async function give(person: Types.ObjectId, role: Role, kind: ScopeKind, scope: Types.ObjectId | null): Promise<void> {
  if (!fitsScope(role, kind) || (kind === 'AGENCY') !== (scope === null)) throw new Refusal('SCOPE_MISMATCH', { role, kind })
  await GrantModel.create({ person, role, kind, scope }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}

/** Takes a role back; taking what is not there changes nothing. */
export async function takeBack(filter: { person?: Types.ObjectId; role?: Role; kind: ScopeKind; scope: Types.ObjectId; _id?: Types.ObjectId }): Promise<void> {
  await GrantModel.deleteOne(filter)
}

/** Who holds a role in a scope, in the order it was given; at most 200. */
export const holdersOf = (scope: Types.ObjectId | string, roles: readonly Role[]): Promise<GrantDoc[]> =>
  GrantModel.find({ scope, role: { $in: roles } }).sort({ _id: 1 }).limit(200).lean<GrantDoc[]>()

/** Ids of those who hold one of the roles for the whole agency; at most 200. */
export const agencyHolders = async (roles: readonly Role[]): Promise<Types.ObjectId[]> =>
  (await GrantModel.find({ role: { $in: roles }, kind: 'AGENCY' }).sort({ _id: 1 }).limit(200).lean<GrantDoc[]>()).map(({ person }) => person)

/** The system administrator's hand: any role that fits the scope. Partners' and classes' scopes are checked to exist. */
export async function grantRole(ctx: Context, input: GrantInput, exists: (kind: ScopeKind, id: string) => Promise<boolean>): Promise<PersonDoc> {
  const person = await ctx.load.person.get(input.person)
  authorise(personPolicy, 'grant', ctx.viewer, person)
  const { role, scope: kind, scopeId } = input
  if (!fitsScope(role, kind) || (kind === 'AGENCY') !== !scopeId) throw new Refusal('SCOPE_MISMATCH', { role, kind }, 'input.scope')
  if (scopeId && !(isId(scopeId) && (await exists(kind, scopeId)))) throw new Refusal('NOT_FOUND', {}, 'input.scopeId')
  await give(person._id, role, kind, scopeId ? new Types.ObjectId(scopeId) : null)
  ctx.load.grantsOf.forget()
  return person
}

export async function revokeRole(ctx: Context, id: string): Promise<PersonDoc> {
  const grant = isId(id) ? await GrantModel.findById(id).lean<GrantDoc>() : null
  if (!grant) {
    authorise(personPolicy, 'grant', ctx.viewer, await ctx.load.person.get(ctx.viewer.id ?? ''))
    throw new Refusal('NOT_FOUND')
  }
  const person = await ctx.load.person.get(grant.person)
  authorise(personPolicy, 'grant', ctx.viewer, person)
  if (grant.role === 'ADMIN') await refuseIfLastAdmin(person._id)
  await GrantModel.deleteOne({ _id: grant._id })
  ctx.load.grantsOf.forget()
  return person
}

/** Somebody must be able to look after accounts. */
export async function refuseIfLastAdmin(person: Types.ObjectId): Promise<void> {
  const admins = await GrantModel.find({ role: 'ADMIN', kind: 'AGENCY' }).limit(100).lean<GrantDoc[]>()
  if (!admins.some(grant => grant.person.equals(person))) return
  const others = admins.filter(grant => !grant.person.equals(person)).map(grant => grant.person)
  if ((await PersonModel.countDocuments({ _id: { $in: others }, active: true })) === 0) throw new Refusal('LAST_ADMIN')
}
