import { BankQuestionModel, fitting, noteAskedIn, type BankQuestionDoc } from '../../bank/index.ts'
import { eachOf, isId } from '../../lib/mongo.ts'
import { QuizModel, type QuizDoc } from '../model.ts'

/**
 * Who learns in a course must not read in the bank what may be asked there. Which questions that is, is kept with each
 * question: those copied into a quiz, and all that fit one of its draws, whatever state they are in.
 */

/** Notes where the questions of the bank are asked that a quiz has or may draw. */
export async function noteAsked({ course, questions, draws = [] }: Pick<QuizDoc, 'course' | 'questions' | 'draws'>): Promise<void> {
  const copied = questions.flatMap(({ bank }) => (bank && isId(bank.question) ? bank.question : []))
  await noteAskedIn(course, [...(copied.length > 0 ? [{ _id: { $in: copied } }] : []), ...draws.map(({ filter }) => fitting(filter))])
}

/** A question that was written or filed anew may fit draws that it did not fit before. */
export async function noteAskedAnew(id: string): Promise<void> {
  const question = await BankQuestionModel.findById(id).lean<BankQuestionDoc>()
  if (!question) return
  const { kind, id: owner } = question.owner
  const quizzes = QuizModel.find({ draws: { $elemMatch: { 'filter.owner.kind': kind, 'filter.owner.id': owner && String(owner) } } }).select('course draws').lean<Pick<QuizDoc, 'course' | 'draws'>[]>()
  for (const { course, draws } of await quizzes) await noteAskedIn(course, draws.map(({ filter }) => ({ $and: [{ _id: question._id }, fitting(filter)] })))
}

/** Finds what the news missed: a process that died after a save, questions that came in by the hundred. */
export async function noteAllAsked(): Promise<void> {
  const some = { $or: [{ 'draws.0': { $exists: true } }, { 'questions.bank.question': { $exists: true } }] }
  for await (const quiz of eachOf<QuizDoc>(QuizModel, some, { select: 'course draws questions.bank' })) await noteAsked(quiz)
}
