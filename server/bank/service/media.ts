import type { ClientSession, Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { takeFiles, usableFile } from '../../file/index.ts'
import type { QuestionBodyInput } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { signedIn } from '../../lib/policy.ts'
import { sanitise } from '../../lib/sanitise.ts'
import { Refusal } from '../../lib/refusal.ts'
import { mediaIn, mediaKindOf, mediaOf, textsOf } from '../domain/media.ts'
import type { MediaKind, Question } from '../domain/question.ts'
import { BankVersionModel } from '../model.ts'

/** What a file of a question is kept for. It stays: attempts and versions show what was asked. */
export const MEDIA = 'question'
/** What a file is kept for that came with a preview, until that is taken in or is of yesterday. */
export const PREVIEWED = 'question-preview'
/** Pictures and sounds one question may bring along at once. Default, ours. */
const MEDIA_MAX = 30

/**
 * The pictures and sounds a question names, each as what it is; nothing is taken yet, as the question is still to be judged.
 * What it newly names must be finished uploads of the viewer's own, or such as they used in questions before. Another's, or
 * one kept for something else, is NOT_FOUND: naming a file never gives sight of it. What the question had before is not
 * asked for again: another author's pictures stay when somebody mends a word.
 */
export async function knownMedia(ctx: Context, body: QuestionBodyInput, before?: Question, prefix = 'input.question'): Promise<Map<string, MediaKind>> {
  const had = before ? mediaOf(before) : new Map<string, MediaKind>()
  const named = new Map<string, string>()
  const name = (file: string, field: string) => { if (!had.has(file)) named.set(file, `${prefix}.${field}`) }
  for (const { field, html } of textsOf(wordsOf(body))) for (const { file } of mediaIn(sanitise(html.slice(0, 50_000), { media: true }))) name(file, field)
  for (const [at, choice] of (body.choices ?? []).entries()) if (choice.media) name(choice.media.file, `choices.${at}.media`)
  if (body.hotspot?.image) name(body.hotspot.image, 'hotspot.image')
  if (named.size > MEDIA_MAX) throw new Refusal('TOO_MANY_FILES', { max: MEDIA_MAX }, `${prefix}.text`)
  const known = new Map(had)
  for (const [id, field] of named) {
    const file = await usableFile(ctx, id, { purpose: MEDIA, field })
    const kind = mediaKindOf(file.type)
    if (!kind) throw new Refusal('FILE_TYPE_REFUSED', { name: file.name, type: file.type }, field)
    known.set(String(file._id), kind)
  }
  return known
}

/** Takes into use what a question names and did not before, in the step that saves it: a question that is refused takes nothing. */
export async function takeMedia(ctx: Context, session: ClientSession, question: Question, before?: Question): Promise<void> {
  const had = before ? mediaOf(before) : new Map()
  await takeFiles(signedIn(ctx.viewer), [...mediaOf(question).keys()].filter(file => !had.has(file)), { from: [null], purpose: MEDIA }, session)
}

/** Takes into use what an import brings, in the step that saves it: all or none. */
export const takeBrought = (ctx: Context, session: ClientSession, questions: readonly Question[]): Promise<void> =>
  takeFiles(signedIn(ctx.viewer), [...new Set(questions.flatMap(question => [...mediaOf(question).keys()]))], { from: [PREVIEWED], purpose: MEDIA }, session)

/** Whether a question of the bank names a file in any of its versions: asked of the store, which hands over none of them. */
export async function namesFile(bankQuestion: Types.ObjectId, file: string): Promise<boolean> {
  if (!isId(file)) return false
  const rich = { $regex: `<(img|audio) data-file="${file}"` }
  const said = ['text', 'feedback', 'choices.feedback', 'patterns.feedback', ...['right', 'partly', 'wrong'].map(outcome => `outcomeFeedback.${outcome}`)]
  const places = [...said.map(field => ({ [`question.${field}`]: rich })), { 'question.choices.media.file': file }, { 'question.hotspot.image': file }]
  return (await BankVersionModel.exists({ bankQuestion, $or: places })) !== null
}

/** What of a body may hold pictures; more choices or patterns than a question may have are refused with it. */
const wordsOf = ({ text, feedback, choices, patterns, outcomeFeedback }: QuestionBodyInput) => {
  const told = (list: readonly { feedback?: string | null }[] | null | undefined) => (list ?? []).slice(0, 20).map(one => ({ feedback: one.feedback ?? '' }))
  return { text, feedback: feedback ?? '', choices: told(choices), patterns: told(patterns), outcomeFeedback: outcomeFeedback && { right: outcomeFeedback.right ?? '', partly: outcomeFeedback.partly ?? '', wrong: outcomeFeedback.wrong ?? '' } }
}
