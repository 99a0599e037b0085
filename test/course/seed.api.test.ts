import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ClassModel, classStatus, CourseModel, EnrolmentModel, LessonModel, progressOf, type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc } from '../../server/course/index.ts'
import { seedPartnerRoles, seedPeople } from '../../server/seed/accounts.ts'
import { seedCourses } from '../../server/seed/course.ts'
import { curricula } from '../../server/seed/curricula/index.ts'
import { seedCurricula } from '../../server/seed/curriculum.ts'
import { seedPartners } from '../../server/seed/partner.ts'
import { newSeeding, type Seeding } from '../../server/seed/seeding.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
let seeding: Seeding
beforeAll(async () => {
  app = await startTestApp()
  seeding = newSeeding(app.services)
  for (const seed of [seedPeople, seedPartners, seedPartnerRoles, seedCurricula, seedCourses]) await seed(seeding)
}, 180_000)
afterAll(() => app.stop())

test('every published curriculum is a course with the lessons of its seed', async () => {
  const courses = await CourseModel.find().lean<CourseDoc[]>()
  expect(courses.length).toBeGreaterThanOrEqual(8)
  for (const course of courses) {
    const subjects = curricula.find(({ code }) => code === course.code)!.subjects
    const lessons = await LessonModel.countDocuments({ course: course._id, required: true })
    const written = subjects.reduce((sum, subject) => sum + subject.lessons.length, 0)
    // The first of two versions lacks what the second brought.
    const versions = courses.filter(({ code }) => code === course.code).length
    if (versions === 1) expect(lessons).toBe(written)
    else expect(lessons).toBeLessThanOrEqual(written)
  }
})

test.each(['PLT-PLY-01', 'PLT-KIN-03', 'PLT-DIS-11'])('%s has a class that is over, one that runs and one to enrol in', async code => {
  const course = (await CourseModel.findOne({ code }).lean<CourseDoc>())!
  const lessons = await LessonModel.find({ course: course._id }).lean<LessonDoc[]>()
  const classes = await ClassModel.find({ course: course._id }).lean<ClassDoc[]>()
  expect(classes.map(cls => classStatus(cls, seeding.today)).sort()).toEqual(['FINISHED', 'OPEN', 'RUNNING'])
  for (const cls of classes) {
    const enrolments = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).lean<EnrolmentDoc[]>()
    expect(enrolments).toHaveLength(cls.enrolledCount)
    const progress = enrolments.map(enrolment => progressOf(enrolment, lessons))
    const status = classStatus(cls, seeding.today)
    if (status === 'FINISHED') {
      expect(new Set(progress)).toEqual(new Set([1]))
      expect(cls.meetings.every(({ present }) => present?.length === cls.enrolledCount)).toBe(true)
    }
    if (status === 'RUNNING') {
      expect(new Set(progress).size).toBeGreaterThan(5)
      expect(cls.meetings.map(({ present }) => present === null)).toEqual([false, false, false, true])
    }
  }
})

test('somewhere one waits', async () => expect(await ClassModel.countDocuments({ waitingCount: { $gt: 0 } })).toBe(1))
