import type { ClientSession, Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { NoticeKind } from '../../graphql.ts'
import { notify } from '../../notice/index.ts'
import { fullName } from '../../people/index.ts'
import type { Talk, ThreadCommentDoc, ThreadDoc } from '../model.ts'
import { speakersOf } from './mentionable.ts'

/** Letters of what was said that a notice repeats. */
const EXCERPT = 140

const linkOf = ({ _id, curriculum }: ThreadDoc) => `/kurikulum/${String(curriculum)}/diskusi?utas=${String(_id)}`
const excerptOf = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text)

async function factsOf(ctx: Context, { curriculum }: Talk, text: string) {
  const person = await ctx.load.person.get(ctx.viewer.id!)
  return { person: fullName(person), curriculum: curriculum.content.title, text: excerptOf(text) }
}

/** Tells those who are named, and those who take part otherwise, of a comment. Nobody twice, nobody who left. */
export async function tellOfComment(ctx: Context, talk: Talk, comment: ThreadCommentDoc, session: ClientSession): Promise<void> {
  const { thread, curriculum } = talk
  const speakers = await speakersOf(curriculum)
  const named = comment.mentions.map(String).filter(id => id !== String(comment.by))
  const others = thread.participants.map(String).filter(id => id !== String(comment.by) && !named.includes(id) && speakers.has(id))
  const told = { facts: await factsOf(ctx, talk, comment.text), link: linkOf(thread), key: `thread:${String(thread._id)}:${String(comment._id)}`, session }
  if (named.length > 0) await notify(ctx, { ...told, to: named, kind: 'DISCUSSION_MENTION' })
  if (others.length > 0) await notify(ctx, { ...told, to: others, kind: 'DISCUSSION_REPLY' })
}

/** Tells who suggested something what became of it. */
export async function tellOfDecision(
  ctx: Context, talk: Talk, to: Types.ObjectId, kind: Extract<NoticeKind, 'SUGGESTION_ACCEPTED' | 'SUGGESTION_DECLINED'>, text: string, session: ClientSession,
): Promise<void> {
  if (String(to) === ctx.viewer.id) return
  await notify(ctx, { to: [to], kind, facts: await factsOf(ctx, talk, text), link: linkOf(talk.thread), key: `thread:${String(talk.thread._id)}:decided`, session })
}
