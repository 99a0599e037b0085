import { assessmentsOf, contentOf, CourseModel, say, type CourseDoc, type PlanRow } from '../../course/index.ts'
import type { AssessmentContent, Content } from '../../curriculum/index.ts'
import { digestOf } from '../../lib/digest.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import type { Rubric } from '../domain/rubric.ts'
import { goneRows, rubricSkeleton, shellOf, type OldPracticum, type Task } from '../domain/shells.ts'
import { PracticumModel, type PracticumDoc } from '../model.ts'

/** What a practicum starts with where there was none before: two revisions (DOMAIN §10.3), five files. Default, editable. */
const defaults = {
  maxFiles: 5, revisionsAllowed: 2,
  acceptedTypes: ['application/pdf', 'image/*', 'video/mp4', 'audio/*', 'text/csv', 'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/zip'],
}

/**
 * Makes a practicum for each PRACTICUM assessment of the version a course was compiled from, once, with the skeleton of a
 * rubric; what instructors made of it in the course of the version before is carried over. Safe to run twice, also at once.
 */
export async function makeShells(courseId: string): Promise<void> {
  const found = await assessmentsOf(courseId, 'PRACTICUM')
  if (!found) return
  const { course, content, assessments, previous } = found
  const made = new Set((await practicumsOf(course)).map(({ assessment }) => assessment))
  const missing = assessments.filter(({ id }) => !made.has(id))
  if (missing.length === 0) return
  if (previous) await makeShells(String(previous._id))
  const before = new Map((previous ? await practicumsOf(previous) : []).map(practicum => [practicum.assessment, practicum]))
  const shells = missing.map(assessment => {
    const { from, rubricFrom, ...shell } = shellOf(wantedOf(assessment, content), oldOf(before.get(assessment.id))).shell
    return {
      ...shell, course: course._id, partner: course.partner, section: assessment.section, assessment: assessment.id,
      compiled: from === 'VERSION' ? printOfTask(shell) : null, rubricCompiled: rubricFrom === 'VERSION' ? printOfRubric(shell.rubric) : null,
      skeleton: rubricFrom === 'VERSION',
    }
  })
  await inTransaction(session => PracticumModel.create(shells, { session, ordered: true })).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}

/** What of its practicums would be otherwise in the course of this content. */
export async function planOfPracticums(course: CourseDoc, content: Content): Promise<PlanRow[]> {
  const before = new Map((await practicumsOf(course)).map(practicum => [practicum.assessment, practicum]))
  const wanted = content.assessments.filter(({ kind }) => kind === 'PRACTICUM')
  const earlier = await contentOf(course)
  const was = new Map((earlier?.assessments ?? []).map(assessment => [assessment.id, wantedOf(assessment, earlier!)]))
  const kept = new Set(wanted.map(({ id }) => id))
  const gone = [...before.values()].filter(({ assessment }) => !kept.has(assessment))
  return [...wanted.flatMap(assessment => shellOf(wantedOf(assessment, content), oldOf(before.get(assessment.id)), was.get(assessment.id)).rows),
    ...goneRows(gone.map(practicum => ({ ...practicum, touched: oldOf(practicum)!.touched || oldOf(practicum)!.rubricTouched })))]
}

const levels = () => ['1', '2', '3', '4'].map(at => ({ label: say(`level.${at}`), description: say(`level.${at}.text`) }))

function wantedOf({ id, title, instructions, weight, outcomes }: AssessmentContent, content: Content) {
  const asked = content.outcomes.filter(outcome => outcomes.includes(outcome.id))
  return { id, title, weight, instructions: paragraphs(instructions), ...defaults, rubric: rubricSkeleton(asked, title, levels()) }
}

const taskOf = ({ title, instructions, maxFiles, acceptedTypes, revisionsAllowed }: Task): Task => ({ title, instructions, maxFiles, acceptedTypes, revisionsAllowed })
const printOfTask = (task: Task): string => digestOf(taskOf(task))
const printOfRubric = ({ criteria }: Rubric): string =>
  digestOf(criteria.map(({ id, title, weight, levels: given }) => ({ id, title, weight, levels: given.map(({ id: level, label, description, points }) => ({ level, label, description, points })) })))

/** As instructors left it. One made before prints were kept counts as theirs, an empty rubric as nobody's. */
const oldOf = (practicum: PracticumDoc | undefined): OldPracticum | undefined =>
  practicum && {
    ...taskOf(practicum), weight: practicum.weight, rubric: practicum.rubric, touched: practicum.compiled !== printOfTask(practicum),
    rubricTouched: practicum.rubric.criteria.length > 0 && practicum.rubricCompiled !== printOfRubric(practicum.rubric),
  }

const practicumsOf = ({ _id }: CourseDoc) => PracticumModel.find({ course: _id }).sort({ _id: 1 }).lean<PracticumDoc[]>()

/** Finds courses that the news missed, oldest first, and makes their practicums. */
export async function makeMissingShells(): Promise<void> {
  const made = await PracticumModel.distinct('course')
  const courses = await CourseModel.find({ _id: { $nin: made } }).sort({ _id: 1 }).select('_id').lean<CourseDoc[]>()
  for (const { _id } of courses) await makeShells(String(_id))
}
