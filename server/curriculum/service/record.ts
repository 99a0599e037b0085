import type { ClientSession, Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { Refusal } from '../../lib/refusal.ts'
import { CurriculumModel, type CurriculumDoc } from '../model.ts'
import { saveDecision } from './change.ts'
import type { Happening } from './entries.ts'

const TRIES = 8

/**
 * Writes into a curriculum's history what another domain did with it; `also` is saved in the same breath. Whether the
 * viewer may was asked by the caller. Refuses with NOT_FOUND, and with STALE when others are faster again and again.
 */
export async function recordEntry(
  ctx: Context, id: string | Types.ObjectId, happening: Happening, also?: (session: ClientSession) => Promise<void>,
): Promise<CurriculumDoc> {
  for (let tries = 1; ; tries++) {
    const curriculum = await CurriculumModel.findById(id).lean<CurriculumDoc>()
    if (!curriculum) throw new Refusal('NOT_FOUND')
    try {
      return ctx.load.curriculum.fresh(await saveDecision(ctx, curriculum, { set: {}, tells: [happening], also }))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}
