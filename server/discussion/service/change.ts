import { Types, type ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { CurriculumModel, type CurriculumDoc } from '../../curriculum/index.ts'
import type { ThreadAbilities } from '../../graphql.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { STEPS_MAX, type ThreadAct } from '../domain/thread.ts'
import { ThreadModel, type Talk, type ThreadDoc, type ThreadStepDoc } from '../model.ts'
import { sideOf, threadPolicy } from '../policy.ts'

/** Tries before we tell the viewer that others are faster. */
const TRIES = 8

/** What a use case makes of a thread: fields to set, and who is told in the same breath. */
export type Decision = { set: Partial<ThreadDoc>; also?: (saved: ThreadDoc, session: ClientSession) => Promise<void> }

/** A thread with its curriculum, as they are now. Refuses with NOT_FOUND what the viewer may not see. */
export async function talkOf(ctx: Context, id: string, ability: keyof ThreadAbilities & string): Promise<Talk> {
  const thread = isId(id) ? await ThreadModel.findById(id).lean<ThreadDoc>() : null
  const curriculum = thread && (await CurriculumModel.findById(thread.curriculum).lean<CurriculumDoc>())
  if (!thread || !curriculum) {
    signedIn(ctx.viewer)
    throw new Refusal('NOT_FOUND')
  }
  authorise(threadPolicy, ability, ctx.viewer, { thread, curriculum })
  return { thread, curriculum }
}

/**
 * Load, authorise, decide, save; and all of it again when somebody was faster. `decide` gives null when there is nothing
 * to do. Refuses as `decide` does, of an archived curriculum with WRONG_STATE, with STALE after too many tries.
 */
export async function changeThread(
  ctx: Context, id: string, ability: keyof ThreadAbilities & string, decide: (talk: Talk) => Decision | null | Promise<Decision | null>,
): Promise<ThreadDoc> {
  for (let tries = 1; ; tries++) {
    const talk = await talkOf(ctx, id, ability)
    refuseArchived(talk.curriculum)
    const decision = await decide(talk)
    if (!decision) return ctx.load.thread.fresh(talk.thread)
    try {
      return ctx.load.thread.fresh(await save(ctx, talk.thread, decision))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}

function save(ctx: Context, { _id, revision }: ThreadDoc, { set, also }: Decision): Promise<ThreadDoc> {
  return inTransaction(async session => {
    const saved = await saveIf<ThreadDoc>(ThreadModel, _id, { revision }, { ...set, updatedAt: ctx.now() }, session)
    await also?.(saved, session)
    return saved
  })
}

/** What was put away is read, and spoken about no more. */
export function refuseArchived({ state }: Pick<CurriculumDoc, 'state'>): void {
  if (state === 'ARCHIVED') throw new Refusal('WRONG_STATE', { state, move: 'comment' })
}

/** Who speaks, and for whom. Throws RangeError for a viewer who speaks for nobody: that was asked before. */
export function speakerOf(ctx: Context, curriculum: CurriculumDoc) {
  const side = sideOf(ctx.viewer, curriculum)
  if (!side) throw new RangeError('speaks for no side')
  return { by: new Types.ObjectId(signedIn(ctx.viewer)), side }
}

/** The history with one step more. */
export const withStep = (ctx: Context, { thread, curriculum }: Talk, act: ThreadAct): ThreadStepDoc[] =>
  [...thread.history, { at: ctx.now(), act, ...speakerOf(ctx, curriculum) }].slice(-STEPS_MAX)

/** Those who take part, with some more. */
export const withParticipants = ({ participants }: Pick<ThreadDoc, 'participants'>, ...more: readonly Types.ObjectId[]): Types.ObjectId[] =>
  [...new Map([...participants, ...more].map(id => [String(id), id])).values()]
