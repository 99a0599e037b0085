import type { Context } from '../../context.ts'
import type { CurriculumPatch } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { changedSections, staleSections } from '../domain/sections.ts'
import { isEditable } from '../domain/workflow.ts'
import { patched } from '../input.ts'
import type { CurriculumDoc } from '../model.ts'
import { change } from './change.ts'
import { contentDecision } from './saveContent.ts'

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
    const stale = staleSections(given.filter(section => changed.includes(section)), curriculum.changedAt, seen)
    if (stale.length > 0) throw new Refusal('STALE', { sections: stale, revision: curriculum.revision })
    return contentDecision(ctx, curriculum, content)
  })
