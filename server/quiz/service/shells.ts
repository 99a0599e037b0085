import type { Types } from 'mongoose'
import { CourseModel, SectionModel, type CourseDoc, type SectionDoc } from '../../course/index.ts'
import { CurriculumVersionModel, type Content, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import { inTransaction, isDuplicate, isId } from '../../lib/mongo.ts'
import { QuizModel, type QuizDoc } from '../model.ts'

type Assessment = Content['assessments'][number]

/** What a quiz starts with where there was none before. Default, editable. */
const defaults = { minutes: 30, attemptsAllowed: 2, gradeMethod: 'HIGHEST', passMark: 0.7, shuffle: true, questions: [] } as const

/**
 * Makes a quiz for each QUIZ assessment of the version a course was compiled from, once; what the course of the version
 * before had for the same assessment is carried over. Safe to run twice, also at once.
 */
export async function makeShells(courseId: string): Promise<void> {
  const course = isId(courseId) ? await CourseModel.findById(courseId).lean<CourseDoc>() : null
  const version = course && (await CurriculumVersionModel.findById(course.version).lean<CurriculumVersionDoc>())
  if (!version) return
  const assessments = version.content.assessments.filter(({ kind }) => kind === 'QUIZ')
  const made = new Set((await quizzesOf(course._id)).map(({ assessment }) => assessment))
  const missing = assessments.filter(({ id }) => !made.has(id))
  if (missing.length === 0) return
  const [before, sections] = await Promise.all([quizzesBefore(version), SectionModel.find({ course: course._id }).lean<SectionDoc[]>()])
  const sectionOf = new Map(sections.map(section => [section.subject.id, section._id]))
  const shells = missing.flatMap(assessment => {
    const section = sectionOf.get(assessment.subject)
    return section ? [shellOf(course, section, assessment, before.get(assessment.id))] : []
  })
  // All or none, in the curriculum's order.
  await inTransaction(session => QuizModel.create(shells, { session, ordered: true })).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}

function shellOf(course: CourseDoc, section: Types.ObjectId, { id, title, instructions, weight }: Assessment, before?: QuizDoc) {
  const { minutes, attemptsAllowed, gradeMethod, passMark, shuffle, questions } = before ?? defaults
  return {
    course: course._id, partner: course.partner, section, assessment: id, title, weight, instructions: paragraphs(instructions),
    minutes, attemptsAllowed, gradeMethod, passMark, shuffle, questions: [...questions],
  }
}

const quizzesOf = (course: Types.ObjectId) => QuizModel.find({ course }).lean<QuizDoc[]>()

/** The quizzes of the newest course of an earlier version, by assessment; its shells are made first should they be missing. */
async function quizzesBefore({ curriculum, number }: CurriculumVersionDoc): Promise<Map<string, QuizDoc>> {
  const versions = await CurriculumVersionModel.find({ curriculum, number: { $lt: number } }).sort({ number: -1 }).select('_id').lean<CurriculumVersionDoc[]>()
  const courses = await CourseModel.find({ version: { $in: versions.map(({ _id }) => _id) } }).lean<CourseDoc[]>()
  const found = new Map(courses.map(course => [String(course.version), course]))
  const course = versions.map(({ _id }) => found.get(String(_id))).find(one => one !== undefined)
  if (!course) return new Map()
  await makeShells(String(course._id))
  return new Map((await quizzesOf(course._id)).map(quiz => [quiz.assessment, quiz]))
}

/** Finds courses that the news missed, oldest first, and makes their quizzes. */
export async function makeMissingShells(): Promise<void> {
  const made = await QuizModel.distinct('course')
  const courses = await CourseModel.find({ _id: { $nin: made } }).sort({ _id: 1 }).select('_id').lean<CourseDoc[]>()
  for (const { _id } of courses) await makeShells(String(_id))
}
