import type { Context } from '../../context.ts'
import { compare, curriculumPolicy, draftOf, problemsOf, trainingKindOf, type Comparison } from '../../curriculum/index.ts'
import { ifSeen } from '../../lib/policy.ts'
import { complete } from '../domain/complete.ts'
import type { AnyTemplate, ImportDoc } from '../model.ts'

/** What would change in the draft it is for, as that stands now; null for a new one. Nobody's hand has been there yet. */
export async function comparisonOf(ctx: Context, { curriculum: id, content, hash, at }: ImportDoc): Promise<Comparison | null> {
  const curriculum = id && ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(id))
  if (!curriculum) return null
  const before = draftOf({ ...curriculum, content: complete(curriculum.content) })
  const told = await compare(curriculum, before, { content, hash, at, version: null })
  return { ...told, sections: told.sections.map(section => ({ ...section, changes: section.changes.map(change => ({ ...change, side: null, by: null })) })) }
}

/** What would have to be mended; nobody has given reasons yet. */
export const problemsIn = ({ content }: ImportDoc) =>
  problemsOf(content, trainingKindOf(content.kind)).map(problem => ({ ...problem, blocking: problem.severity === 'BLOCKING', waiver: null }))

/** Whether the draft has changed since, other than to what the file says. */
export async function isStale(ctx: Context, { curriculum: id, base, hash }: ImportDoc): Promise<boolean> {
  const curriculum = id && (await ctx.load.curriculum.find(id))
  return Boolean(curriculum && curriculum.hash !== base && curriculum.hash !== hash)
}

export const countOf = ({ findings }: ImportDoc, level: 'ERROR' | 'WARNING'): number => findings.filter(finding => finding.level === level).length

export const partnerOf = (ctx: Context, { stored }: AnyTemplate) => (stored?.partner ? ctx.load.partner.find(stored.partner) : null)
