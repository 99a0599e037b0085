import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AppealDecision } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { decisionShape } from '../appealInput.ts'
import { AppealModel, type AppealDoc } from '../appealModel.ts'
import { judgePolicy } from '../appealPolicy.ts'
import { appealMoves, isMore } from '../domain/appeal.ts'
import { withMark } from '../domain/marking.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { tellLearner } from './appealTell.ts'

type Sheet = AttemptDoc & { questions: AskedDoc[] }
type Change = { newPoints: number | null; reasons: string }

/**
 * Decides an appeal: with more points than there are now, which then count, or not. Both are saved together, and the learner
 * is told. The very same decision again is the one there is. Refuses with NOT_COUNTED to give points for what was dropped since.
 */
export async function decideAppeal(ctx: Context, id: string, revision: number, input: AppealDecision): Promise<AppealDoc> {
  const appeal = await ctx.load.appeal.get(id)
  authorise(judgePolicy, 'judge', ctx.viewer, appeal)
  const { uphold, points, reasons } = read(decisionShape, input)
  if (uphold && points === null) throw new Refusal('REQUIRED', {}, 'input.points')
  const change: Change = { newPoints: uphold ? points : null, reasons }
  if (isSame(appeal, signedIn(ctx.viewer), change)) return appeal
  const state = move(appealMoves, appeal.state, uphold ? 'uphold' : 'dismiss')
  const decided = { ...change, state, decidedBy: new Types.ObjectId(signedIn(ctx.viewer)), decidedAt: ctx.now() }
  const saved = await inTransaction(async session => {
    const done = await saveIf<AppealDoc>(AppealModel, appeal._id, { revision, state: 'OPEN' }, decided, session)
    const attempt = (await AttemptModel.findById(appeal.attempt).select('+questions').session(session).lean<Sheet>())!
    if (uphold) {
      const { matchedCount } = await AttemptModel.updateOne({ _id: attempt._id, revision: attempt.revision }, marked(attempt, appeal.question, points!, decided), { session })
      if (matchedCount === 0) throw new Refusal('STALE')
    }
    await tellLearner(ctx, done, session)
    return done
  })
  if (uphold) await settled(ctx, saved)
  return ctx.load.appeal.fresh(saved)
}

const isSame = ({ state, decidedBy, newPoints, reasons }: AppealDoc, by: string, change: Change) =>
  state !== 'OPEN' && String(decidedBy) === by && newPoints === change.newPoints && reasons === change.reasons

/** The attempt with the points given instead: a mark by a person, over the machine's where that was a machine. */
function marked({ questions, passMark }: Sheet, question: string, points: number, { reasons, decidedBy, decidedAt }: Change & { decidedBy: Types.ObjectId; decidedAt: Date }) {
  const at = questions.findIndex(({ id }) => id === question)
  const asked = questions[at]!
  if (asked.points === 0) throw new Refusal('NOT_COUNTED', {}, 'input.points')
  const now = (asked.mark ?? 0) * asked.points
  if (!isMore(points, now, asked.points)) throw new Refusal('OUT_OF_RANGE', { min: now, max: asked.points }, 'input.points')
  const before = asked.marking ?? null
  const byMachine = before === null || before.was !== null
  const mark = points / asked.points
  const marking = {
    mark, comment: before?.comment ?? '', reason: byMachine ? reasons : null, was: byMachine ? before?.was ?? asked.mark : null,
    by: decidedBy, at: decidedAt, times: (before?.times ?? 0) + 1,
  }
  return { $set: { [`questions.${at}.mark`]: mark, [`questions.${at}.marking`]: marking, ...withMark(questions, question, mark, passMark) }, $inc: { revision: 1 } }
}

async function settled(ctx: Context, { attempt: id }: AppealDoc): Promise<void> {
  const attempt = (await AttemptModel.findById(id).lean<AttemptDoc>())!
  ctx.load.sheet.forget(id)
  ctx.load.attempt.fresh(attempt)
  ctx.load.attemptsOfEnrolment.forget()
  await ctx.tell('enrolment.changed', { enrolment: String(attempt.enrolment) })
}
