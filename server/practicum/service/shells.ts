import { assessmentsOf, CourseModel, type CourseDoc } from '../../course/index.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import { PracticumModel, type PracticumDoc } from '../model.ts'

/** What a practicum starts with where there was none before: two revisions (DOMAIN §10.3), five files. Default, editable. */
const defaults = {
  rubric: { criteria: [] }, maxFiles: 5, revisionsAllowed: 2,
  acceptedTypes: ['application/pdf', 'image/*', 'video/mp4', 'audio/*', 'text/csv', 'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/zip'],
}

/**
 * Makes a practicum for each PRACTICUM assessment of the version a course was compiled from, once; what the course of the
 * version before had for the same assessment is carried over. Safe to run twice, also at once.
 */
export async function makeShells(courseId: string): Promise<void> {
  const found = await assessmentsOf(courseId, 'PRACTICUM')
  if (!found) return
  const { course, assessments, previous } = found
  const made = new Set((await practicumsOf(course)).map(({ assessment }) => assessment))
  const missing = assessments.filter(({ id }) => !made.has(id))
  if (missing.length === 0) return
  if (previous) await makeShells(String(previous._id))
  const before = new Map((previous ? await practicumsOf(previous) : []).map(practicum => [practicum.assessment, practicum]))
  const shells = missing.map(({ id, title, instructions, weight, section }) => {
    const { rubric, maxFiles, revisionsAllowed, acceptedTypes, instructions: written } = { instructions: paragraphs(instructions), ...defaults, ...before.get(id) }
    return { course: course._id, partner: course.partner, section, assessment: id, title, weight, instructions: written, rubric, maxFiles, revisionsAllowed, acceptedTypes }
  })
  await inTransaction(session => PracticumModel.create(shells, { session, ordered: true })).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}

const practicumsOf = ({ _id }: CourseDoc) => PracticumModel.find({ course: _id }).lean<PracticumDoc[]>()

/** Finds courses that the news missed, oldest first, and makes their practicums. */
export async function makeMissingShells(): Promise<void> {
  const made = await PracticumModel.distinct('course')
  const courses = await CourseModel.find({ _id: { $nin: made } }).sort({ _id: 1 }).select('_id').lean<CourseDoc[]>()
  for (const { _id } of courses) await makeShells(String(_id))
}
