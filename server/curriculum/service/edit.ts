import type { Context } from '../../context.ts'
import type { CurriculumPatch } from '../../graphql.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { changedSections, staleSections } from '../domain/sections.ts'
import { isEditable } from '../domain/workflow.ts'
import { patched } from '../input.ts'
import { CurriculumChangeModel, type CurriculumDoc } from '../model.ts'
import { change, withStep } from './change.ts'
import { hashOf } from './hash.ts'

/**
 * Puts the given sections in the place of the old ones. Only a section that somebody else changed since revision `seen`
 * is refused (STALE, with its name); others merge. Sent twice, the second changes nothing. What is in review or approved
 * is withdrawn by it, and both approvals with it.
 */
export const editCurriculum = (ctx: Context, id: string, seen: number, patch: CurriculumPatch): Promise<CurriculumDoc> =>
  change(ctx, id, 'edit', curriculum => {
    if (!isEditable(curriculum.state)) throw new Refusal('WRONG_STATE', { state: curriculum.state, move: 'edit' })
    const { content, given } = patched(curriculum.content, patch)
    const changed = changedSections(curriculum.content, content)
    if (changed.length === 0) return null
    const stale = staleSections(given.filter(section => changed.includes(section)), curriculum.changedAt, seen)
    if (stale.length > 0) throw new Refusal('STALE', { sections: stale, revision: curriculum.revision })
    const revision = curriculum.revision + 1
    const marks = Object.fromEntries(changed.map(section => [`changedAt.${section}`, revision]))
    const withdrawn = curriculum.state === 'DRAFT' ? {} : { state: 'DRAFT' as const, approvals: [], history: withStep(ctx, curriculum, 'withdraw', 'DRAFT') }
    return {
      set: { content, hash: hashOf(content), ...marks, ...withdrawn },
      async also(session) {
        await CurriculumChangeModel.create(
          [{ curriculum: curriculum._id, at: ctx.now(), by: signedIn(ctx.viewer), revision, sections: changed }], { session })
      },
    }
  })
