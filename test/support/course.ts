import { Types } from 'mongoose'
import {
  ClassModel, CourseModel, EnrolmentModel, LessonModel, SectionModel,
  type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc, type SectionDoc,
} from '../../server/course/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { aPerson, type RoleIn } from './people.ts'

let count = 0

export type TestCourse = { course: CourseDoc; sections: SectionDoc[]; lessons: LessonDoc[] }

/** A course with `lessons` required lessons in each of its two sections. */
export async function aCourse({ lessons = 2, ...fields }: { lessons?: number } & Partial<CourseDoc> = {}): Promise<TestCourse> {
  count++
  const hours = { theory: 4, practice: 6, field: 0 }
  const course = (await CourseModel.create({
    version: new Types.ObjectId(), curriculum: new Types.ObjectId(), partner: new Types.ObjectId(),
    code: `PLT-UJI-${count}`, title: `Pelatihan Uji ${count}`, hours, ...fields,
  })).toObject() as CourseDoc
  const sections = (await SectionModel.create(['s1', 's2'].map((id, order) => ({
    course: course._id, order, subject: { id, title: `Mata pelatihan ${id}`, description: '', topics: [], hours, outcomes: [] },
  })))).map(section => section.toObject() as SectionDoc)
  const made: LessonDoc[] = []
  for (const section of sections) {
    for (let order = 0; order < lessons; order++) made.push(await aLesson(section, { order }))
  }
  return { course, sections, lessons: made }
}

/** A lesson of text. */
export async function aLesson(section: SectionDoc, fields: Partial<LessonDoc> = {}): Promise<LessonDoc> {
  count++
  const lesson = await LessonModel.create({
    course: section.course, section: section._id, order: 0, title: `Materi ${count}`, kind: 'TEXT', body: '<p>Isi.</p>', minutes: 45, ...fields,
  })
  return lesson.toObject() as LessonDoc
}

/** A class that runs today and is still open for enrolment; `from` and `to` say from which day to which it runs, counted from today. */
export async function aClass(
  { course }: Pick<TestCourse, 'course'>, { from = -5, to = 30, today = dayOf(new Date()), ...fields }: { from?: number; to?: number; today?: string } & Partial<ClassDoc> = {},
): Promise<ClassDoc> {
  count++
  const cls = await ClassModel.create({
    course: course._id, partner: course.partner, name: `Angkatan ${count}`, startsOn: addDays(today, from), endsOn: addDays(today, to),
    enrolmentOpensOn: addDays(today, from - 30), enrolmentClosesOn: addDays(today, to), quota: 30, mode: 'BLENDED', ...fields,
  })
  return cls.toObject() as ClassDoc
}

/** A person in a class, counted; enrolled unless fields say otherwise. */
export async function anEnrolment(cls: ClassDoc, person: Pick<PersonDoc, '_id'>, fields: Partial<EnrolmentDoc> = {}): Promise<EnrolmentDoc> {
  const enrolment = await EnrolmentModel.create({
    class: cls._id, course: cls.course, person: person._id, state: 'ENROLLED', enrolledAt: new Date(), ...fields,
  })
  const counted = { ENROLLED: { enrolledCount: 1 }, WAITING: { waitingCount: 1 }, WITHDRAWN: {} }[enrolment.state]
  await ClassModel.updateOne({ _id: cls._id }, { $inc: counted })
  return enrolment.toObject() as EnrolmentDoc
}

/** A person enrolled in the class. */
export async function aLearner(cls: ClassDoc, fields: Partial<EnrolmentDoc> = {}): Promise<{ person: PersonDoc; enrolment: EnrolmentDoc }> {
  const person = await aPerson()
  return { person, enrolment: await anEnrolment(cls, person, fields) }
}

/** An instructor of the agency who teaches the class. */
export const anInstructor = (cls?: ClassDoc, ...more: RoleIn[]): Promise<PersonDoc> =>
  aPerson({ roles: [['INSTRUCTOR'], ...(cls ? [['INSTRUCTOR', 'CLASS', cls._id] as const] : []), ...more], employment: 'EXTERNAL', nip: null, grade: null })
