import { chosenRows, exportFile, importFor, QuestionImportModel, takeBrought } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { ExportFormat, QuestionExport } from '../../graphql.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import type { Written } from '../domain/attempt.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { editorQuestions } from './describe.ts'
import { fresh, newQuestionId, quizFor, roomIn } from './edit.ts'

/** Adds what was looked at, all that is chosen or nothing, and marks it so that a second time adds nothing. */
export async function importQuestions(ctx: Context, id: string, revision: number, importId: string, hash: string, except: readonly string[]): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const found = await importFor(ctx, importId)
  const rows = chosenRows(found, hash, except)
  if (found.quizzes.some(one => String(one) === id)) return quiz
  if (quiz.revision !== revision) throw new Refusal('STALE', { revision: quiz.revision })
  const room = roomIn(quiz)
  if (rows.length > room) throw new Refusal('OUT_OF_RANGE', { max: room }, 'import')
  if (rows.length === 0) return quiz
  const added = rows.map(({ question, level }): Written => ({ ...question, id: newQuestionId(), outcome: null, level }))
  const saved = await inTransaction(async session => {
    await takeBrought(ctx, session, added)
    await QuestionImportModel.updateOne({ _id: found._id }, { $addToSet: { quizzes: quiz._id } }, { session })
    return saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { questions: [...quiz.questions, ...added] }, session)
  })
  return fresh(ctx, saved)
}

/** The questions with their keys as another system reads them; null for who may not see a key. */
export async function exported(ctx: Context, quiz: QuizDoc, format: ExportFormat): Promise<QuestionExport | null> {
  if (!quizPolicy.edit(ctx.viewer, quiz)) return null
  return exportFile(editorQuestions(quiz).map(question => ({ question, category: '', tags: [], level: question.level })), format, quiz.title, ctx.now())
}
