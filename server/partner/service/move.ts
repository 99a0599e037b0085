import type { Context } from '../../context.ts'
import { dayOf, type Day } from '../../lib/days.ts'
import { day, optional, prose, read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move, movesFrom } from '../../lib/transitions.ts'
import { Types } from 'mongoose'
import { isOfficer } from '../../viewer.ts'
import { afterSigning, agreementMoves, needsReason, type AgreementMove } from '../domain/agreement.ts'
import { AgreementModel, type AgreementDoc } from '../model.ts'
import { movePolicy, signingSide } from '../policy.ts'
import { requireParent } from './agreement.ts'
import { refuseIfIncomplete } from './terms.ts'
import { askToSign } from './warn.ts'

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
  const change = { state: to, ...(await changeOf(ctx, agreement, action, asked, today)) }
  const step = { at: ctx.now(), by: new Types.ObjectId(signedIn(ctx.viewer)), move: action, to: change.state, reason }
  const saved = await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision, state: agreement.state }, {
    ...change, history: [...agreement.history, step].slice(-HISTORY_MAX),
  })
  if (action === 'approve') await askToSign(ctx, saved)
  return ctx.load.agreement.fresh(saved)
}

/** What a move changes beside the state, or why it cannot be made now. */
async function changeOf(ctx: Context, agreement: AgreementDoc, action: AgreementMove, asked: Asked, today: Day): Promise<Partial<AgreementDoc>> {
  if (action === 'submit') refuseIfIncomplete(agreement)
  if (action === 'return') return { signatures: [] }
  if (action === 'sign') return signed(ctx, agreement, today)
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

/**
 * One side signs, today; an officer records a signing on paper, of both, so must say when that was. It binds when both
 * have signed.
 */
async function signed(ctx: Context, agreement: AgreementDoc, today: Day): Promise<Partial<AgreementDoc>> {
  const side = isOfficer(ctx.viewer) ? null : signingSide(ctx.viewer, agreement)
  const signedOn = agreement.signedOn ?? (side ? today : null)
  if (!signedOn) throw new Refusal('REQUIRED', {}, 'signedOn')
  if (signedOn > today) throw new Refusal('OUT_OF_RANGE', { max: today }, 'signedOn')
  await requireParent(ctx, agreement, { signed: true })
  const before = agreement.signatures ?? []
  const by = side ? [side] : (['AGENCY', 'PARTNER'] as const)
  const state = afterSigning(before.map(one => one.side), by)
  if (!state) throw new Refusal('ALREADY_SIGNED')
  const person = new Types.ObjectId(signedIn(ctx.viewer))
  const fresh = by.filter(one => !before.some(signature => signature.side === one)).map(one => ({ side: one, by: person, at: ctx.now() }))
  return { state, signatures: [...before, ...fresh], ...(state === 'ACTIVE' && { signedOn }) }
}

/** The moves there are from here, today, for this viewer. */
export function movesOf(ctx: Context, agreement: AgreementDoc): AgreementMove[] {
  const ended = agreement.endsOn < dayOf(ctx.now())
  return movesFrom(agreementMoves, agreement.state)
    .filter(action => movePolicy[action](ctx.viewer, agreement) && !(action === 'extend' && ended) && !(action === 'sign' && hasSigned(ctx, agreement)))
}

const hasSigned = (ctx: Context, agreement: AgreementDoc): boolean =>
  !isOfficer(ctx.viewer) && (agreement.signatures ?? []).some(({ side }) => side === signingSide(ctx.viewer, agreement))
