import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AgreementActionInput, AgreementActionMove } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { day, line, optional, prose, read, z } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move, movesFrom } from '../../lib/transitions.ts'
import { actionMoves, isOverdue, mayLeaveOut, needsNote } from '../domain/action.ts'
import { isSigned } from '../domain/agreement.ts'
import { AgreementModel, type ActionDoc, type AgreementDoc, type PlannedDoc } from '../model.ts'
import { actionPolicy, movePolicy } from '../policy.ts'

/** Items of one plan, and steps kept of each. Defaults, ours. */
const ACTIONS_MAX = 50
const RECORD_MAX = 50

const shape = z.array(z.object({
  id: optional(z.string()),
  activity: line(300),
  output: line(300),
  dueOn: day,
  side: z.enum(['AGENCY', 'PARTNER']),
  owner: line(160),
})).max(ACTIONS_MAX)

/** The plan's items, each with the agreement it is judged by. */
export const plannedOf = (agreement: AgreementDoc): PlannedDoc[] => (agreement.actions ?? []).map(action => ({ ...action, agreement }))

/** Sets the plan. What is under way or done stays in it, so that what became of it can be read. */
export async function setActions(ctx: Context, id: string, revision: number, input: readonly AgreementActionInput[]): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'plan', ctx.viewer, agreement)
  const given = read(shape, input, 'actions')
  if (agreement.state === 'TERMINATED') throw new Refusal('WRONG_STATE', { state: agreement.state, move: 'plan' })
  if (agreement.revision !== revision) throw new Refusal('STALE', { revision: agreement.revision })
  const before = new Map((agreement.actions ?? []).map(action => [String(action._id), action]))
  const actions = given.map(({ id: known, ...item }, index): ActionDoc => {
    const old = known ? before.get(known) : null
    if (known && !old) throw new Refusal('NOT_FOUND', {}, `actions.${index}.id`)
    before.delete(known ?? '')
    return old ? { ...old, ...item } : { _id: new Types.ObjectId(), ...item, status: 'PLANNED', record: [] }
  })
  const gone = [...before.values()].find(({ status }) => !mayLeaveOut(status))
  if (gone) throw new Refusal('ACTION_UNDER_WAY', { activity: gone.activity }, 'actions')
  return ctx.load.agreement.fresh(await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision }, { actions }))
}

/** One step of an item, by the side that owns it. Before both have signed nothing is under way. */
export async function moveAction(ctx: Context, id: string, actionId: string, action: AgreementActionMove, asked?: string | null): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'see', ctx.viewer, agreement)
  const item = plannedOf(agreement).find(({ _id }) => String(_id) === actionId)
  if (!item) throw new Refusal('NOT_FOUND', {}, 'action')
  authorise(actionPolicy, 'move', ctx.viewer, item)
  const status = move(actionMoves, item.status, action)
  const note = read(optional(prose(1000)), asked, 'note')
  if (needsNote(action) && !note) throw new Refusal('REASON_REQUIRED', {}, 'note')
  if (!isSigned(agreement.state)) throw new Refusal('WRONG_STATE', { state: agreement.state, move: action })
  const step = { at: ctx.now(), by: new Types.ObjectId(signedIn(ctx.viewer)), status, note }
  // Judged by the item alone: the other side may report on its own at the same time.
  const judged = { state: agreement.state, actions: { $elemMatch: { _id: item._id, status: item.status } } }
  return ctx.load.agreement.fresh(await saveIf<AgreementDoc>(AgreementModel, agreement._id, judged, {
    $set: { 'actions.$.status': status }, $push: { 'actions.$.record': { $each: [step], $slice: -RECORD_MAX } },
  }))
}

/** The steps there are for this viewer. */
export const actionMovesOf = (ctx: Context, item: PlannedDoc): AgreementActionMove[] =>
  isSigned(item.agreement.state) && actionPolicy.move(ctx.viewer, item) ? movesFrom(actionMoves, item.status) : []

export const isActionOverdue = (ctx: Context, item: PlannedDoc): boolean => isSigned(item.agreement.state) && isOverdue(item, dayOf(ctx.now()))
