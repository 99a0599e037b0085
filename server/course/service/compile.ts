import { Types, type ClientSession } from 'mongoose'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import type { Services } from '../../domain.ts'
import { tell } from '../../lib/events.ts'
import { inTransaction, isDuplicate, isId } from '../../lib/mongo.ts'
import { CourseModel, LessonModel, SectionModel, type CourseDoc, type LessonDoc, type SectionDoc } from '../model.ts'

/**
 * Makes the course of a published version, once: a section for each subject, with the lessons that sections of the same
 * subject had in the course of the version before. Safe to run twice, also at once; then the first one made is given.
 */
export async function compile(services: Services, id: string): Promise<CourseDoc | null> {
  const version = isId(id) ? await CurriculumVersionModel.findById(id).lean<CurriculumVersionDoc>() : null
  if (!version) return null
  const made = await inTransaction(session => make(version, session)).catch(error => {
    if (isDuplicate(error)) return null
    throw error
  })
  if (made) await tell(services.log, 'course.compiled', { course: String(made._id) })
  return made ?? CourseModel.findOne({ version: version._id }).lean<CourseDoc>()
}

async function make(version: CurriculumVersionDoc, session: ClientSession): Promise<CourseDoc | null> {
  if (await CourseModel.exists({ version: version._id }).session(session)) return null
  const { curriculum, partner, code, content } = version
  const subjects = content.subjects
  const hours = {
    theory: sum(subjects.map(subject => subject.hours.theory)),
    practice: sum(subjects.map(subject => subject.hours.practice)),
    field: sum(subjects.map(subject => subject.hours.field)),
  }
  const [course] = await CourseModel.create([{ version: version._id, curriculum, partner, code, title: content.title, hours }], { session })
  const sections = subjects.map((subject, order) => ({ _id: new Types.ObjectId(), course: course!._id, order, subject }))
  await SectionModel.insertMany(sections, { session })
  await carryOver(version, sections, session)
  return course!.toObject() as CourseDoc
}

/** Copies the lessons of the version before. The files are the same, the documents are new: each course goes its own way. */
async function carryOver(version: CurriculumVersionDoc, sections: readonly SectionDoc[], session: ClientSession): Promise<void> {
  const before = await courseBefore(version, session)
  if (!before) return
  const [old, lessons] = [
    await SectionModel.find({ course: before._id }).session(session).lean<SectionDoc[]>(),
    await LessonModel.find({ course: before._id }).session(session).lean<LessonDoc[]>(),
  ]
  const subjectOf = new Map(old.map(section => [String(section._id), section.subject.id]))
  const sectionOf = new Map(sections.map(section => [section.subject.id, section]))
  const copies = lessons.flatMap(lesson => {
    const section = sectionOf.get(subjectOf.get(String(lesson.section)) ?? '')
    return section ? [{ ...lesson, _id: new Types.ObjectId(), course: section.course, section: section._id, revision: 0 }] : []
  })
  if (copies.length > 0) await LessonModel.insertMany(copies, { session })
}

async function courseBefore({ curriculum, number }: CurriculumVersionDoc, session: ClientSession): Promise<CourseDoc | null> {
  const versions = await CurriculumVersionModel.find({ curriculum, number: { $lt: number } })
    .sort({ number: -1 }).select('_id').session(session).lean<CurriculumVersionDoc[]>()
  const courses = await CourseModel.find({ version: { $in: versions.map(({ _id }) => _id) } }).session(session).lean<CourseDoc[]>()
  const found = new Map(courses.map(course => [String(course.version), course]))
  return versions.map(({ _id }) => found.get(String(_id))).find(course => course !== undefined) ?? null
}

/** Finds versions that no course was made of, oldest first, and makes it. */
export async function compileMissing(services: Services): Promise<void> {
  const made = await CourseModel.distinct('version')
  const missing = await CurriculumVersionModel.find({ _id: { $nin: made } }).sort({ _id: 1 }).limit(100).select('_id').lean<CurriculumVersionDoc[]>()
  for (const { _id } of missing) await compile(services, String(_id))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
