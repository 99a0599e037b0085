import type { Context } from '../../context.ts'
import type { GradingInput } from '../../graphql.ts'
import { prose, read, z } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { gradingFaults, markByShareOfPoints } from '../domain/rubric.ts'
import { submissionMoves } from '../domain/submission.ts'
import { SubmissionModel, type SubmissionDoc } from '../model.ts'
import { workPolicy } from '../policy.ts'

/** Gradings kept of one submission; the oldest go. Default, ours. */
const GRADINGS_KEPT = 50

const shape = z.object({
  comment: prose(5000),
  criteria: z.array(z.object({ criterion: z.string().max(40), level: z.string().max(40), comment: prose(2000) })).max(40),
})

/** The submission, if the viewer judges it. One's own is refused by name, for whoever teaches a class they also learn in. */
async function toJudge(ctx: Context, id: string): Promise<SubmissionDoc> {
  const submission = await ctx.load.submission.get(id)
  if (ctx.viewer.id === String(submission.person) && ctx.viewer.teaching.has(String(submission.class))) throw new Refusal('OWN_SUBMISSION')
  authorise(workPolicy, 'judge', ctx.viewer, submission)
  return submission
}

/** Gives the work back to be mended, with what is missing, at most as often as the practicum says. */
export async function returnSubmission(ctx: Context, id: string, revision: number, reason: string): Promise<SubmissionDoc> {
  const submission = await toJudge(ctx, id)
  const state = move(submissionMoves, submission.state, 'return')
  const why = read(prose(5000, 1), reason, 'reason')
  const { revisionsAllowed } = await ctx.load.practicum.get(submission.practicum)
  if (submission.returns >= revisionsAllowed) throw new Refusal('NO_REVISIONS_LEFT', { allowed: revisionsAllowed })
  const step = { at: ctx.now(), by: ctx.viewer.id, move: 'return', reason: why }
  const saved = await saveIf<SubmissionDoc>(SubmissionModel, submission._id, { revision, state: submission.state }, {
    $set: { state }, $push: { history: step }, $inc: { returns: 1 },
  })
  await ctx.tell('enrolment.changed', { enrolment: String(saved.enrolment) })
  return ctx.load.submission.fresh(saved)
}

/** Grades by the rubric the work was handed in under. A later grading is added; the last counts. */
export async function grade(ctx: Context, id: string, revision: number, input: GradingInput): Promise<SubmissionDoc> {
  const submission = await toJudge(ctx, id)
  const state = move(submissionMoves, submission.state, 'grade')
  const { criteria, comment } = read(shape, input)
  const rubric = submission.rubric ?? { criteria: [] }
  const faults = gradingFaults(rubric, criteria)
  if (faults.length > 0) throw Refusal.of(faults.map(fault => ({ ...fault, field: `input.${fault.field}` })))
  const mark = markByShareOfPoints(rubric, criteria)
  const at = ctx.now()
  const saved = await saveIf<SubmissionDoc>(SubmissionModel, submission._id, { revision, state: submission.state }, {
    $set: { state, mark },
    $push: {
      gradings: { $each: [{ at, by: ctx.viewer.id, mark, comment, criteria }], $slice: -GRADINGS_KEPT },
      history: { $each: [{ at, by: ctx.viewer.id, move: 'grade', reason: null }], $slice: -4 * GRADINGS_KEPT },
    },
  })
  await ctx.tell('enrolment.changed', { enrolment: String(saved.enrolment) })
  return ctx.load.submission.fresh(saved)
}
