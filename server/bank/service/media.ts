import type { Context } from '../../context.ts'
import { claimFile, releaseFile } from '../../file/index.ts'
import type { QuestionBodyInput } from '../../graphql.ts'
import { sanitise } from '../../lib/sanitise.ts'
import { Refusal } from '../../lib/refusal.ts'
import { mediaIn, mediaOf } from '../domain/media.ts'
import type { MediaKind, Question } from '../domain/question.ts'

/** What a file of a question is kept for. It stays: attempts and versions show what was asked. */
export const MEDIA = 'question'
/** Pictures and sounds one question may bring along at once. Default, ours. */
const MEDIA_MAX = 30
/** What every browser shows; a telephone's HEIC is not among it. */
const kindOf = (type: string): MediaKind | null => (/^image\/(png|jpeg|webp)$/.test(type) ? 'PICTURE' : /^audio\/(mpeg|mp4|x-m4a|ogg|wav)$/.test(type) ? 'SOUND' : null)

/**
 * Takes the files a question newly names into use: finished uploads of the viewer's own, or such as they took into use for
 * questions before. Another's, or one kept for something else, is NOT_FOUND: naming a file never gives sight of it. What
 * the question had before is not asked for again: another author's pictures stay when somebody mends a word.
 */
export async function claimMedia(ctx: Context, body: QuestionBodyInput, before?: Question, prefix = 'input.question'): Promise<Map<string, MediaKind>> {
  const had = before ? mediaOf(before) : new Map<string, MediaKind>()
  const named = new Map<string, string>()
  const name = (file: string, field: string) => { if (!had.has(file)) named.set(file, `${prefix}.${field}`) }
  for (const field of ['text', 'feedback'] as const) for (const { file } of mediaIn(sanitise((body[field] ?? '').slice(0, 50_000), { media: true }))) name(file, field)
  for (const [at, choice] of (body.choices ?? []).entries()) if (choice.media) name(choice.media.file, `choices.${at}.media`)
  if (body.hotspot?.image) name(body.hotspot.image, 'hotspot.image')
  if (named.size > MEDIA_MAX) throw new Refusal('TOO_MANY_FILES', { max: MEDIA_MAX }, `${prefix}.text`)
  const known = new Map(had)
  for (const [id, field] of named) {
    const file = await claimFile(ctx, id, { purpose: MEDIA, field })
    const kind = kindOf(file.type)
    if (!kind) {
      await releaseFile(ctx, file)
      throw new Refusal('FILE_TYPE_REFUSED', { name: file.name, type: file.type }, field)
    }
    known.set(String(file._id), kind)
  }
  return known
}
