import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { curriculumPolicy, type CurriculumDoc } from '../../curriculum/index.ts'
import { ifSeen, signedIn } from '../../lib/policy.ts'
import { OriginModel, type OriginDoc } from '../model.ts'

/** Keeps what a curriculum was begun with; once, whatever is said later. */
export async function rememberOrigin(ctx: Context, { _id, hash }: CurriculumDoc, of: { kind: OriginDoc['kind']; label: string; source: Types.ObjectId | null }): Promise<void> {
  await OriginModel.updateOne({ curriculum: _id }, { $setOnInsert: { ...of, hash, by: signedIn(ctx.viewer), at: ctx.now() } }, { upsert: true })
}

/** What a curriculum was begun with, or null. */
export const originOf = async ({ _id }: CurriculumDoc): Promise<OriginDoc | null> => OriginModel.findOne({ curriculum: _id }).lean<OriginDoc>()

/** The curriculum it was taken from, if the viewer may see it. */
export const sourceOf = async (ctx: Context, { source }: OriginDoc): Promise<CurriculumDoc | null> => (source ? ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(source)) : null)

/** What it is called: of another partner's curriculum not even that. */
export const labelOf = async (ctx: Context, origin: OriginDoc): Promise<string | null> => (!origin.source || (await sourceOf(ctx, origin)) ? origin.label : null)
