import type { Types } from 'mongoose'
import { CurriculumVersionModel, type Content, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { isId } from '../../lib/mongo.ts'
import { CourseModel, SectionModel, type CourseDoc, type SectionDoc } from '../model.ts'
import { courseBefore } from './compile.ts'

type Assessment = Content['assessments'][number]
type Found = { course: CourseDoc; content: Content; assessments: (Assessment & { section: Types.ObjectId })[]; previous: CourseDoc | null }

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
  return { course, content: version.content, assessments, previous }
}

/** What the version says that a course was compiled from; null for one that is not there. */
export const contentOf = async ({ version }: Pick<CourseDoc, 'version'>): Promise<Content | null> =>
  (await CurriculumVersionModel.findById(version).select('content').lean<Pick<CurriculumVersionDoc, 'content'>>())?.content ?? null
