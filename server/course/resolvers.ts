import type { Context } from '../context.ts'
import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { Refusal } from '../lib/refusal.ts'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc } from './model.ts'
import {
  classPolicy, coursePolicy, courseViewerPolicy, enrolmentPolicy, lessonPolicy, ownClasses, visibleClasses, visibleCourses, visibleEnrolments,
} from './policy.ts'
import { cancelClass, createClass, updateClass } from './service/class.ts'
import * as described from './service/describe.ts'
import { enrol, withdraw } from './service/enrol.ts'
import { enrolByCsv } from './service/enrolByCsv.ts'
import { assignInstructor, unassignInstructor } from './service/instructor.ts'
import { completeLesson, openLesson } from './service/learn.ts'
import { createLesson, deleteLesson, orderLessons, updateLesson } from './service/lesson.ts'
import { isTouched } from './service/skeleton.ts'
import { updateRules } from './service/rules.ts'
import { createMeeting, deleteMeeting, recordAttendance, updateMeeting } from './service/meeting.ts'

const courseOf = (ctx: Context, { course }: { course: LessonDoc['course'] }) => ctx.load.course.get(course)

export const resolvers: Resolvers = {
  Query: {
    courses: (_, { search, partner, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters = [visibleCourses(ctx.viewer), searchFilter(search, ['title', 'code'])]
      if (partner) filters.push(isId(partner) ? { partner } : none)
      return pageOf<CourseDoc>(CourseModel, { $and: filters }, page)
    },
    course: async (_, { id }, ctx) => ifSeen(coursePolicy, ctx.viewer, await ctx.load.course.find(id)),
    lesson: async (_, { id }, ctx) => {
      const lesson = await ctx.load.lesson.find(id)
      return lesson && lessonPolicy.see(ctx.viewer, await courseOf(ctx, lesson)) ? lesson : null
    },
    classes: async (_, { search, course, status, enrolmentOpen, mine, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters = [visibleClasses(ctx.viewer), await described.classesNamed(search), described.classesNow(ctx, { status, enrolmentOpen })]
      if (course) filters.push(isId(course) ? { course } : none)
      if (mine) filters.push(ownClasses(ctx.viewer))
      return pageOf<ClassDoc>(ClassModel, { $and: filters }, page)
    },
    class: async (_, { id }, ctx) => ifSeen(classPolicy, ctx.viewer, await ctx.load.class.find(id)),
    enrolment: async (_, { id }, ctx) => ifSeen(enrolmentPolicy, ctx.viewer, await ctx.load.enrolment.find(id)),
    myEnrolments: (_, page, ctx) => pageOf<EnrolmentDoc>(EnrolmentModel, { person: signedIn(ctx.viewer) }, page),
  },
  Mutation: {
    updateCompletionRules: (_, { course, revision, input }, ctx) => updateRules(ctx, course, revision, input),
    createLesson: (_, { section, input }, ctx) => createLesson(ctx, section, input),
    updateLesson: (_, { lesson, revision, input }, ctx) => updateLesson(ctx, lesson, revision, input),
    deleteLesson: (_, { lesson }, ctx) => deleteLesson(ctx, lesson),
    orderLessons: (_, { section, lessons }, ctx) => orderLessons(ctx, section, lessons),
    createClass: (_, { input }, ctx) => createClass(ctx, input),
    updateClass: (_, args, ctx) => updateClass(ctx, args.class, args.revision, args.input),
    cancelClass: (_, args, ctx) => cancelClass(ctx, args.class, args.reason),
    assignInstructor: (_, args, ctx) => assignInstructor(ctx, args.class, args.person),
    unassignInstructor: (_, args, ctx) => unassignInstructor(ctx, args.class, args.person),
    enrol: (_, args, ctx) => enrol(ctx, args.class),
    withdraw: (_, { enrolment }, ctx) => withdraw(ctx, enrolment),
    enrolByCsv: (_, args, ctx) => enrolByCsv(ctx, args.class, args.csv),
    completeLesson: (_, { enrolment, lesson }, ctx) => completeLesson(ctx, enrolment, lesson),
    openLesson: (_, { enrolment, lesson }, ctx) => openLesson(ctx, enrolment, lesson),
    createMeeting: (_, args, ctx) => createMeeting(ctx, args.class, args.input),
    updateMeeting: (_, { meeting, input }, ctx) => updateMeeting(ctx, meeting, input),
    deleteMeeting: (_, { meeting }, ctx) => deleteMeeting(ctx, meeting),
    recordAttendance: (_, { meeting, marks }, ctx) => recordAttendance(ctx, meeting, marks),
  },
  Course: {
    id: course => String(course._id),
    version: (course, _, ctx) => {
      if (!coursePolicy.see(ctx.viewer, course)) throw new Refusal('FORBIDDEN')
      return ctx.load.curriculumVersion.get(course.version)
    },
    revision: course => course.revision ?? 0,
    rules: course => described.rules(course),
    partner: (course, _, ctx) => ctx.load.partner.get(course.partner),
    sections: (course, _, ctx) => ctx.load.sectionsOfCourse.of(course._id),
    classes: (course, page, ctx) => pageOf<ClassDoc>(ClassModel, { $and: [visibleClasses(ctx.viewer), { course: course._id }] }, page),
    viewerCan: course => course,
  },
  CourseAbilities: abilityResolvers(coursePolicy),
  Section: {
    id: section => String(section._id),
    course: (section, _, ctx) => courseOf(ctx, section),
    // Whoever looks for a class sees what it is about, not what is in it.
    lessons: async (section, _, ctx) => {
      if (!lessonPolicy.see(ctx.viewer, await courseOf(ctx, section))) return []
      return (await ctx.load.lessonsOfCourse.of(section.course)).filter(lesson => lesson.section.equals(section._id))
    },
  },
  Lesson: {
    id: lesson => String(lesson._id),
    section: (lesson, _, ctx) => ctx.load.section.get(lesson.section),
    file: async (lesson, _, ctx) => {
      const file = lesson.file && (await ctx.load.file.find(lesson.file))
      return file && { ...file, url: `/lessons/${String(lesson._id)}/file` }
    },
    skeleton: lesson => !isTouched(lesson),
    viewerCan: (lesson, _, ctx) => courseOf(ctx, lesson),
  },
  LessonAbilities: abilityResolvers(lessonPolicy),
  Class: {
    id: cls => String(cls._id),
    course: (cls, _, ctx) => courseOf(ctx, cls),
    status: (cls, _, ctx) => described.status(ctx, cls),
    enrolmentOpen: (cls, _, ctx) => described.enrolmentOpen(ctx, cls),
    instructors: (cls, _, ctx) => described.instructors(ctx, cls),
    meetings: (cls, _, ctx) => described.meetings(ctx, cls),
    enrolments: (cls, { state, ...page }, ctx) =>
      pageOf<EnrolmentDoc>(EnrolmentModel, { ...visibleEnrolments(ctx.viewer, cls), ...(state && { state }) }, page, 1),
    viewerEnrolment: (cls, _, ctx) => ctx.load.enrolment.find(ctx.viewer.learning.get(String(cls._id))?.enrolment),
    viewerCan: cls => cls,
  },
  ClassAbilities: abilityResolvers(classPolicy),
  Meeting: { id: meeting => String(meeting._id), present: meeting => meeting.present?.map(String) ?? null },
  Enrolment: {
    id: enrolment => String(enrolment._id),
    class: (enrolment, _, ctx) => ctx.load.class.get(enrolment.class),
    person: (enrolment, _, ctx) => ctx.load.person.get(enrolment.person),
    lastLesson: ({ lastLesson }) => lastLesson && String(lastLesson),
    waitingPosition: (enrolment, _, ctx) => described.waitingPosition(ctx, enrolment),
    progress: (enrolment, _, ctx) => described.progress(ctx, enrolment),
    doneLessons: enrolment => enrolment.done.map(String),
    nextLesson: (enrolment, _, ctx) => described.nextLesson(ctx, enrolment),
    attendance: (enrolment, _, ctx) => described.attendance(ctx, enrolment),
    viewerCan: enrolment => enrolment,
  },
  EnrolmentAbilities: abilityResolvers(enrolmentPolicy),
  Partner: {
    courses: (partner, page, ctx) => pageOf<CourseDoc>(CourseModel, { $and: [visibleCourses(ctx.viewer), { partner: partner._id }] }, page),
  },
  ViewerAbilities: abilityResolvers(courseViewerPolicy),
}
