import { Types, type ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import type { CurriculumAbilities } from '../../graphql.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import type { CurriculumMove, CurriculumState } from '../domain/workflow.ts'
import { CurriculumModel, type CurriculumDoc, type CurriculumStepDoc } from '../model.ts'
import { curriculumPolicy } from '../policy.ts'

/** Steps that are kept. */
const HISTORY_MAX = 200
/** Tries before we tell the viewer that others are faster; there are six sections to edit and two sides to approve. */
const TRIES = 8

/** What a use case makes of a curriculum: fields to set, and what is saved in the same breath. */
export type Decision = { set: Partial<Omit<CurriculumDoc, 'changedAt'>> & Record<string, unknown>; also?: (session: ClientSession) => Promise<void> }

/**
 * Load, authorise, decide, save; and all of it again when somebody was faster, for what they did may leave room for
 * this. `decide` gives null when there is nothing to do. Refuses as `decide` does, with STALE after too many tries.
 */
export async function change(
  ctx: Context, id: string, ability: keyof CurriculumAbilities & string, decide: (curriculum: CurriculumDoc) => Decision | null | Promise<Decision | null>,
): Promise<CurriculumDoc> {
  for (let tries = 1; ; tries++) {
    const curriculum = isId(id) ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
    if (!curriculum) {
      signedIn(ctx.viewer)
      throw new Refusal('NOT_FOUND')
    }
    authorise(curriculumPolicy, ability, ctx.viewer, curriculum)
    const decision = await decide(curriculum)
    if (!decision) return ctx.load.curriculum.fresh(curriculum)
    try {
      return ctx.load.curriculum.fresh(await saveDecision(ctx, curriculum, decision))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}

/** Saves what was decided about exactly this revision. Refuses with STALE when somebody was faster. */
export function saveDecision(ctx: Context, { _id, revision }: CurriculumDoc, { set, also }: Decision): Promise<CurriculumDoc> {
  const fields = { ...set, updatedAt: ctx.now() }
  if (!also) return saveIf<CurriculumDoc>(CurriculumModel, _id, { revision }, fields)
  return inTransaction(async session => {
    const saved = await saveIf<CurriculumDoc>(CurriculumModel, _id, { revision }, fields, session)
    await also(session)
    return saved
  })
}

/** The history with one step more. */
export function withStep(ctx: Context, { history }: CurriculumDoc, move: CurriculumMove, to: CurriculumState, reason: string | null = null): CurriculumStepDoc[] {
  return [...history, { at: ctx.now(), by: new Types.ObjectId(signedIn(ctx.viewer)), move, to, reason }].slice(-HISTORY_MAX)
}
