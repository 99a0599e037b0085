import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { ApprovalSide, CurriculumSection, DelegationInput } from '../../graphql.ts'
import { dayOf, daysBetween } from '../../lib/days.ts'
import { read } from '../../lib/input.ts'
import { isId } from '../../lib/mongo.ts'
import { signedIn } from '../../lib/policy.ts'
import type { PersonDoc } from '../../people/index.ts'
import { Refusal } from '../../lib/refusal.ts'
import { DELEGATION_MAX_DAYS, delegationTo, stateOfDelegation } from '../domain/delegation.ts'
import { sideToSpeak } from '../domain/approval.ts'
import { unsignedBy } from '../domain/signOffs.ts'
import { delegationShape } from '../input.ts'
import type { CurriculumDoc, DelegationDoc } from '../model.ts'
import { ownSidesOf, sidesOf } from '../policy.ts'
import { asOfNow } from './asOfNow.ts'
import { change } from './change.ts'
import { membersOf, signatoriesOf } from './people.ts'
import { tellNewest } from './remind.ts'
import { signOffCells } from './signOff.ts'

export type ApprovingFor = { side: ApprovalSide; onBehalfOf: Types.ObjectId | null; unsigned: CurriculumSection[] }

/** Delegations that a curriculum keeps; older ones remain in its history. */
const KEPT_MAX = 50

/**
 * A signatory lets another of the same side approve in their name, in this curriculum, from day to day, and says why.
 * Who stands in for somebody cannot pass it on. Sent twice, there is one.
 */
export async function delegateApproval(ctx: Context, id: string, input: DelegationInput): Promise<CurriculumDoc> {
  const curriculum = await change(ctx, id, 'delegate', async curriculum => {
    const { to, startsOn, endsOn, reason } = read(delegationShape, input)
    const from = signedIn(ctx.viewer)
    const today = dayOf(ctx.now())
    if (curriculum.state === 'ARCHIVED') throw new Refusal('WRONG_STATE', { state: curriculum.state, move: 'delegate' })
    if (startsOn < today) throw new Refusal('OUT_OF_RANGE', { min: today }, 'input.startsOn')
    if (endsOn < startsOn) throw new Refusal('OUT_OF_RANGE', { min: startsOn }, 'input.endsOn')
    if (daysBetween(startsOn, endsOn) >= DELEGATION_MAX_DAYS) throw new Refusal('DELEGATION_TOO_LONG', { max: DELEGATION_MAX_DAYS }, 'input.endsOn')
    const [side] = ownSidesOf(ctx.viewer, curriculum)
    const members = await membersOf(side!, curriculum.partner)
    if (to === from || !isId(to) || !members.includes(to)) throw new Refusal('DELEGATE_NOT_OF_SIDE', {}, 'input.to')
    const standing = curriculum.delegations.filter(one => ['COMING', 'IN_FORCE'].includes(stateOfDelegation(one, today)))
    const mine = standing.filter(one => String(one.from) === from && one.side === side)
    if (mine.some(one => String(one.to) === to && one.startsOn === startsOn && one.endsOn === endsOn)) return null
    if (mine.some(one => one.startsOn <= endsOn && startsOn <= one.endsOn)) throw new Refusal('DELEGATION_OVERLAPS', {}, 'input.startsOn')
    const given: DelegationDoc = {
      _id: new Types.ObjectId(), side: side!, from: new Types.ObjectId(from), to: new Types.ObjectId(to), startsOn, endsOn, reason,
      at: ctx.now(), revokedAt: null, revokedBy: null,
    }
    return {
      set: { delegations: [...curriculum.delegations, given].slice(-KEPT_MAX) },
      tells: [{ kind: 'delegate', facts: { delegation: String(given._id), side, to, startsOn, endsOn, reason } }],
    }
  })
  await tellNewest(ctx, id)
  return curriculum
}

/** Ends a delegation at once: by who gave it, or another signatory of the side. What was approved under it stands. */
export const revokeDelegation = (ctx: Context, id: string, delegation: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'delegate', curriculum => {
    const found = curriculum.delegations.find(one => String(one._id) === delegation)
    if (!found || !ownSidesOf(ctx.viewer, curriculum).includes(found.side)) throw new Refusal('NOT_FOUND', {}, 'delegation')
    if (found.revokedAt) return null
    const revoked = { ...found, revokedAt: ctx.now(), revokedBy: new Types.ObjectId(signedIn(ctx.viewer)) }
    return {
      set: { delegations: curriculum.delegations.map(one => (one === found ? revoked : one)) },
      tells: [{ kind: 'revoke', facts: { delegation, side: found.side, to: String(found.to) } }],
    }
  })

/**
 * In whose name the viewer speaks for a side: null when they sign themselves. Refuses when the one stood in for signs no
 * longer: nobody gives more than they have.
 */
export async function delegatorOf(ctx: Context, curriculum: CurriculumDoc, side: ApprovalSide): Promise<Types.ObjectId | null> {
  if (ownSidesOf(ctx.viewer, curriculum).includes(side)) return null
  const { delegations } = asOfNow(ctx, curriculum)
  const delegation = delegationTo(delegations, signedIn(ctx.viewer), side)
  if (!delegation || !(await signatoriesOf(side, curriculum.partner)).includes(String(delegation.from))) throw new Refusal('DELEGATOR_SIGNS_NO_LONGER')
  return delegation.from
}

/** The side for which the viewer would approve now, in whose name, and which sections that side has not signed off. */
export function approvingFor(ctx: Context, curriculum: CurriculumDoc): ApprovingFor | null {
  const { id } = ctx.viewer
  const current = asOfNow(ctx, curriculum)
  const side = id && curriculum.state === 'IN_REVIEW' ? sideToSpeak(sidesOf(ctx.viewer, current), curriculum.approvals) : null
  if (!id || !side) return null
  const own = ownSidesOf(ctx.viewer, curriculum).includes(side)
  return { side, onBehalfOf: own ? null : delegationTo(current.delegations, id, side)?.from ?? null, unsigned: unsignedBy(signOffCells(curriculum), side) }
}

/** Who may stand in for the viewer; nobody for who signs for no side. */
export async function delegatesFor(ctx: Context, curriculum: CurriculumDoc): Promise<PersonDoc[]> {
  const [side] = ownSidesOf(ctx.viewer, curriculum)
  if (!side) return []
  const ids = (await membersOf(side, curriculum.partner)).filter(id => id !== ctx.viewer.id)
  return (await Promise.all(ids.map(id => ctx.load.person.find(id)))).filter(person => person !== null)
}

/** What a delegation is worth today. */
export const delegationState = (ctx: Context, delegation: DelegationDoc) => stateOfDelegation(delegation, dayOf(ctx.now()))
