import { Types } from 'mongoose'
import { assessmentsOf, contentOf, CourseModel, type CourseDoc, type PlanRow } from '../../course/index.ts'
import type { AssessmentContent, Content } from '../../curriculum/index.ts'
import { digestOf } from '../../lib/digest.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { behaviourOf } from '../behaviourModel.ts'
import { clockOf } from '../clockModel.ts'
import { appealDaysOf } from './appealable.ts'
import type { Written } from '../domain/attempt.ts'
import { goneRows, shellOf, type OldQuiz, type Settings } from '../domain/shells.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { noteAsked } from './asked.ts'

/**
 * Makes a quiz for each QUIZ assessment of the version a course was compiled from, once, with its blueprint; what
 * instructors made of it in the course of the version before is carried over. Safe to run twice, also at once.
 */
export async function makeShells(courseId: string): Promise<void> {
  const found = await assessmentsOf(courseId, 'QUIZ')
  if (!found) return
  const { course, assessments, previous } = found
  const made = new Set((await quizzesOf(course._id)).map(({ assessment }) => assessment))
  const missing = assessments.filter(({ id }) => !made.has(id))
  if (missing.length === 0) return
  if (previous) await makeShells(String(previous._id))
  const before = new Map((previous ? await quizzesOf(previous._id) : []).map(quiz => [quiz.assessment, quiz]))
  const assessmentOf = new Map([...before.values()].map(quiz => [String(quiz._id), quiz.assessment]))
  const ids = new Map(missing.map(({ id }) => [id, new Types.ObjectId()]))
  // The pre-test of the quiz before, in the course at hand.
  const pretestIn = (assessment: string) => ids.get(assessmentOf.get(String(before.get(assessment)?.pretest)) ?? '') ?? null
  const shells = missing.map(assessment => {
    const { from, ...shell } = shellOf<Written>(wantedOf(assessment), oldOf(before.get(assessment.id))).shell
    return { ...shell, ...behaviourOf(before.get(assessment.id)), ...clockOf(before.get(assessment.id)), appealDays: appealDaysOf(before.get(assessment.id) ?? {}), pretest: pretestIn(assessment.id), _id: ids.get(assessment.id)!, course: course._id, partner: course.partner, section: assessment.section, assessment: assessment.id, compiled: from === 'VERSION' ? printOf(shell) : null }
  })
  // All or none, in the curriculum's order.
  await inTransaction(session => QuizModel.create(shells, { session, ordered: true })).catch(error => {
    if (!isDuplicate(error)) throw error
  })
  for (const quiz of shells) await noteAsked(quiz)
}

/** What of its quizzes would be otherwise in the course of this content. */
export async function planOfQuizzes(course: CourseDoc, content: Content): Promise<PlanRow[]> {
  const before = new Map((await quizzesOf(course._id)).map(quiz => [quiz.assessment, quiz]))
  const wanted = content.assessments.filter(({ kind }) => kind === 'QUIZ')
  const was = new Map(((await contentOf(course))?.assessments ?? []).map(assessment => [assessment.id, wantedOf(assessment)]))
  const kept = new Set(wanted.map(({ id }) => id))
  const gone = [...before.values()].filter(({ assessment }) => !kept.has(assessment))
  return [...wanted.flatMap(assessment => shellOf<Written>(wantedOf(assessment), oldOf(before.get(assessment.id)), was.get(assessment.id)).rows),
    ...goneRows(gone.map(quiz => ({ ...quiz, touched: isTouched(quiz) })))]
}

const wantedOf = ({ id, title, instructions, weight, blueprint }: AssessmentContent) =>
  ({ id, title, weight, instructions: paragraphs(instructions), blueprint: (blueprint ?? []).map(({ id: row, outcome, level, items }) => ({ id: row, outcome, level, items })) })

const settingsOf = ({ title, instructions, minutes, attemptsAllowed, gradeMethod, passMark, shuffle }: QuizDoc | Settings): Settings =>
  ({ title, instructions, minutes: minutes ?? null, attemptsAllowed: attemptsAllowed ?? null, gradeMethod, passMark, shuffle })

const printOf = (quiz: QuizDoc | Settings): string => digestOf(settingsOf(quiz))

/** Whether instructors changed its settings; a quiz made before this was kept counts as theirs. */
export const isTouched = (quiz: QuizDoc): boolean => quiz.compiled !== printOf(quiz)

const oldOf = (quiz: QuizDoc | undefined): OldQuiz<Written> | undefined =>
  quiz && { ...settingsOf(quiz), sections: quiz.sections ?? [], draws: quiz.draws ?? [], navigation: quiz.navigation ?? 'FREE', weight: quiz.weight, questions: quiz.questions, blueprint: quiz.blueprint ?? [], touched: isTouched(quiz) }

const quizzesOf = (course: Types.ObjectId) => QuizModel.find({ course }).sort({ _id: 1 }).lean<QuizDoc[]>()

/** Finds courses that the news missed, oldest first, and makes their quizzes. */
export async function makeMissingShells(): Promise<void> {
  const made = await QuizModel.distinct('course')
  const courses = await CourseModel.find({ _id: { $nin: made } }).sort({ _id: 1 }).select('_id').lean<CourseDoc[]>()
  for (const { _id } of courses) await makeShells(String(_id))
}
