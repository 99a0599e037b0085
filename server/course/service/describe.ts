import type { Context } from '../../context.ts'
import type { ClassStatus } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { searchFilter } from '../../lib/page.ts'
import { attendanceOf } from '../domain/attendance.ts'
import { nextOf, progressOf } from '../domain/progress.ts'
import { ruleChanges, rulesOf, standardRules } from '../domain/rules.ts'
import { classStatus, isEnrolmentOpen, withEnrolmentOpen, withStatus } from '../domain/status.ts'
import { CourseModel, type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc, type MeetingDoc } from '../model.ts'
import { classPolicy } from '../policy.ts'

/** What the graph says of classes and enrolments beyond what is stored. */

export const status = (ctx: Context, cls: ClassDoc) => classStatus(cls, dayOf(ctx.now()))
export const enrolmentOpen = (ctx: Context, cls: ClassDoc) => isEnrolmentOpen(cls, dayOf(ctx.now()))

/** What a course asks for completion, and whether that is what every course begins with. */
export function rules(course: CourseDoc) {
  const set = rulesOf(course)
  return { ...set, standard: ruleChanges(standardRules, set).length === 0 }
}

/** Courses whose title or code a search looks through; beyond so many, more words are needed. */
const COURSES_SEARCHED = 200

/** A filter for classes by their own name or that of their course. */
export async function classesNamed(search: string | null | undefined): Promise<object> {
  if (!search?.trim()) return {}
  const courses = await CourseModel.find(searchFilter(search, ['title', 'code'])).limit(COURSES_SEARCHED).select('_id').lean()
  return { $or: [searchFilter(search, ['name']), { course: { $in: courses.map(({ _id }) => _id) } }] }
}

/** A filter for classes as they stand today. */
export function classesNow(ctx: Context, { status, enrolmentOpen }: { status?: ClassStatus | null; enrolmentOpen?: boolean | null }): object {
  const today = dayOf(ctx.now())
  const filters = [...(status ? [withStatus(status, today)] : []), ...(enrolmentOpen ? [withEnrolmentOpen(today)] : [])]
  return filters.length === 0 ? {} : { $and: filters }
}

export async function instructors(ctx: Context, cls: ClassDoc) {
  const grants = await ctx.load.instructorsOfClass.of(cls._id)
  return Promise.all(grants.map(({ person }) => ctx.load.person.get(person)))
}

/** The meetings, each with those present whom the viewer may know of: a learner of themselves alone. */
export function meetings({ viewer }: Context, cls: ClassDoc): MeetingDoc[] {
  if (classPolicy.seeLearners(viewer, cls)) return cls.meetings
  return cls.meetings.map(meeting => ({ ...meeting, present: meeting.present?.filter(person => String(person) === viewer.id) ?? null }))
}

export async function waitingPosition(ctx: Context, { _id, class: cls, state }: EnrolmentDoc): Promise<number | null> {
  if (state !== 'WAITING') return null
  const place = (await ctx.load.waitingOfClass.of(cls)).findIndex(waiting => waiting._id.equals(_id))
  return place < 0 ? null : place + 1
}

export const progress = async (ctx: Context, enrolment: EnrolmentDoc): Promise<number> =>
  progressOf(enrolment, await ctx.load.lessonsOfCourse.of(enrolment.course))

export const nextLesson = async (ctx: Context, enrolment: EnrolmentDoc): Promise<LessonDoc | null> =>
  enrolment.state === 'ENROLLED' ? nextOf(enrolment, await ctx.load.lessonsOfCourse.of(enrolment.course)) : null

export const attendance = async (ctx: Context, enrolment: EnrolmentDoc): Promise<number | null> =>
  attendanceOf(enrolment.person, (await ctx.load.class.get(enrolment.class)).meetings)
