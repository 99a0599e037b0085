import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { read } from '../../lib/input.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { afterApproval, sideToSpeak } from '../domain/approval.ts'
import { problemsOf } from '../domain/problems.ts'
import { trainingKindOf } from '../domain/trainingKinds.ts'
import { holdsBack, waiversInUse } from '../domain/waivers.ts'
import { curriculumMoves } from '../domain/workflow.ts'
import { reasonShape } from '../input.ts'
import type { CurriculumDoc } from '../model.ts'
import { sidesOf } from '../policy.ts'
import { change, withStep } from './change.ts'

/** A reason that must be there. */
function reasonOf(text: string): string {
  const reason = read(reasonShape, text, 'reason')
  if (!reason) throw new Refusal('REASON_REQUIRED', {}, 'reason')
  return reason
}

/** Hands the draft to both signatories. What was seen must be what is there, without blocking problem, and with a reason for each warning. */
export const submitCurriculum = (ctx: Context, id: string, seen: number): Promise<CurriculumDoc> =>
  change(ctx, id, 'submit', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'submit')
    if (curriculum.revision !== seen) throw new Refusal('STALE', { revision: curriculum.revision })
    const problems = problemsOf(curriculum.content, trainingKindOf(curriculum.content.kind))
    const held = holdsBack(problems, curriculum.waivers)
    if (held.length > 0) throw new Refusal('CURRICULUM_NOT_READY', { count: held.length, problems: held })
    return { set: { state: to, approvals: [], waivers: waiversInUse(problems, curriculum.waivers), history: withStep(ctx, curriculum, 'submit', to) } }
  })

/** Takes it back to be worked on; approvals already given fall. */
export const withdrawCurriculum = (ctx: Context, id: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'withdraw', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'withdraw')
    return { set: { state: to, approvals: [], history: withStep(ctx, curriculum, 'withdraw', to) } }
  })

/** Sends it back to its authors with a reason; approvals already given fall. */
export const returnCurriculum = (ctx: Context, id: string, why: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'return', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'return')
    return { set: { state: to, approvals: [], history: withStep(ctx, curriculum, 'return', to, reasonOf(why)) } }
  })

/**
 * One side's approval of exactly this content. The second of the two approves the curriculum in the same update: the
 * save holds to the revision it judged, so of two at once the later judges again and sees the other's.
 */
export const approveCurriculum = (ctx: Context, id: string, hash: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'approve', curriculum => {
    if (curriculum.hash !== hash) throw new Refusal('STALE', { hash: curriculum.hash })
    const side = sideToSpeak(sidesOf(ctx.viewer, curriculum), curriculum.approvals)
    if (!side) throw new Refusal('ALREADY_APPROVED')
    move(curriculumMoves, curriculum.state, 'approve')
    const approvals = [...curriculum.approvals, { side, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), hash }]
    const to = afterApproval(approvals, hash)
    return { set: { state: to, approvals, history: withStep(ctx, curriculum, 'approve', to) } }
  })

/** Puts it away; courses made of its versions go on. */
export const archiveCurriculum = (ctx: Context, id: string, why: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'archive', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'archive')
    return { set: { state: to, history: withStep(ctx, curriculum, 'archive', to, reasonOf(why)) } }
  })
