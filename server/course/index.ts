import type { Domain } from '../domain.ts'
import type { Resolvers } from '../graphql.ts'

const resolvers: Resolvers = {}
export const course: Domain = { name: 'course', resolvers }

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
export { tiesOf } from './service/ties.ts'
