import type { Context } from '../../context.ts'
import { dayOf, type Day } from '../../lib/days.ts'
import { day, optional, prose, read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move, movesFrom } from '../../lib/transitions.ts'
import { Types } from 'mongoose'
import { isOfficer } from '../../viewer.ts'
import { agreementMoves, needsReason, type AgreementMove } from '../domain/agreement.ts'
import { AgreementModel, type AgreementDoc } from '../model.ts'
import { movePolicy } from '../policy.ts'
import { requireParent } from './agreement.ts'

/** Steps that are kept; an agreement has some ten in its life. */
const HISTORY_MAX = 200

type Asked = { reason?: string | null; endsOn?: string | null }

/** One step of an agreement's way, kept in its history. */
export async function moveAgreement(ctx: Context, id: string, revision: number, action: AgreementMove, asked: Asked = {}): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, action, ctx.viewer, agreement)
  const today = dayOf(ctx.now())
  const to = move(agreementMoves, agreement.state, action)
  const reason = read(optional(prose(1000)), asked.reason, 'reason')
  if (needsReason(action) && !reason) throw new Refusal('REASON_REQUIRED', {}, 'reason')
  if (agreement.revision !== revision) throw new Refusal('STALE', { revision: agreement.revision })
  const brings = await changeOf(ctx, agreement, action, asked, today)
  const step = { at: ctx.now(), by: new Types.ObjectId(signedIn(ctx.viewer)), move: action, to, reason }
  return ctx.load.agreement.fresh(await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision, state: agreement.state }, {
    ...brings, state: to, history: [...agreement.history, step].slice(-HISTORY_MAX),
  }))
}

/** What a move changes beside the state, or why it cannot be made now. */
async function changeOf(ctx: Context, agreement: AgreementDoc, action: AgreementMove, asked: Asked, today: Day): Promise<Partial<AgreementDoc>> {
  if (action === 'sign') {
    // The agency's signatory signs today; an officer records a signing, so must say when it was.
    const signedOn = agreement.signedOn ?? (isOfficer(ctx.viewer) ? null : today)
    if (!signedOn) throw new Refusal('REQUIRED', {}, 'signedOn')
    if (signedOn > today) throw new Refusal('OUT_OF_RANGE', { max: today }, 'signedOn')
    await requireParent(ctx, agreement, { signed: true })
    return { signedOn }
  }
  if (action === 'extend') {
    if (agreement.endsOn < today) throw new Refusal('WRONG_STATE', { state: 'EXPIRED', move: action })
    const endsOn = read(optional(day), asked.endsOn, 'endsOn')
    if (!endsOn) throw new Refusal('REQUIRED', {}, 'endsOn')
    if (endsOn <= agreement.endsOn) throw new Refusal('DATES_REVERSED', { endsOn: agreement.endsOn }, 'endsOn')
    await requireParent(ctx, { ...agreement, endsOn })
    return { endsOn }
  }
  return {}
}

/** The moves there are from here, today, for this viewer. */
export function movesOf(ctx: Context, agreement: AgreementDoc): AgreementMove[] {
  const ended = agreement.endsOn < dayOf(ctx.now())
  return movesFrom(agreementMoves, agreement.state)
    .filter(action => movePolicy[action](ctx.viewer, agreement) && !(action === 'extend' && ended))
}
