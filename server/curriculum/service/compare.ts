import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { ApprovalSide, ContentChangeKind, CurriculumSection } from '../../graphql.ts'
import { ifSeen } from '../../lib/policy.ts'
import { diffOf, type ContentChange } from '../domain/diff.ts'
import { redline, type RedlinePiece } from '../domain/redline.ts'
import type { Content, CurriculumDoc, CurriculumVersionDoc } from '../model.ts'
import { curriculumPolicy } from '../policy.ts'
import { lastEdits, type LastEdit } from './lastEdits.ts'
import { namesIn } from './names.ts'

/** Words compared with words that one comparison may cost; beyond, a changed text is told as a whole. About 0.2 s. */
const REDLINE_BUDGET = 40_000_000

/** A content with where it comes from: a version, or the draft as it is or was. */
export type Compared = { content: Content; hash: string; at: Date; version: CurriculumVersionDoc | null }
export type ToldChange = Omit<ContentChange, 'from' | 'to'> & {
  parentLabel: string | null; from: string | null; to: string | null; redline: RedlinePiece[]; side: ApprovalSide | null; by: Types.ObjectId | null
}
export type Comparison = {
  from: Compared; to: Compared; total: number
  counts: { kind: ContentChangeKind; count: number }[]
  sections: { section: CurriculumSection; changes: ToldChange[] }[]
}

/** Compares two contents of a curriculum, each named by `draft` or by a version's id; null for what one may not see. */
export async function comparison(ctx: Context, id: string, from: string, to: string): Promise<Comparison | null> {
  const curriculum = ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(id))
  if (!curriculum) return null
  const [before, now] = [await comparedOf(ctx, curriculum, from), await comparedOf(ctx, curriculum, to)]
  return before && now && compare(curriculum, before, now)
}

async function comparedOf(ctx: Context, curriculum: CurriculumDoc, which: string): Promise<Compared | null> {
  if (which === 'draft') return draftOf(curriculum)
  const version = await ctx.load.curriculumVersion.find(which)
  if (!version || !version.curriculum.equals(curriculum._id)) return null
  return { content: version.content, hash: version.hash, at: version.publishedAt, version }
}

/** The draft as it now is. */
export const draftOf = ({ content, hash, updatedAt }: CurriculumDoc): Compared => ({ content, hash, at: updatedAt, version: null })

/** What changed, with the words that did and the side whose hand was the last at each element. */
export async function compare(curriculum: CurriculumDoc, from: Compared, to: Compared): Promise<Comparison> {
  const changes = from.hash === to.hash ? [] : diffOf(from.content, to.content)
  const edits = changes.length > 0 ? await lastEdits(curriculum, from.version && to.version ? new Date(Math.max(from.at.getTime(), to.at.getTime())) : null) : () => null
  const [was, is] = [namesIn(from.content), namesIn(to.content)]
  const budget = { cells: REDLINE_BUDGET }
  const told = changes.map(change => tell(change, { was, is, budget, edit: edits(change) }))
  const kinds = [...new Set(told.map(({ kind }) => kind))]
  const sections = [...new Set(told.map(({ section }) => section))]
  return {
    from, to, total: told.length,
    counts: kinds.map(kind => ({ kind, count: told.filter(one => one.kind === kind).length })),
    sections: sections.map(section => ({ section, changes: told.filter(one => one.section === section) })),
  }
}

type Names = ReturnType<typeof namesIn>

function tell(change: ContentChange, { was, is, budget, edit }: { was: Names; is: Names; budget: { cells: number }; edit: LastEdit | null }): ToldChange {
  const { kind, field } = change
  const whole = kind === 'ADDED' || kind === 'REMOVED'
  const piece = { text: change.label, kind: kind === 'ADDED' ? 'added' as const : 'removed' as const }
  const from = whole ? null : was.textOf(change.from, kind, field)
  const to = whole ? null : is.textOf(change.to, kind, field)
  const worded = kind === 'REWORDED' || (kind === 'PEOPLE' && field !== 'role')
  return {
    ...change, from, to, side: edit?.side ?? null, by: edit?.by ?? null,
    parentLabel: change.parent && (is.titleOf(change.parent) ?? was.titleOf(change.parent)),
    redline: whole ? [piece] : worded ? redline(from ?? '', to ?? '', budget) : [],
  }
}
