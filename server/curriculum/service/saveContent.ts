import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { signedIn } from '../../lib/policy.ts'
import { changedElements, type ElementRef } from '../domain/elements.ts'
import { changedSections } from '../domain/sections.ts'
import { CurriculumChangeModel, type Content, type CurriculumDoc, type CurriculumEditDoc } from '../model.ts'
import { organisationOf } from '../policy.ts'
import { appendOutside } from '../studio/log.ts'
import { tellRoom } from '../studio/open.ts'
import { saveDecision, type Decision } from './change.ts'
import { fallen } from './fallen.ts'
import { hashOf } from './hash.ts'

/** Elements that one change names; of a larger one the sections are named. */
const EDITS_MAX = 200

/** Who changed which element, and for whom they speak: AGENCY, or the partner's id. */
export type Edit = ElementRef & { by: string; organisation: string }

export { organisationOf }

/**
 * Makes `content` the draft's, as part of a `change`; null when it already is. The one place where a draft's content
 * changes: it computes the hash, marks the sections, withdraws what is in review or approved together with both
 * approvals, and records who changed which elements. Whether the viewer may, and the state allows, was asked before. What
 * comes from the studio says so by `log: false`: any other change is written into the studio's log, so that whoever writes
 * there has it too.
 */
export function contentDecision(
  ctx: Context, curriculum: CurriculumDoc, content: Content, { edits, log = true }: { edits?: readonly Edit[]; log?: boolean } = {},
): Decision | null {
  const sections = changedSections(curriculum.content, content)
  if (sections.length === 0) return null
  const by = signedIn(ctx.viewer)
  const revision = curriculum.revision + 1
  const marks = Object.fromEntries(sections.map(section => [`changedAt.${section}`, revision]))
  const withdrawn = curriculum.state === 'DRAFT' ? {} : { state: 'DRAFT' as const, approvals: [], review: null }
  const own = () => changedElements(curriculum.content, content).map(ref => ({ ...ref, by, organisation: organisationOf(ctx.viewer, curriculum) }))
  const all = bounded(edits ?? own())
  const people = [...new Set(all.map(edit => String(edit.by)))]
  return {
    set: { content, hash: hashOf(content), ...marks, ...withdrawn },
    tells: [{ kind: 'edit', facts: { sections, people } }, ...(curriculum.state === 'DRAFT' ? [] : [fallen(curriculum)])],
    async also(session) {
      await CurriculumChangeModel.create(
        [{ curriculum: curriculum._id, at: ctx.now(), by, revision, sections, edits: all }], { session })
      if (log) await appendOutside(curriculum._id, curriculum.content, content, ctx.now(), session)
    },
  }
}

/** `contentDecision`, saved at once. Refuses with STALE when somebody was faster than `curriculum`. */
export async function saveContent(ctx: Context, curriculum: CurriculumDoc, content: Content): Promise<CurriculumDoc> {
  const decision = contentDecision(ctx, curriculum, content)
  if (!decision) return curriculum
  const saved = await saveDecision(ctx, curriculum, decision)
  await tellRoom(saved)
  return saved
}

function bounded(edits: readonly Edit[]): CurriculumEditDoc[] {
  const named = edits.length <= EDITS_MAX ? edits : edits.map(edit => ({ ...edit, element: null }))
  const once = new Map(named.map(edit => [`${edit.section} ${edit.element} ${edit.by}`, edit]))
  return [...once.values()].slice(0, EDITS_MAX).map(edit => ({ ...edit, by: new Types.ObjectId(edit.by) }))
}
