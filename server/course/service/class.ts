import type { Context } from '../../context.ts'
import type { ClassInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { day, line, prose, read, whole, z } from '../../lib/input.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal, type Fault } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { requireAgreementInForce } from '../../partner/index.ts'
import { classStatus, type ClassStatus } from '../domain/status.ts'
import { ClassModel, type ClassDoc, type EnrolmentDoc } from '../model.ts'
import { classPolicy, coursePolicy } from '../policy.ts'
import { moveUp } from './seats.ts'

const shape = z.object({
  course: z.string(),
  name: line(120),
  startsOn: day,
  endsOn: day,
  enrolmentOpensOn: day,
  enrolmentClosesOn: day,
  quota: whole(1, 1000),
  venue: line(200, 0),
  mode: z.enum(['CLASSROOM', 'ONLINE', 'BLENDED']),
})

/** The input, read, with its dates in the order of time: each that comes before the one it follows is a fault. */
function readClass(input: ClassInput) {
  const given = read(shape, input)
  const order = (field: string, from: string, to: string): Fault[] =>
    (from <= to ? [] : [{ code: 'DATES_REVERSED', field: `input.${field}`, facts: { from, to } }])
  const faults = [
    ...order('endsOn', given.startsOn, given.endsOn),
    ...order('enrolmentClosesOn', given.enrolmentOpensOn, given.enrolmentClosesOn),
    // Enrolment may go on while the class runs, not beyond it.
    ...order('enrolmentClosesOn', given.enrolmentClosesOn, given.endsOn),
  ]
  if (faults.length > 0) throw Refusal.of(faults)
  return given
}

/** Opens a class of a course. Refuses without a PKS in force with the partner; classes that run when it ends finish. */
export async function createClass(ctx: Context, input: ClassInput): Promise<ClassDoc> {
  const course = await ctx.load.course.get(input.course)
  authorise(coursePolicy, 'createClass', ctx.viewer, course)
  const given = readClass(input)
  await requireAgreementInForce(course.partner, dayOf(ctx.now()))
  const cls = await ClassModel.create({ ...given, course: course._id, partner: course.partner })
  return ctx.load.class.fresh(cls.toObject() as ClassDoc)
}

/**
 * Changes a class. Its course stays; the quota cannot fall below those enrolled, and when it rises those who wait move
 * up.
 */
export async function updateClass(ctx: Context, id: string, revision: number, input: ClassInput): Promise<ClassDoc> {
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'edit', ctx.viewer, cls)
  refuseIf(cls, ctx, 'CANCELLED')
  const { course, ...given } = readClass(input)
  if (course !== String(cls.course)) throw new Refusal('INVALID', {}, 'input.course')
  const { saved, moved } = await inTransaction(async session => {
    const now = await ClassModel.findById(cls._id).session(session).lean<ClassDoc>()
    if (now && now.enrolledCount > given.quota) throw new Refusal('QUOTA_BELOW_ENROLLED', { enrolled: now.enrolledCount }, 'input.quota')
    await saveIf<ClassDoc>(ClassModel, cls._id, { revision, cancelledReason: null }, given, session)
    return moveUp(cls._id, session)
  })
  await tellOf(ctx, moved)
  return ctx.load.class.fresh(saved)
}

/** Calls a class off, for a reason that its learners are shown. Twice is once. */
export async function cancelClass(ctx: Context, id: string, reason: string): Promise<ClassDoc> {
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'edit', ctx.viewer, cls)
  const cancelledReason = read(prose(500, 3), reason, 'reason')
  if (cls.cancelledReason !== null) return cls
  refuseIf(cls, ctx, 'FINISHED')
  return ctx.load.class.fresh(await saveIf<ClassDoc>(ClassModel, cls._id, { cancelledReason: null }, { cancelledReason }))
}

/** Refuses while the class stands so. */
export function refuseIf(cls: ClassDoc, ctx: Context, ...not: ClassStatus[]): void {
  const state = classStatus(cls, dayOf(ctx.now()))
  if (!not.includes(state)) return
  throw state === 'CANCELLED' ? new Refusal('CLASS_CANCELLED', { reason: cls.cancelledReason }) : new Refusal('WRONG_STATE', { state })
}

/** Tells of each enrolment that changed. */
export async function tellOf(ctx: Context, enrolments: readonly Pick<EnrolmentDoc, '_id'>[]): Promise<void> {
  for (const { _id } of enrolments) await ctx.tell('enrolment.changed', { enrolment: String(_id) })
}
