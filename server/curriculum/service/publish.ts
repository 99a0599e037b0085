import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { dayOf } from '../../lib/days.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { requireAgreementInForce } from '../../partner/index.ts'
import { afterApproval } from '../domain/approval.ts'
import { curriculumMoves } from '../domain/workflow.ts'
import { CurriculumVersionModel, type CurriculumDoc } from '../model.ts'
import { change } from './change.ts'
import { stepOf } from './entries.ts'
import { publicationOf } from './verify.ts'

/** Freezes what both sides approved as the next version, and tells who compiles courses. */
export async function publishCurriculum(ctx: Context, id: string, hash: string): Promise<CurriculumDoc> {
  const version = new Types.ObjectId()
  const published = await change(ctx, id, 'publish', async curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'publish')
    const { content, approvals, waivers, code, partner, _id } = curriculum
    if (curriculum.hash !== hash || afterApproval(approvals, hash) !== 'APPROVED') throw new Refusal('STALE', { hash: curriculum.hash })
    await requireAgreementInForce(partner, dayOf(ctx.now()))
    const number = curriculum.versionCount + 1
    return {
      set: { state: to, versionCount: number, review: null },
      tells: [stepOf('publish', to, null, publicationOf({ number, approvals, waivers }))],
      async also(session, head) {
        await CurriculumVersionModel.create([{
          _id: version, curriculum: _id, code, partner, number, hash, content, approvals, waivers,
          history: { seq: head.seq, hash: head.hash }, publishedAt: ctx.now(), publishedBy: signedIn(ctx.viewer),
        }], { session })
      },
    }
  })
  ctx.load.versionsOfCurriculum.forget()
  await ctx.tell('curriculum.published', { version: String(version) })
  return published
}

/** Opens the next draft, beginning with what is published. */
export const reviseCurriculum = (ctx: Context, id: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'revise', curriculum => {
    const to = move(curriculumMoves, curriculum.state, 'revise')
    return { set: { state: to, approvals: [] }, tells: [stepOf('revise', to)] }
  })
