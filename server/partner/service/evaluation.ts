import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AgreementEvaluationInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { day, line, optional, prose, read, whole, z } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { isSigned } from '../domain/agreement.ts'
import { AgreementModel, type AgreementDoc, type EvaluationDoc } from '../model.ts'
import { movePolicy } from '../policy.ts'

/** Scores run from 1, not met, to 4, fully met. Default, ours. */
const SCORE_MAX = 4

const shape = z.object({
  on: day,
  findings: prose(8000, 1),
  objectives: z.array(z.object({ objective: line(300), score: whole(1, SCORE_MAX), note: optional(line(500)) })).min(1).max(20),
  decision: z.enum(['CONTINUE', 'AMEND', 'END']),
})

/** Adds an evaluation to the record of a signed agreement; what was recorded stays. One a day. */
export async function recordEvaluation(ctx: Context, id: string, revision: number, input: AgreementEvaluationInput): Promise<AgreementDoc> {
  const agreement = await ctx.load.agreement.get(id)
  authorise(movePolicy, 'evaluate', ctx.viewer, agreement)
  const given = read(shape, input)
  const today = dayOf(ctx.now())
  if (!isSigned(agreement.state)) throw new Refusal('WRONG_STATE', { state: agreement.state, move: 'evaluate' })
  if (given.on < agreement.startsOn) throw new Refusal('OUT_OF_RANGE', { min: agreement.startsOn }, 'input.on')
  if (given.on > today) throw new Refusal('OUT_OF_RANGE', { max: today }, 'input.on')
  const before = agreement.evaluations ?? []
  if (before.some(({ on }) => on === given.on)) throw new Refusal('EVALUATION_THAT_DAY', {}, 'input.on')
  if (agreement.revision !== revision) throw new Refusal('STALE', { revision: agreement.revision })
  const evaluation: EvaluationDoc = { _id: new Types.ObjectId(), ...given, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now() }
  const evaluations = [...before, evaluation].sort((a, b) => a.on.localeCompare(b.on))
  return ctx.load.agreement.fresh(await saveIf<AgreementDoc>(AgreementModel, agreement._id, { revision, state: agreement.state }, { evaluations }))
}

/** The mean of the scores, 1 to 4, unrounded. */
export const meanOf = ({ objectives }: EvaluationDoc): number => objectives.reduce((sum, { score }) => sum + score, 0) / objectives.length
