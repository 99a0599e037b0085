import { takesFile, type Answer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import { claimFile, releaseFile } from '../../file/index.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { AskedDoc, AttemptDoc } from '../model.ts'
import { lateOf } from './lateAnswers.ts'

/** What a file handed in as an answer is kept for: one attempt's. */
export const answerPurpose = ({ _id }: AttemptDoc): string => `answer:${String(_id)}`

/**
 * Takes the files of an answer into use: finished uploads of the viewer's own, of a type the question takes. Another's, or
 * one kept for something else, is NOT_FOUND. Safe to repeat.
 */
export async function claimAnswer(ctx: Context, attempt: AttemptDoc, { file: wanted }: AskedDoc, answer: Answer | null): Promise<void> {
  for (const id of answer?.files ?? []) {
    const file = await claimFile(ctx, id, { purpose: answerPurpose(attempt), field: 'answer.files' })
    if (takesFile(wanted!.accept, file.type)) continue
    await releaseFile(ctx, file)
    throw new Refusal('FILE_TYPE_REFUSED', { name: file.name, type: file.type }, 'answer.files')
  }
}

/** Gives up those of these files that no answer of the attempt names: taken out, or never saved. */
export async function releaseUnnamed(ctx: Context, attempt: AttemptDoc, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  ctx.load.sheet.forget(attempt._id)
  const [sheet, late] = await Promise.all([ctx.load.sheet.of(attempt._id), lateOf(attempt)])
  const named = new Set([...sheet, ...late].flatMap(({ answer }) => answer?.files ?? []))
  for (const id of ids) {
    const file = named.has(id) ? null : await ctx.load.file.find(id)
    if (file?.purpose === answerPurpose(attempt)) await releaseFile(ctx, file)
  }
}
