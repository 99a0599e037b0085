import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { ownSidesOf } from '../../curriculum/index.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { driftMoves } from '../domain/standing.ts'
import { DriftModel, type DriftDoc } from '../model.ts'
import { driftPolicy } from '../policy.ts'
import { watch } from './watch.ts'

/** Tries before the viewer is told that others are faster: there are two sides. */
const TRIES = 3

/**
 * One side's acceptance of exactly the drift with this hash; both sides' make it ACCEPTED. Looked at anew first: one that
 * was mended meanwhile is refused as WRONG_STATE. Sent twice, the second changes nothing.
 */
export async function acceptDrift(ctx: Context, id: string, hash: string): Promise<DriftDoc> {
  const seen = await ctx.load.drift.get(id)
  authorise(driftPolicy, 'accept', ctx.viewer, seen)
  await watch(ctx, await ctx.load.course.get(seen.course))
  for (let tries = 1; ; tries++) {
    const drift = (await DriftModel.findById(seen._id).lean<DriftDoc>())!
    if (drift.hash !== hash) throw new Refusal('STALE', { hash: drift.hash })
    const sides = ownSidesOf(ctx.viewer, drift)
    const side = sides.find(one => !drift.acceptances.some(given => given.side === one && given.hash === hash))
    if (!side) return ctx.load.drift.fresh(drift)
    const accepted = move(driftMoves, drift.state, 'accept')
    const acceptances = [...drift.acceptances, { side, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), hash }]
    const state = new Set(acceptances.map(given => given.side)).size === 2 ? accepted : drift.state
    try {
      return ctx.load.drift.fresh(await saveIf<DriftDoc>(DriftModel, drift._id, { revision: drift.revision, state: drift.state }, { acceptances, state }))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}
