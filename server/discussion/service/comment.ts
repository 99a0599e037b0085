import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { read } from '../../lib/input.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { COMMENTS_MAX, EARLIER_MAX } from '../domain/thread.ts'
import { saidShape } from '../input.ts'
import type { ThreadCommentDoc, ThreadDoc } from '../model.ts'
import { changeThread, speakerOf, withParticipants } from './change.ts'
import { readMentions } from './mentionable.ts'
import { tellOfComment } from './tell.ts'

const refuseResolved = ({ state }: ThreadDoc) => {
  if (state !== 'OPEN') throw new Refusal('WRONG_STATE', { state, move: 'comment' })
}

/** Answers in a thread that is open. Sent twice in a row, it is said once. */
export const addComment = (ctx: Context, id: string, words: string, named: readonly string[]): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'comment', async talk => {
    const { thread, curriculum } = talk
    const { text, mentions } = read(saidShape, { text: words, mentions: named }, '')
    const speaker = speakerOf(ctx, curriculum)
    const last = thread.comments.at(-1)
    if (last && !last.deletedAt && last.by.equals(speaker.by) && last.text === text) return null
    refuseResolved(thread)
    if (thread.comments.length >= COMMENTS_MAX) throw new Refusal('THREAD_FULL', { max: COMMENTS_MAX })
    const comment = { _id: new Types.ObjectId(), at: ctx.now(), ...speaker, text, mentions: await readMentions(curriculum, mentions, 'mentions'), editedAt: null, deletedAt: null, earlier: [] }
    return {
      set: { comments: [...thread.comments, comment], participants: withParticipants(thread, speaker.by, ...comment.mentions) },
      also: (saved, session) => tellOfComment(ctx, { thread: saved, curriculum }, comment, session),
    }
  })

/** One's own comment in a thread that is open. Refuses another's with FORBIDDEN, one that is not there with NOT_FOUND. */
function ownComment(ctx: Context, thread: ThreadDoc, id: string): ThreadCommentDoc {
  const comment = thread.comments.find(({ _id }) => String(_id) === id)
  if (!comment) throw new Refusal('NOT_FOUND', {}, 'comment')
  if (String(comment.by) !== signedIn(ctx.viewer)) throw new Refusal('FORBIDDEN')
  refuseResolved(thread)
  return comment
}

const replaced = ({ comments }: ThreadDoc, changed: ThreadCommentDoc) => comments.map(one => (one._id.equals(changed._id) ? changed : one))

/** Says one's own comment otherwise; what stood before is kept. Those newly named are told. */
export const editComment = (ctx: Context, id: string, commentId: string, words: string, named: readonly string[]): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'comment', async ({ thread, curriculum }) => {
    const comment = ownComment(ctx, thread, commentId)
    const { text, mentions } = read(saidShape, { text: words, mentions: named }, '')
    if (comment.deletedAt) throw new Refusal('NOT_FOUND', {}, 'comment')
    const people = await readMentions(curriculum, mentions, 'mentions')
    if (comment.text === text && comment.mentions.map(String).join() === people.map(String).join()) return null
    const earlier = [...comment.earlier, { at: comment.editedAt ?? comment.at, text: comment.text }].slice(-EARLIER_MAX)
    const changed = { ...comment, text, mentions: people, editedAt: ctx.now(), earlier }
    return {
      set: { comments: replaced(thread, changed), participants: withParticipants(thread, ...people) },
      also: (saved, session) => tellOfComment(ctx, { thread: { ...saved, participants: [] }, curriculum }, changed, session),
    }
  })

/** Takes one's own comment out of sight. That there was one stays visible; the store keeps what it said. */
export const deleteComment = (ctx: Context, id: string, commentId: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'comment', ({ thread }) => {
    const comment = ownComment(ctx, thread, commentId)
    if (comment.deletedAt) return null
    return { set: { comments: replaced(thread, { ...comment, deletedAt: ctx.now() }) } }
  })
