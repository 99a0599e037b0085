import DataLoader from 'dataloader'
import type { Types } from 'mongoose'
import { byId } from '../lib/loader.ts'
import { GrantModel, type GrantDoc } from '../people/index.ts'
import {
  ClassModel, CourseModel, EnrolmentModel, LessonModel, SectionModel,
  type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc, type SectionDoc,
} from './model.ts'

/** Lists by the key they are asked by, batched within one request. */
function lists<Doc>(load: (ids: readonly string[]) => Promise<Doc[]>, keyOf: (doc: Doc) => unknown) {
  const loader = new DataLoader<string, Doc[]>(async ids => {
    const found = new Map<string, Doc[]>(ids.map(id => [id, []]))
    for (const doc of await load(ids)) found.get(String(keyOf(doc)))?.push(doc)
    return ids.map(id => found.get(id)!)
  })
  return { of: (id: string | Types.ObjectId) => loader.load(String(id)), forget: () => loader.clearAll() }
}

const sectionsOf = (courses: readonly string[]) =>
  SectionModel.find({ course: { $in: courses } }).sort({ course: 1, order: 1 }).lean<SectionDoc[]>()

/** In the course's order: by section, then by the order within it. */
async function lessonsOf(courses: readonly string[]): Promise<LessonDoc[]> {
  const [sections, lessons] = await Promise.all([
    sectionsOf(courses), LessonModel.find({ course: { $in: courses } }).sort({ order: 1, _id: 1 }).lean<LessonDoc[]>(),
  ])
  const place = new Map(sections.map(section => [String(section._id), section.order]))
  return lessons.sort((a, b) => (place.get(String(a.section)) ?? 0) - (place.get(String(b.section)) ?? 0))
}

export const courseLoaders = () => ({
  course: byId<CourseDoc>(CourseModel),
  section: byId<SectionDoc>(SectionModel),
  lesson: byId<LessonDoc>(LessonModel),
  class: byId<ClassDoc>(ClassModel),
  enrolment: byId<EnrolmentDoc>(EnrolmentModel),
  /** In order; as many as the curriculum has subjects. */
  sectionsOfCourse: lists<SectionDoc>(sectionsOf, section => section.course),
  /** In the course's order; a section holds at most 100. */
  lessonsOfCourse: lists<LessonDoc>(lessonsOf, lesson => lesson.course),
  /** Grants of those who teach a class, in the order they were given; at most 20. */
  instructorsOfClass: lists<GrantDoc>(
    ids => GrantModel.find({ scope: { $in: ids }, role: 'INSTRUCTOR', kind: 'CLASS' }).sort({ _id: 1 }).lean<GrantDoc[]>(), grant => grant.scope),
  /** Who waits for a class, first come first. */
  waitingOfClass: lists<Pick<EnrolmentDoc, '_id' | 'class'>>(
    ids => EnrolmentModel.find({ class: { $in: ids }, state: 'WAITING' }).select('class').sort({ enrolledAt: 1, _id: 1 }).lean<EnrolmentDoc[]>(),
    enrolment => enrolment.class),
})
