import { randomBytes } from 'node:crypto'
import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { CertificateModel } from '../../certificate/index.ts'
import { classStatus, type EnrolmentDoc } from '../../course/index.ts'
import type { CourseReactionInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { prose, read, whole, z } from '../../lib/input.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { AnsweredModel, ReactionModel, reactionItems } from '../model.ts'
import { reactionPolicy } from '../policy.ts'

const shape = z.object({
  scores: z.array(z.object({ item: z.enum(reactionItems), score: whole(1, 5) })).length(reactionItems.length),
  text: prose(2000),
})

/** Whether the course is over for them: its class has ended, or they have their certificate. */
async function isOver(ctx: Context, enrolment: EnrolmentDoc): Promise<boolean> {
  if (enrolment.state !== 'ENROLLED') return false
  if (classStatus(await ctx.load.class.get(enrolment.class), dayOf(ctx.now())) === 'FINISHED') return true
  return (await CertificateModel.exists({ enrolment: enrolment._id, state: 'VALID' })) !== null
}

/** Whether the viewer may answer the questionnaire of an enrolment, and whether they did; null when it is not theirs. */
export async function reactionStanding(ctx: Context, enrolment: EnrolmentDoc) {
  if (!reactionPolicy.give(ctx.viewer, enrolment)) return null
  const given = (await ctx.load.answered.of(enrolment._id)).length > 0
  return { given, open: !given && (await isOver(ctx, enrolment)) }
}

/**
 * Keeps what a learner thinks of a course that is over for them, apart from who they are: the answer bears a random id and
 * the day alone. Sent twice, the first stays. Refuses with COURSE_NOT_OVER.
 */
export async function giveReaction(ctx: Context, id: string, input: CourseReactionInput): Promise<EnrolmentDoc> {
  const enrolment = await ctx.load.enrolment.get(id)
  authorise(reactionPolicy, 'give', ctx.viewer, enrolment)
  const { scores, text } = read(shape, input)
  if (new Set(scores.map(({ item }) => item)).size !== reactionItems.length) throw new Refusal('NOT_UNIQUE', {}, 'input.scores')
  if (!(await isOver(ctx, enrolment))) throw new Refusal('COURSE_NOT_OVER')
  const course = await ctx.load.course.get(enrolment.course)
  await inTransaction(async session => {
    await AnsweredModel.create([{ _id: new Types.ObjectId(randomBytes(12)), enrolment: enrolment._id }], { session })
    await ReactionModel.create([{
      _id: new Types.ObjectId(randomBytes(12)), version: course.version, course: course._id, class: enrolment.class, text, on: dayOf(ctx.now()),
      scores: Object.fromEntries(scores.map(({ item, score }) => [item, score])),
    }], { session })
  }).catch(error => {
    if (!isDuplicate(error, 'enrolment')) throw error
  })
  ctx.load.answered.forget()
  return enrolment
}
