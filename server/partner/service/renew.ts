import type { Context } from '../../context.ts'
import type { AgreementRenewalInput } from '../../graphql.ts'
import { day, line, optional, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { isSigned } from '../domain/agreement.ts'
import { leftOver } from '../domain/renewal.ts'
import { AgreementModel, type AgreementDoc } from '../model.ts'
import { movePolicy } from '../policy.ts'
import { requireParent, taken } from './agreement.ts'

const shape = z.object({ numberAgency: line(80), numberPartner: line(80), startsOn: day, endsOn: day, parent: optional(z.string()) })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], params: { code: 'DATES_REVERSED' } })

const followerOf = (agreement: AgreementDoc) => AgreementModel.findOne({ renews: agreement._id }).lean<AgreementDoc | null>().exec()

/**
 * A new draft that follows a signed agreement: its head and terms, what is left of its plan, and numbers and days of its
 * own. There is one; asked twice, it is the same.
 */
export async function renewAgreement(ctx: Context, id: string, input: AgreementRenewalInput): Promise<AgreementDoc> {
  const old = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'renew', ctx.viewer, old)
  const there = await followerOf(old)
  if (there) return there
  const given = read(shape, input)
  if (!isSigned(old.state)) throw new Refusal('WRONG_STATE', { state: old.state, move: 'renew' })
  if (given.startsOn <= old.startsOn) throw new Refusal('STARTS_BEFORE_RENEWED', { startsOn: old.startsOn }, 'input.startsOn')
  const { kind, partner, title, scope, terms = null } = old
  const parent = await requireParent(ctx, { kind, partner, parent: given.parent ?? old.parent, endsOn: given.endsOn }, { prefix: 'input.' })
  const actions = leftOver(old.actions ?? [], old, given).map(({ activity, output, dueOn, side, owner, status }) => ({ activity, output, dueOn, side, owner, status }))
  try {
    const made = await AgreementModel.create({ ...given, kind, partner, title, scope, terms, actions, parent: parent?._id ?? null, renews: old._id })
    return ctx.load.agreement.fresh(made.toObject() as AgreementDoc)
  } catch (error) {
    const faster = isDuplicate(error) ? await followerOf(old) : null
    return faster ?? taken(error)
  }
}
