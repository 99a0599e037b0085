import type { ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { dayOf } from '../../lib/days.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { isEnrolmentOpen } from '../domain/status.ts'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc } from '../model.ts'
import { classPolicy, enrolmentPolicy } from '../policy.ts'
import { refuseIf, tellOf } from './class.ts'
import { count, moveUp } from './seats.ts'
import { learningOf } from './ties.ts'

/**
 * Enrols the viewer, or puts them last on the waiting list when every seat is taken. Who withdrew may come back, with
 * what they had done. The seat is counted in the same transaction, so that the quota holds under a rush.
 */
export async function enrol(ctx: Context, id: string): Promise<EnrolmentDoc> {
  const person = signedIn(ctx.viewer)
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'see', ctx.viewer, cls)
  if (ctx.viewer.learning.has(String(cls._id))) throw new Refusal('ALREADY_ENROLLED')
  refuseIf(cls, ctx, 'CANCELLED')
  authorise(classPolicy, 'enrol', ctx.viewer, cls)
  refuseUnlessOpen(ctx, cls)
  const enrolledAt = ctx.now()
  const { saved, enrolment } = await inTransaction(session => takeSeat(cls, person, enrolledAt, session)).catch(error => {
    throw isDuplicate(error) ? new Refusal('ALREADY_ENROLLED') : error
  })
  ctx.load.class.fresh(saved)
  ctx.load.waitingOfClass.forget()
  ctx.viewer = { ...ctx.viewer, learning: new Map(ctx.viewer.learning).set(String(cls._id), learningOf(enrolment)) }
  await tellOf(ctx, [enrolment])
  return ctx.load.enrolment.fresh(enrolment)
}

/** Refuses outside the days of enrolment, with the days. */
export function refuseUnlessOpen(ctx: Context, cls: ClassDoc): void {
  if (isEnrolmentOpen(cls, dayOf(ctx.now()))) return
  throw new Refusal('ENROLMENT_CLOSED', { opensOn: cls.enrolmentOpensOn, closesOn: cls.enrolmentClosesOn })
}

async function takeSeat(cls: ClassDoc, person: string, enrolledAt: Date, session: ClientSession) {
  const now = await ClassModel.findById(cls._id).session(session).lean<ClassDoc>()
  if (!now || now.cancelledReason !== null) throw new Refusal('CLASS_CANCELLED', { reason: now?.cancelledReason })
  const seated = now.enrolledCount < now.quota
  // Nobody may take the seat between the look and the count: the filter repeats what was seen.
  const taken = await ClassModel.findOneAndUpdate(
    { _id: cls._id, enrolledCount: now.enrolledCount, quota: now.quota },
    { $inc: seated ? { enrolledCount: 1 } : { waitingCount: 1 } }, { session, returnDocument: 'after' },
  ).lean<ClassDoc>()
  if (!taken) throw new Refusal('STALE')
  const state = seated ? 'ENROLLED' as const : 'WAITING' as const
  const before = await EnrolmentModel.findOne({ class: cls._id, person }).session(session).lean<EnrolmentDoc>()
  if (before && before.state !== 'WITHDRAWN') throw new Refusal('ALREADY_ENROLLED')
  if (before) {
    const again = await EnrolmentModel.findOneAndUpdate(
      { _id: before._id, state: 'WITHDRAWN' }, { $set: { state, enrolledAt }, $inc: { revision: 1 } }, { session, returnDocument: 'after' },
    ).lean<EnrolmentDoc>()
    if (!again) throw new Refusal('STALE')
    return { saved: taken, enrolment: again }
  }
  const [made] = await EnrolmentModel.create([{ class: cls._id, course: cls.course, person, state, enrolledAt }], { session })
  return { saved: taken, enrolment: made!.toObject() as EnrolmentDoc }
}

/** Leaves the class or its waiting list; the seat goes to the first who waits. Twice is once. */
export async function withdraw(ctx: Context, id: string): Promise<EnrolmentDoc> {
  const enrolment = await ctx.load.enrolment.get(id)
  authorise(enrolmentPolicy, 'see', ctx.viewer, enrolment)
  if (enrolment.state === 'WITHDRAWN' && enrolmentPolicy.withdraw(ctx.viewer, { ...enrolment, state: 'ENROLLED' })) return enrolment
  authorise(enrolmentPolicy, 'withdraw', ctx.viewer, enrolment)
  refuseIf(await ctx.load.class.get(enrolment.class), ctx, 'FINISHED')
  const { left, saved, moved } = await inTransaction(async session => {
    const before = await EnrolmentModel.findById(enrolment._id).session(session).lean<EnrolmentDoc>()
    if (!before || before.state === 'WITHDRAWN') throw new Refusal('STALE')
    await EnrolmentModel.updateOne({ _id: before._id }, { $set: { state: 'WITHDRAWN' }, $inc: { revision: 1 } }, { session })
    await count(before.class, before.state === 'ENROLLED' ? { enrolledCount: -1 } : { waitingCount: -1 }, session)
    return { ...(await moveUp(before.class, session)), left: { ...before, state: 'WITHDRAWN' as const, revision: before.revision + 1 } }
  })
  ctx.load.class.fresh(saved)
  ctx.load.waitingOfClass.forget()
  if (ctx.viewer.id === String(left.person)) {
    const learning = new Map(ctx.viewer.learning)
    learning.delete(String(left.class))
    ctx.viewer = { ...ctx.viewer, learning }
  }
  await tellOf(ctx, [left, ...moved])
  return ctx.load.enrolment.fresh(left)
}
