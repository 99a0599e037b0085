import type { Types } from 'mongoose'
import type { Services } from '../../domain.ts'
import { CertificateModel } from '../../certificate/index.ts'
import { ClassModel, EnrolmentModel, type ClassDoc, type CourseDoc } from '../../course/index.ts'
import type { CurriculumVersionDoc } from '../../curriculum/index.ts'
import { dayOf } from '../../lib/days.ts'
import { SubmissionModel } from '../../practicum/index.ts'
import { acceptableShareOf, completionOf, ifMany, rankOf, type Figures, type Turnaround } from '../domain/figures.ts'
import { ReactionModel, reactionItems, type ReactionDoc } from '../model.ts'
import { itemsOf, quizzesOf } from './items.ts'
import { attainmentOf } from './outcomes.ts'

const TEXTS_SHOWN = 50

/** All that a scorecard says of a version: of the classes of its course that are over. */
export async function figuresOf({ now }: Pick<Services, 'now'>, version: CurriculumVersionDoc, course: CourseDoc): Promise<Figures> {
  const over = await ClassModel.find({ course: course._id, endsOn: { $lt: dayOf(now()) }, cancelledReason: null }).select('_id').lean<ClassDoc[]>()
  const classes = over.map(({ _id }) => _id)
  const quizzes = await quizzesOf(course._id)
  const [enrolled, completed, turnaround, outcomes, items, reactions] = await Promise.all([
    EnrolmentModel.countDocuments({ class: { $in: classes }, state: 'ENROLLED' }),
    CertificateModel.countDocuments({ class: { $in: classes }, state: 'VALID' }),
    turnaroundOf(classes), attainmentOf(version.content, course._id, classes, quizzes), itemsOf(classes, quizzes), reactionsOf(version._id),
  ])
  return { classes: classes.length, completion: completionOf(enrolled, completed), turnaround, outcomes, items, acceptableShare: acceptableShareOf(items), reactions }
}

/** From handing in to the first grading, in hours: median and the nine in ten. Read by rank, not all of them. */
async function turnaroundOf(classes: readonly Types.ObjectId[]): Promise<Turnaround | null> {
  const graded = { class: { $in: classes }, state: 'GRADED', submittedAt: { $ne: null } } as const
  const hours = { $divide: [{ $subtract: [{ $arrayElemAt: ['$gradings.at', 0] }, '$submittedAt'] }, 3_600_000] }
  const n = await SubmissionModel.countDocuments(graded)
  const at = async (share: number): Promise<number> => {
    const [row] = await SubmissionModel.aggregate<{ hours: number }>([
      { $match: graded }, { $project: { hours } }, { $sort: { hours: 1, _id: 1 } }, { $skip: rankOf(n, share) }, { $limit: 1 },
    ])
    return row?.hours ?? 0
  }
  if (ifMany(n, true) === null) return null
  const [medianHours, p90Hours] = await Promise.all([at(0.5), at(0.9)])
  return { graded: n, medianHours, p90Hours }
}

/** Means of what learners said, and what they wrote, in no order that tells who; null below five. */
async function reactionsOf(version: Types.ObjectId): Promise<Figures['reactions']> {
  const means = Object.fromEntries(reactionItems.map(item => [item, { $avg: `$scores.${item}` }]))
  const [row] = await ReactionModel.aggregate<{ n: number } & Record<string, number>>([{ $match: { version } }, { $group: { _id: null, n: { $sum: 1 }, ...means } }])
  if (!row || ifMany(row.n, true) === null) return null
  const written = await ReactionModel.find({ version, text: { $ne: '' } }).sort({ text: 1 }).limit(TEXTS_SHOWN).select('text').lean<ReactionDoc[]>()
  return { n: row.n, means: reactionItems.map(item => ({ item, mean: row[item]! })), texts: written.map(({ text }) => text) }
}
