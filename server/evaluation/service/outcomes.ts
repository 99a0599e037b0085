import type { Types } from 'mongoose'
import type { Content } from '../../curriculum/index.ts'
import { PracticumModel, SubmissionModel, type PracticumDoc } from '../../practicum/index.ts'
import { AttemptModel, type QuizDoc } from '../../quiz/index.ts'
import { REACHED, ifMany, type Attainment } from '../domain/figures.ts'

/** The list of outcomes standing at the place of a key in a list of keys; empty for a key that is not in it. */
const outcomesAt = (keys: readonly unknown[], outcomes: readonly (readonly string[])[], key: string) => ({
  $let: { vars: { at: { $indexOfArray: [[...keys], key] } }, in: { $cond: [{ $gte: ['$$at', 0] }, { $arrayElemAt: [outcomes.map(one => [...one]), '$$at'] }, []] } },
})

/**
 * Of each outcome, the share of learners whose evidence for it makes at least 70 %. Evidence: of each quiz the best attempt,
 * by the questions that ask for the outcome (one that says none counts for all its quiz assesses), and each practicum that
 * was graded. A learner's evidence weighs alike. The store works it out; one row an outcome comes back.
 */
export async function attainmentOf(content: Content, course: Types.ObjectId, classes: readonly Types.ObjectId[], quizzes: readonly QuizDoc[]): Promise<Attainment[]> {
  const practicums = await PracticumModel.find({ course }).select('assessment').lean<PracticumDoc[]>()
  const assessed = new Map(content.assessments.map(({ id, outcomes }) => [id, outcomes]))
  const questions = quizzes.flatMap(({ assessment, questions: asked }) =>
    asked.map(({ id, outcome }) => ({ id, outcomes: outcome ? [outcome] : (assessed.get(assessment) ?? []) })))
  const rows = await AttemptModel.aggregate<{ _id: string; learners: number; reached: number }>([
    { $match: { class: { $in: classes }, state: 'FINISHED' } },
    { $project: { enrolment: 1, quiz: 1, mark: 1, questions: 1 } },
    { $sort: { mark: -1, _id: 1 } },
    { $group: { _id: { enrolment: '$enrolment', quiz: '$quiz' }, questions: { $first: '$questions' } } },
    { $unwind: '$questions' },
    { $project: {
      enrolment: '$_id.enrolment', quiz: '$_id.quiz', points: '$questions.points', got: { $multiply: ['$questions.points', { $ifNull: ['$questions.mark', 0] }] },
      outcomes: outcomesAt(questions.map(({ id }) => id), questions.map(one => one.outcomes), '$questions.id'),
    } },
    { $unwind: '$outcomes' },
    { $group: { _id: { enrolment: '$enrolment', quiz: '$quiz', outcome: '$outcomes' }, got: { $sum: '$got' }, of: { $sum: '$points' } } },
    { $project: { enrolment: '$_id.enrolment', outcome: '$_id.outcome', mark: { $divide: ['$got', '$of'] } } },
    { $unionWith: { coll: SubmissionModel.collection.name, pipeline: [
      { $match: { class: { $in: classes }, state: 'GRADED' } },
      { $project: { enrolment: 1, mark: 1, outcome: outcomesAt(practicums.map(({ _id }) => _id), practicums.map(({ assessment }) => assessed.get(assessment) ?? []), '$practicum') } },
      { $unwind: '$outcome' },
    ] } },
    { $group: { _id: { enrolment: '$enrolment', outcome: '$outcome' }, mark: { $avg: '$mark' } } },
    // A sum of rounded parts may be a hair below what it is.
    { $group: { _id: '$_id.outcome', learners: { $sum: 1 }, reached: { $sum: { $cond: [{ $gte: ['$mark', REACHED - 1e-9] }, 1, 0] } } } },
  ])
  const found = new Map(rows.map(row => [row._id, row]))
  return content.outcomes.map(({ id, code, text }) => {
    const { learners, reached } = found.get(id) ?? { learners: 0, reached: 0 }
    return { outcome: id, label: `${code} ${text}`, learners: learners, share: ifMany(learners, learners === 0 ? 0 : reached / learners) }
  })
}
