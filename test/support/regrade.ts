import { Types } from 'mongoose'
import type { QuizDoc } from '../../server/quiz/index.ts'
import { RegradeModel } from '../../server/quiz/regradeModel.ts'

/** A proposal to drop the quiz's first question; the one that stands if there is one. */
export async function aRegrade(quiz: QuizDoc): Promise<Types.ObjectId> {
  const standing = await RegradeModel.findOne({ quiz: quiz._id, state: 'PROPOSED' })
  if (standing) return standing._id
  const { _id } = await RegradeModel.create({
    quiz: quiz._id, course: quiz.course, partner: quiz.partner, state: 'PROPOSED', by: new Types.ObjectId(), at: new Date(), reason: 'Kunci keliru',
    changes: [{ act: 'DROP', question: quiz.questions[0]!.id, before: quiz.questions[0] }],
  })
  return _id
}
