import type { ClientSession } from 'mongoose'
import type { Content } from '../../curriculum/index.ts'
import { sectionsOf, type LessonText, type OldCourse, type PlanRow } from '../domain/recompile.ts'
import { LessonModel, SectionModel, type CourseDoc, type LessonDoc, type SectionDoc } from '../model.ts'
import { isTouched, skeletonOf } from './skeleton.ts'

/** A course as instructors left it: which lessons they changed, added and took out. */
export async function oldCourse(course: CourseDoc, session: ClientSession | null = null): Promise<OldCourse> {
  const sections = await SectionModel.find({ course: course._id }).sort({ order: 1 }).session(session).lean<SectionDoc[]>()
  const lessons = await LessonModel.find({ course: course._id }).sort({ order: 1, _id: 1 }).session(session).lean<LessonDoc[]>()
  const left = new Set(lessons.map(({ activity }) => activity))
  return {
    title: course.title,
    dropped: new Set((course.activities ?? []).filter(activity => !left.has(activity))),
    sections: sections.map(({ _id, subject }) => ({
      subject, lessons: lessons.filter(({ section }) => section.equals(_id)).map(lesson => ({ ...textOf(lesson), activity: lesson.activity ?? null, touched: isTouched(lesson) })),
    })),
  }
}

const textOf = ({ title, kind, body, url, file, minutes, required }: LessonDoc): LessonText =>
  ({ title, kind, body, url: url ?? null, file: file ?? null, minutes, required })

/** What of its sections and lessons would be otherwise in the course of this content. */
export const planOfSections = async (course: CourseDoc, content: Content): Promise<PlanRow[]> => sectionsOf(content, await oldCourse(course), skeletonOf).rows
