import type { Context } from '../../context.ts'
import { dayOf } from '../../lib/days.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { classStatus } from '../domain/status.ts'
import { EnrolmentModel, type EnrolmentDoc, type LessonDoc } from '../model.ts'
import { enrolmentPolicy } from '../policy.ts'

/** The enrolment and a lesson of its course; another course's lesson is not found. */
async function lessonOf(ctx: Context, id: string, lessonId: string): Promise<{ enrolment: EnrolmentDoc; lesson: LessonDoc }> {
  const enrolment = await ctx.load.enrolment.get(id)
  authorise(enrolmentPolicy, 'learn', ctx.viewer, enrolment)
  const lesson = await ctx.load.lesson.get(lessonId)
  if (!lesson.course.equals(enrolment.course)) throw new Refusal('NOT_FOUND')
  return { enrolment, lesson }
}

/** Remembers that the lesson is done, while the class runs. Done twice is done once. */
export async function completeLesson(ctx: Context, id: string, lessonId: string): Promise<EnrolmentDoc> {
  const { enrolment, lesson } = await lessonOf(ctx, id, lessonId)
  if (enrolment.done.some(done => done.equals(lesson._id))) return enrolment
  const cls = await ctx.load.class.get(enrolment.class)
  const state = classStatus(cls, dayOf(ctx.now()))
  if (state !== 'RUNNING') throw new Refusal('CLASS_NOT_RUNNING', { state, startsOn: cls.startsOn, endsOn: cls.endsOn })
  const saved = await save(ctx, enrolment, { $addToSet: { done: lesson._id }, $set: { lastLesson: lesson._id } })
  await ctx.tell('enrolment.changed', { enrolment: String(saved._id) })
  return saved
}

/** Remembers where the learner is, so that they go on from there. */
export async function openLesson(ctx: Context, id: string, lessonId: string): Promise<EnrolmentDoc> {
  const { enrolment, lesson } = await lessonOf(ctx, id, lessonId)
  if (enrolment.lastLesson?.equals(lesson._id)) return enrolment
  return save(ctx, enrolment, { $set: { lastLesson: lesson._id } })
}

async function save(ctx: Context, { _id }: EnrolmentDoc, change: object): Promise<EnrolmentDoc> {
  const saved = await EnrolmentModel.findOneAndUpdate({ _id, state: 'ENROLLED' }, change, { returnDocument: 'after' }).lean<EnrolmentDoc>()
  if (!saved) throw new Refusal('STALE')
  return ctx.load.enrolment.fresh(saved)
}
