import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { createCurriculum, curriculumPolicy, CurriculumModel, editCurriculum, type CurriculumDoc } from '../../curriculum/index.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { patchOf } from '../domain/assemble.ts'
import { hasErrors } from '../domain/findings.ts'
import { ImportModel, type ImportDoc } from '../model.ts'
import { importPolicy } from '../policy.ts'
import { rememberOrigin } from './origin.ts'

export type ApplyArgs = { import: string; hash: string; partner?: string | null; code?: string | null }

/**
 * Makes a preview real, whole or not at all. Refuses with IMPORT_HAS_ERRORS, and with STALE when the draft is no longer the one
 * it was compared with or `hash` is not the preview's. Sent twice, the second gives the same curriculum.
 */
export async function applyImport(ctx: Context, { import: id, hash, partner, code }: ApplyArgs): Promise<CurriculumDoc> {
  signedIn(ctx.viewer)
  const found = await ctx.load.curriculumImport.get(id)
  authorise(importPolicy, 'apply', ctx.viewer, found)
  if (found.applied) return seen(ctx, await ctx.load.curriculum.get(found.applied))
  if (hash !== found.hash) throw new Refusal('STALE')
  if (hasErrors(found.findings)) throw new Refusal('IMPORT_HAS_ERRORS', { errors: found.findings.filter(({ level }) => level === 'ERROR').length })
  const curriculum = found.curriculum ? await into(ctx, found, found.curriculum) : await begun(ctx, found, { partner: partner ?? '', code: code ?? '' })
  await ImportModel.updateOne({ _id: found._id }, { applied: curriculum._id })
  ctx.load.curriculumImport.fresh({ ...found, applied: curriculum._id })
  return curriculum
}

function seen(ctx: Context, curriculum: CurriculumDoc): CurriculumDoc {
  authorise(curriculumPolicy, 'see', ctx.viewer, curriculum)
  return curriculum
}

async function into(ctx: Context, { content, hash, base }: ImportDoc, id: Types.ObjectId): Promise<CurriculumDoc> {
  const curriculum = await ctx.load.curriculum.get(id)
  authorise(curriculumPolicy, 'edit', ctx.viewer, curriculum)
  if (curriculum.hash === hash) return curriculum
  if (curriculum.hash !== base) throw new Refusal('STALE')
  // Whoever changes a section from here on is found by its mark.
  return editCurriculum(ctx, String(id), curriculum.revision, patchOf(content))
}

async function begun(ctx: Context, { content, hash, fileName }: ImportDoc, { partner, code }: { partner: string; code: string }): Promise<CurriculumDoc> {
  const { title, kind, mode } = content
  try {
    const curriculum = await createCurriculum(ctx, { partner, code, title, kind, mode }, patchOf(content))
    await rememberOrigin(ctx, curriculum, { kind: 'IMPORT', label: fileName, source: null })
    return curriculum
  } catch (error) {
    // A process that died between making it and saying so: it is there.
    const there = error instanceof Refusal && error.code === 'CURRICULUM_CODE_TAKEN' ? await CurriculumModel.findOne({ code: code.trim().toUpperCase(), partner, hash, revision: 0 }).lean<CurriculumDoc>() : null
    if (!there) throw error
    await rememberOrigin(ctx, there, { kind: 'IMPORT', label: fileName, source: null })
    return there
  }
}
