import type { Types } from 'mongoose'
import { CurriculumVersionModel, type Content, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { isId } from '../../lib/mongo.ts'
import { CourseModel, SectionModel, type CourseDoc, type SectionDoc } from '../model.ts'

type Assessment = Content['assessments'][number]
type Found = { course: CourseDoc; assessments: (Assessment & { section: Types.ObjectId })[]; previous: CourseDoc | null }

/**
 * The assessments of a kind that a course is to have, in the curriculum's order, each with its section; and the course of
 * the newest earlier version, from which work can be carried over. Null for a course that is not there.
 */
export async function assessmentsOf(courseId: string, kind: Assessment['kind']): Promise<Found | null> {
  const course = isId(courseId) ? await CourseModel.findById(courseId).lean<CourseDoc>() : null
  const version = course && (await CurriculumVersionModel.findById(course.version).lean<CurriculumVersionDoc>())
  if (!version) return null
  const [sections, previous] = await Promise.all([SectionModel.find({ course: course._id }).lean<SectionDoc[]>(), courseBefore(version)])
  const sectionOf = new Map(sections.map(section => [section.subject.id, section._id]))
  const assessments = version.content.assessments.flatMap(assessment => {
    const section = sectionOf.get(assessment.subject)
    return assessment.kind === kind && section ? [{ ...assessment, section }] : []
  })
  return { course, assessments, previous }
}

async function courseBefore({ curriculum, number }: CurriculumVersionDoc): Promise<CourseDoc | null> {
  const versions = await CurriculumVersionModel.find({ curriculum, number: { $lt: number } }).sort({ number: -1 }).select('_id').lean<CurriculumVersionDoc[]>()
  const courses = await CourseModel.find({ version: { $in: versions.map(({ _id }) => _id) } }).lean<CourseDoc[]>()
  const found = new Map(courses.map(course => [String(course.version), course]))
  return versions.map(({ _id }) => found.get(String(_id))).find(course => course !== undefined) ?? null
}
