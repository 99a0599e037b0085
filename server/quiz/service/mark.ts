import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { MarkInput } from '../../graphql.ts'
import { optional, prose, read, z } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { AppealModel } from '../appealModel.ts'
import { isOverMachine, machineMark, withMark } from '../domain/marking.ts'
import { attemptMoves, isHandedIn } from '../domain/states.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc, type MarkingDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { countUses } from './snippets.ts'

/** Marks of other questions of the same attempt that may come between reading and saving. */
const TRIES = 20

const shape = z.object({ points: z.number(), of: optional(z.number()), comment: prose(5000), reason: optional(prose(1000, 1)) })

type Sheet = AttemptDoc & { questions: AskedDoc[] }

/**
 * Marks one answer, once or again. Refuses with STALE when somebody marked it meanwhile, or it is worth other points than the
 * marker saw; with REASON_REQUIRED where the machine had marked it, or a regrade gave full credit; with NOT_COUNTED for a question without points, be it a pilot or dropped since; with UNDER_APPEAL once its learner appealed against the mark, which is then for others to settle. The
 * last answer that waited finishes the attempt.
 */
export async function markAnswer(ctx: Context, id: string, question: string, marked: number, input: MarkInput): Promise<AttemptDoc> {
  const found = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'mark', ctx.viewer, found)
  const { points, of, comment, reason } = read(shape, input)
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = (await AttemptModel.findById(found._id).select('+questions').lean<Sheet>())!
    if (!isHandedIn(attempt)) throw new Refusal('WRONG_STATE', { state: attempt.state, move: 'mark' })
    const at = attempt.questions.findIndex(one => one.id === question)
    const asked = attempt.questions[at]
    if (!asked) throw new Refusal('NOT_FOUND', {}, 'question')
    if (asked.points === 0) throw new Refusal('NOT_COUNTED', {}, 'question')
    if (of !== null && of !== asked.points) throw new Refusal('STALE')
    if (!(points >= 0 && points <= asked.points)) throw new Refusal('OUT_OF_RANGE', { min: 0, max: asked.points }, 'input.points')
    const over = isOverMachine(asked)
    if (over && !reason) throw new Refusal('REASON_REQUIRED', {}, 'input.reason')
    const mark = points / asked.points
    const before = asked.marking ?? null
    const said = { mark, comment, reason: over ? reason : null }
    if (before && before.times === marked + 1 && sameMarking(before, said)) return shown(ctx, attempt)
    if ((before?.times ?? 0) !== marked) throw new Refusal('STALE')
    if (await AppealModel.exists({ attempt: attempt._id, question })) throw new Refusal('UNDER_APPEAL')
    const marking = { ...said, was: over ? machineMark(asked) : null, by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now(), times: marked + 1 }
    const whole = withMark(attempt.questions, question, mark, attempt.passMark)
    const state = attempt.state === 'SUBMITTED' && whole.mark !== null ? move(attemptMoves, attempt.state, 'finish') : attempt.state
    const saved = await AttemptModel.findOneAndUpdate(
      { _id: attempt._id, revision: attempt.revision, [`questions.${at}.id`]: question },
      { $set: { [`questions.${at}.mark`]: mark, [`questions.${at}.marking`]: marking, ...whole, state }, $inc: { revision: 1 } }, { returnDocument: 'after' },
    ).lean<AttemptDoc>()
    if (!saved) continue
    if (state === 'FINISHED') await ctx.tell('enrolment.changed', { enrolment: String(saved.enrolment) })
    await countUses(ctx, comment, before?.comment ?? '')
    return shown(ctx, saved)
  }
  throw new Refusal('STALE')
}

const sameMarking = (a: MarkingDoc, b: Pick<MarkingDoc, 'mark' | 'comment' | 'reason'>) => a.mark === b.mark && a.comment === b.comment && a.reason === b.reason

function shown(ctx: Context, attempt: AttemptDoc): AttemptDoc {
  ctx.load.sheet.forget(attempt._id)
  ctx.load.attemptsOfEnrolment.forget()
  return ctx.load.attempt.fresh(attempt)
}
