import type { Context } from '../../context.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import type { CurriculumDoc } from '../model.ts'
import { curriculumPolicy } from '../policy.ts'
import { CurriculumSightModel, CurriculumSnapshotModel, type CurriculumSightDoc, type CurriculumSnapshotDoc } from '../reviewModel.ts'
import { compare, draftOf, type Comparison } from './compare.ts'

/** Snapshots younger than this are left alone, for whoever is about to refer to them. */
const FRESH = 3_600_000

/**
 * Notes that the viewer has looked at the content of this hash. It is kept once for all who looked at it, for as long as
 * one of them has not looked at a newer one: there are never more copies than readers. Nothing is noted of a content that
 * is no longer there.
 */
export async function markCurriculumSeen(ctx: Context, id: string, hash: string): Promise<CurriculumDoc> {
  const curriculum = await ctx.load.curriculum.get(id)
  authorise(curriculumPolicy, 'see', ctx.viewer, curriculum)
  if (curriculum.hash !== hash) return curriculum
  const { _id, content, revision } = curriculum
  const at = ctx.now()
  await CurriculumSightModel.updateOne({ person: signedIn(ctx.viewer), curriculum: _id }, { $set: { revision, hash, at } }, { upsert: true })
  await CurriculumSnapshotModel.updateOne({ curriculum: _id, hash }, { $set: { usedAt: at }, $setOnInsert: { content } }, { upsert: true })
  const used = await CurriculumSightModel.distinct('hash', { curriculum: _id })
  await CurriculumSnapshotModel.deleteMany({ curriculum: _id, hash: { $nin: used }, usedAt: { $lt: new Date(at.getTime() - FRESH) } })
  return curriculum
}

/** What changed since the viewer last looked; null when they never did, or so long ago that it is not kept. */
export async function changedSinceSeen(ctx: Context, curriculum: CurriculumDoc): Promise<Comparison | null> {
  const sight = await CurriculumSightModel.findOne({ person: signedIn(ctx.viewer), curriculum: curriculum._id }).lean<CurriculumSightDoc>()
  if (!sight) return null
  const { hash, at } = sight
  const seen = hash === curriculum.hash ? curriculum : await CurriculumSnapshotModel.findOne({ curriculum: curriculum._id, hash }).lean<CurriculumSnapshotDoc>()
  return seen && compare(curriculum, { content: seen.content, hash, at, version: null }, draftOf(curriculum))
}
