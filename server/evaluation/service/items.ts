import type { Types } from 'mongoose'
import { lineOf } from '../../lib/paragraphs.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../quiz/index.ts'
import { qualityOf, type Item, type Sums } from '../domain/figures.ts'

type Row = Sums & { _id: { quiz: Types.ObjectId; question: string } }

/**
 * Facility and item-rest discrimination of each question of the quizzes, from first attempts only: who sits twice has seen
 * it. The store adds up; one row a question comes back.
 */
export async function itemsOf(classes: readonly Types.ObjectId[], quizzes: readonly QuizDoc[]): Promise<Item[]> {
  const worth = { $multiply: ['$$one.points', { $ifNull: ['$$one.mark', 0] }] }
  const rest = { $subtract: ['$total', '$x'] }
  const rows = await AttemptModel.aggregate<Row>([
    { $match: { class: { $in: classes }, state: 'FINISHED', number: 1 } },
    { $project: { quiz: 1, questions: 1, total: { $sum: { $map: { input: '$questions', as: 'one', in: worth } } } } },
    { $unwind: '$questions' },
    { $project: { quiz: 1, question: '$questions.id', mark: { $ifNull: ['$questions.mark', 0] }, total: 1, x: { $multiply: ['$questions.points', { $ifNull: ['$questions.mark', 0] }] } } },
    { $project: { quiz: 1, question: 1, x: '$mark', y: rest } },
    { $group: {
      _id: { quiz: '$quiz', question: '$question' }, n: { $sum: 1 }, sx: { $sum: '$x' }, sy: { $sum: '$y' },
      sxx: { $sum: { $multiply: ['$x', '$x'] } }, syy: { $sum: { $multiply: ['$y', '$y'] } }, sxy: { $sum: { $multiply: ['$x', '$y'] } },
    } },
  ])
  const found = new Map(rows.map(row => [`${String(row._id.quiz)}/${row._id.question}`, row]))
  return quizzes.flatMap(({ _id, title, questions }) => questions.flatMap(({ id, text }): Item[] => {
    const sums = found.get(`${String(_id)}/${id}`)
    return sums ? [{ quiz: title, question: id, label: lineOf(text, 160), n: sums.n, ...qualityOf(sums) }] : []
  }))
}

/** The quizzes of a course, in the curriculum's order. */
export const quizzesOf = (course: Types.ObjectId) => QuizModel.find({ course }).sort({ _id: 1 }).lean<QuizDoc[]>()
