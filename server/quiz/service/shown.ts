import { withAddresses } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { FileDoc } from '../../file/index.ts'
import type { AttemptQuestion } from '../../graphql.ts'
import type { AttemptDoc, QuizDoc } from '../model.ts'
import { editorQuestions } from './describe.ts'

export type ShownQuestion = Omit<AttemptQuestion, 'answerFiles'> & { answerFiles: FileDoc[] }

/** A question as it is sent, with the addresses of its pictures, its sounds and the files handed in. */
export async function withFiles(ctx: Context, attempt: AttemptDoc, question: Omit<AttemptQuestion, 'answerFiles'>): Promise<ShownQuestion> {
  const base = `/attempt-files/${String(attempt._id)}`
  const files = await Promise.all((question.answer?.files ?? []).map(id => ctx.load.file.find(id)))
  return { ...withAddresses(question, base), answerFiles: files.flatMap(file => (file ? [{ ...file, url: `${base}/${String(file._id)}` }] : [])) }
}

/** The questions of a quiz as its editors see them, with the addresses of their pictures and sounds. */
export const shownToEditors = (quiz: QuizDoc) => editorQuestions(quiz).map(question => withAddresses(question, `/quiz-files/${String(quiz._id)}`))
