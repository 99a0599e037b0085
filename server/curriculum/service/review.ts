import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { addDays, dayOf } from '../../lib/days.ts'
import { read } from '../../lib/input.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { afterApproval, sideToSpeak } from '../domain/approval.ts'
import { problemsOf } from '../domain/problems.ts'
import { unsignedBy } from '../domain/signOffs.ts'
import { trainingKindOf } from '../domain/trainingKinds.ts'
import { holdsBack, waiversInUse } from '../domain/waivers.ts'
import { curriculumMoves } from '../domain/workflow.ts'
import { dueShape, reasonShape } from '../input.ts'
import type { CurriculumDoc } from '../model.ts'
import { sidesOf } from '../policy.ts'
import { asOfNow } from './asOfNow.ts'
import { change } from './change.ts'
import { delegatorOf } from './delegate.ts'
import { stepOf } from './entries.ts'
import { fallen } from './fallen.ts'
import { signOffCells } from './signOff.ts'

/** Days that both sides are given to answer; default of this product, another may be set with each submission. */
const REVIEW_DAYS = 14

/** A reason that must be there. */
function reasonOf(text: string): string {
  const reason = read(reasonShape, text, 'reason')
  if (!reason) throw new Refusal('REASON_REQUIRED', {}, 'reason')
  return reason
}

/** Whether the content is what it was at revision `seen`; what else happened to the curriculum since does not matter. */
const isSeen = ({ revision, changedAt }: CurriculumDoc, seen: number): boolean => seen <= revision && Math.max(0, ...Object.values(changedAt)) <= seen

/** A day by which a review is to be answered: today or later. */
export function dueOf(ctx: Context, day: string | null | undefined): string {
  const today = dayOf(ctx.now())
  const due = read(dueShape, day, 'due') ?? addDays(today, REVIEW_DAYS)
  if (due < today) throw new Refusal('OUT_OF_RANGE', { min: today }, 'due')
  return due
}

/**
 * Hands the draft to both sides, to be answered by `due` (14 days when nothing is said). What was seen must be the content
 * that is there, without blocking problem, and with a reason for each warning.
 */
export const submitCurriculum = (ctx: Context, id: string, seen: number, day: string | null = null): Promise<CurriculumDoc> =>
  change(ctx, id, 'submit', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'submit')
    const due = dueOf(ctx, day)
    if (!isSeen(curriculum, seen)) throw new Refusal('STALE', { revision: curriculum.revision })
    const problems = problemsOf(curriculum.content, trainingKindOf(curriculum.content.kind))
    const held = holdsBack(problems, curriculum.waivers)
    if (held.length > 0) throw new Refusal('CURRICULUM_NOT_READY', { count: held.length, problems: held })
    return {
      set: { state: to, approvals: [], waivers: waiversInUse(problems, curriculum.waivers), review: { since: ctx.now(), due } },
      tells: [stepOf('submit', to, null, { due })],
    }
  })

/** Takes it back to be worked on; approvals already given fall. */
export const withdrawCurriculum = (ctx: Context, id: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'withdraw', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'withdraw')
    return { set: { state: to, approvals: [], review: null }, tells: [fallen(curriculum)] }
  })

/** Sends it back to its authors with a reason; approvals already given fall. */
export const returnCurriculum = (ctx: Context, id: string, why: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'return', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'return')
    return { set: { state: to, approvals: [], review: null }, tells: [stepOf('return', to, reasonOf(why))] }
  })

/**
 * One side's approval of exactly this content, by its signatory or by who stands in for one. The second of the two
 * approves the curriculum in the same update: the save holds to the revision it judged, so of two at once the later
 * judges again and sees the other's. Sections the side has not signed off hold nothing back; the history names them.
 */
export const approveCurriculum = (ctx: Context, id: string, hash: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'approve', async curriculum => {
    if (curriculum.hash !== hash) throw new Refusal('STALE', { hash: curriculum.hash })
    const side = sideToSpeak(sidesOf(ctx.viewer, asOfNow(ctx, curriculum)), curriculum.approvals)
    if (!side) throw new Refusal('ALREADY_APPROVED')
    move(curriculumMoves, curriculum.state, 'approve')
    const onBehalfOf = await delegatorOf(ctx, curriculum, side)
    const approvals = [...curriculum.approvals, { side, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), hash, onBehalfOf }]
    const to = afterApproval(approvals, hash)
    const unsigned = unsignedBy(signOffCells(curriculum), side)
    return { set: { state: to, approvals }, tells: [stepOf('approve', to, null, { side, onBehalfOf: onBehalfOf && String(onBehalfOf), unsigned })] }
  })

/** Puts it away; courses made of its versions go on. */
export const archiveCurriculum = (ctx: Context, id: string, why: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'archive', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'archive')
    return { set: { state: to }, tells: [stepOf('archive', to, reasonOf(why))] }
  })
