import type { ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import type { CurriculumAbilities } from '../../graphql.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { CurriculumModel, type Content, type CurriculumDoc } from '../model.ts'
import { curriculumPolicy } from '../policy.ts'
import { settleRoom, tellRoom } from '../studio/open.ts'
import { asOfNow } from './asOfNow.ts'
import { entriesOf, isMove, writeEntries, type Happening } from './entries.ts'

/** Tries before we tell the viewer that others are faster; there are six sections to edit and two sides to approve. */
const TRIES = 8

/** What a use case makes of a curriculum: fields to set, what its history tells of it, and what is saved in the same breath. */
export type Decision = {
  set: Partial<Omit<CurriculumDoc, 'changedAt'>> & Record<string, unknown>
  tells: readonly Happening[]
  also?: (session: ClientSession, head: CurriculumDoc['head']) => Promise<void>
}

/**
 * Load, authorise, decide, save; and all of it again when somebody was faster, for what they did may leave room for
 * this. What is being typed in the studio is content before it is judged, and the studio has what was decided when this
 * returns. `decide` gives null when there is nothing to do. Refuses as `decide` does, with STALE after too many tries.
 */
export async function change(
  ctx: Context, id: string, ability: keyof CurriculumAbilities & string, decide: (curriculum: CurriculumDoc) => Decision | null | Promise<Decision | null>,
): Promise<CurriculumDoc> {
  for (let tries = 1; ; tries++) {
    await settleRoom(id)
    const curriculum = isId(id) ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
    if (!curriculum) {
      signedIn(ctx.viewer)
      throw new Refusal('NOT_FOUND')
    }
    authorise(curriculumPolicy, ability, ctx.viewer, asOfNow(ctx, curriculum))
    const decision = await decide(curriculum)
    if (!decision) return ctx.load.curriculum.fresh(curriculum)
    try {
      const saved = await saveDecision(ctx, curriculum, decision)
      await tellRoom(saved)
      return ctx.load.curriculum.fresh(saved)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}

/**
 * Saves what was decided about exactly this revision, together with the entries of its history: both or neither. Two at
 * once cannot both follow the same entry, for the later finds another revision. A move is told to who listens. Refuses with STALE when somebody was faster.
 */
export async function saveDecision(ctx: Context, curriculum: CurriculumDoc, { set, tells, also }: Decision): Promise<CurriculumDoc> {
  const { _id, revision } = curriculum
  const entries = entriesOf(ctx, curriculum, tells, set.hash ?? curriculum.hash)
  const { seq, hash } = entries.at(-1) ?? curriculum.head
  const done = await inTransaction(async session => {
    const { content, ...rest } = set
    const saved = await saveIf<CurriculumDoc>(CurriculumModel, _id, { revision }, { ...rest, head: { seq, hash }, updatedAt: ctx.now() }, session)
    if (content) await putContent(_id, content, session)
    await writeEntries(entries, session)
    await also?.(session, { seq, hash })
    return content ? { ...saved, content } : saved
  })
  for (const { kind } of entries.filter(isMove)) await ctx.tell('curriculum.moved', { curriculum: String(_id), move: kind })
  return done
}

/**
 * A content comes from `patched` or from the studio's `toContent`, both of which let nothing else through: Mongoose need
 * not cast and validate each of its thousand parts again, which for the largest curriculum holds up everybody in the
 * studio for 120 ms (`npm run bench -- curriculum`).
 */
async function putContent(_id: CurriculumDoc['_id'], content: Content, session: ClientSession): Promise<void> {
  await CurriculumModel.collection.updateOne({ _id }, { $set: { content } }, { session, ignoreUndefined: true })
}
