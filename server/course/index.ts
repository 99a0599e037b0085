import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { courseRoutes } from './routes.ts'
import { compileFirst, compileMissing } from './service/compile.ts'

export const course: Domain = {
  name: 'course',
  resolvers,
  routes: courseRoutes,
  listen: services => on('curriculum.published', async ({ version }) => compileFirst(services, version)),
  sweeps: [{ name: 'course.compile', everySeconds: 60, run: compileMissing }],
}

export { attendanceOf, isPresent } from './domain/attendance.ts'
export { lessonTally, nextOf, progressOf } from './domain/progress.ts'
export * from './domain/result.ts'
export { classStatus, isEnrolmentOpen, type ClassStatus } from './domain/status.ts'
export { courseLoaders } from './loaders.ts'
export {
  ClassModel, CourseModel, EnrolmentModel, LessonModel, SectionModel,
  type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc, type MeetingDoc, type SectionDoc,
} from './model.ts'
export { classPolicy, coursePolicy, enrolmentPolicy, lessonPolicy, visibleClasses, visibleCourses } from './policy.ts'
export { compile, courseBefore } from './service/compile.ts'
export { oldCourse, planOfSections } from './service/recompile.ts'
export { say } from './service/words.ts'
export * from './domain/rules.ts'
export type { PlanMove, PlanPart, PlanRow } from './domain/recompile.ts'
export { tiesOf } from './service/ties.ts'
export { assessmentsOf, contentOf } from './service/assessments.ts'
