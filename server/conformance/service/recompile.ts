import type { Context } from '../../context.ts'
import { CourseModel, compile, planOfSections, type CourseDoc, type PlanRow } from '../../course/index.ts'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import type { Services } from '../../domain.ts'
import { digestOf } from '../../lib/digest.ts'
import { isId } from '../../lib/mongo.ts'
import { authorise, ifSeen } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { notify } from '../../notice/index.ts'
import { agencyHolders } from '../../people/index.ts'
import { planOfPracticums } from '../../practicum/index.ts'
import { planOfQuizzes } from '../../quiz/index.ts'
import type { RecompilePlanDoc } from '../model.ts'
import { recompilePolicy } from '../policy.ts'

const newestOf = (curriculum: unknown) => CurriculumVersionModel.findOne({ curriculum: String(curriculum) }).sort({ number: -1 }).lean<CurriculumVersionDoc>()

/** What the course of the newest version would be, set against this one. Nothing to do where it is there already. */
export async function recompilePlan(ctx: Context, id: string): Promise<RecompilePlanDoc | null> {
  const course = ifSeen(recompilePolicy, ctx.viewer, await ctx.load.course.find(id))
  return course && planOf(ctx, course)
}

async function planOf(ctx: Context, course: CourseDoc): Promise<RecompilePlanDoc> {
  const [{ number: from }, newest] = await Promise.all([ctx.load.curriculumVersion.get(course.version), newestOf(course.curriculum)])
  const to = newest?.number ?? from
  const target = newest ? await CourseModel.findOne({ version: newest._id }).lean<CourseDoc>() : course
  const rows: PlanRow[] = newest && !target
    ? [...await planOfSections(course, newest.content), ...await planOfQuizzes(course, newest.content), ...await planOfPracticums(course, newest.content)]
    : []
  return { course, from, to, rows, target, hash: digestOf({ course: String(course._id), to, rows }) }
}

/**
 * Makes the course of the newest version by the plan with this hash; this course and its classes stay as they are. Refuses
 * with STALE when the plan is another by now. Sent twice, gives the course there is.
 */
export async function recompile(ctx: Context, id: string, planHash: string): Promise<CourseDoc> {
  const course = await ctx.load.course.get(id)
  authorise(recompilePolicy, 'recompile', ctx.viewer, course)
  const plan = await planOf(ctx, course)
  if (plan.target) return plan.target
  if (plan.hash !== planHash) throw new Refusal('STALE', { hash: plan.hash })
  const version = (await newestOf(course.curriculum))!
  const made = await compile(ctx, String(version._id))
  if (!made) throw new Refusal('NOT_FOUND')
  return ctx.load.course.fresh(made)
}

/** Tells officers that a version waits to be made a course of, where an earlier one has one. */
export async function tellWaiting(services: Services, id: string): Promise<void> {
  const version = isId(id) ? await CurriculumVersionModel.findById(id).lean<CurriculumVersionDoc>() : null
  if (!version || (await CourseModel.exists({ version: version._id }))) return
  const course = await CourseModel.findOne({ curriculum: version.curriculum }).sort({ _id: -1 }).lean<CourseDoc>()
  if (!course) return
  await notify(services, {
    to: await agencyHolders(['CURRICULUM_OFFICER']), kind: 'RECOMPILE_DUE', facts: { title: course.title, number: version.number },
    link: `/pelatihan/${String(course._id)}/susun-ulang`, key: `recompile:${id}`,
  })
}

/** Finds newest versions that wait to be made a course of and of which the news was missed. */
export async function tellAllWaiting(services: Services): Promise<void> {
  const made = await CourseModel.distinct('version')
  const waiting = await CurriculumVersionModel.find({ _id: { $nin: made } }).sort({ _id: -1 }).limit(200).select('_id').lean<{ _id: unknown }[]>()
  for (const { _id } of waiting) await tellWaiting(services, String(_id))
}
