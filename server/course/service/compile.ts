import { Types, type ClientSession } from 'mongoose'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import type { Services } from '../../domain.ts'
import { tell } from '../../lib/events.ts'
import { inTransaction, isDuplicate, isId } from '../../lib/mongo.ts'
import { sectionsOf, type NewSection } from '../domain/recompile.ts'
import { CourseModel, LessonModel, SectionModel, type CourseDoc } from '../model.ts'
import { oldCourse } from './recompile.ts'
import { printOf, skeletonOf } from './skeleton.ts'

/**
 * Makes the course of a published version, once: a section for each subject, a lesson for each activity, and of the
 * course of the version before what its instructors changed or added. Safe to run twice, also at once; then the first one
 * made is given.
 */
export async function compile(services: Services, id: string): Promise<CourseDoc | null> {
  const version = await versionOf(id)
  if (!version) return null
  const made = await inTransaction(session => make(version, session)).catch(error => {
    if (isDuplicate(error)) return null
    throw error
  })
  if (made) await tell(services.log, 'course.compiled', { course: String(made._id) })
  return made ?? CourseModel.findOne({ version: version._id }).lean<CourseDoc>()
}

/** Makes a curriculum's first course. For a later version somebody sees first what would change: `recompile` of conformance. */
export async function compileFirst(services: Services, id: string): Promise<void> {
  const version = await versionOf(id)
  if (version && !(await CourseModel.exists({ curriculum: version.curriculum }))) await compile(services, id)
}

const versionOf = async (id: string) => (isId(id) ? CurriculumVersionModel.findById(id).lean<CurriculumVersionDoc>() : null)

async function make(version: CurriculumVersionDoc, session: ClientSession): Promise<CourseDoc | null> {
  if (await CourseModel.exists({ version: version._id }).session(session)) return null
  const { curriculum, partner, code, content } = version
  const hours = {
    theory: sum(content.subjects.map(subject => subject.hours.theory)),
    practice: sum(content.subjects.map(subject => subject.hours.practice)),
    field: sum(content.subjects.map(subject => subject.hours.field)),
  }
  const before = await courseBefore(version, session)
  const old = before && (await oldCourse(before, session))
  const activities = [...new Set([...content.subjects.flatMap(subject => (subject.activities ?? []).map(({ id }) => id)), ...(old?.dropped ?? [])])]
  const [course] = await CourseModel.create(
    [{ version: version._id, curriculum, partner, code, title: content.title, hours, rules: before?.rules ?? null, activities }], { session })
  await fill(course!._id, sectionsOf(content, old, skeletonOf).sections, session)
  return course!.toObject() as CourseDoc
}

/** Writes sections and lessons. The files are the same, the documents are new: each course goes its own way. */
async function fill(course: Types.ObjectId, sections: readonly NewSection[], session: ClientSession): Promise<void> {
  const docs = sections.map(({ subject, lessons }, order) => ({ _id: new Types.ObjectId(), course, order, subject, lessons }))
  await SectionModel.insertMany(docs.map(({ lessons: _, ...section }) => section), { session })
  const lessons = docs.flatMap(({ _id: section, lessons }) => lessons.map(({ from, ...lesson }, order) =>
    ({ ...lesson, course, section, order, compiled: from === 'VERSION' ? printOf(lesson) : null })))
  if (lessons.length > 0) await LessonModel.insertMany(lessons, { session })
}

/** The course of the newest earlier version; null where there is none. */
export async function courseBefore({ curriculum, number }: Pick<CurriculumVersionDoc, 'curriculum' | 'number'>, session: ClientSession | null = null): Promise<CourseDoc | null> {
  const versions = await CurriculumVersionModel.find({ curriculum, number: { $lt: number } })
    .sort({ number: -1 }).select('_id').session(session).lean<CurriculumVersionDoc[]>()
  const courses = await CourseModel.find({ version: { $in: versions.map(({ _id }) => _id) } }).session(session).lean<CourseDoc[]>()
  const found = new Map(courses.map(course => [String(course.version), course]))
  return versions.map(({ _id }) => found.get(String(_id))).find(course => course !== undefined) ?? null
}

/** Finds curricula that no course was made of, oldest version first, and makes it. */
export async function compileMissing(services: Services): Promise<void> {
  const made = await CourseModel.distinct('curriculum')
  const missing = await CurriculumVersionModel.find({ curriculum: { $nin: made } }).sort({ _id: 1 }).limit(100).select('_id').lean<CurriculumVersionDoc[]>()
  for (const { _id } of missing) await compileFirst(services, String(_id))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
