import { withAddresses } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { FileDoc } from '../../file/index.ts'
import type { Answer, AttemptQuestion } from '../../graphql.ts'
import type { AttemptDoc, QuizDoc } from '../model.ts'
import { editorQuestions } from './describe.ts'

export type ShownQuestion = Omit<AttemptQuestion, 'answerFiles'> & { answerFiles: FileDoc[] }

const addressOf = ({ _id }: AttemptDoc) => `/attempt-files/${String(_id)}`

/** The files handed in with an answer, with where they are read. */
export async function filesOf(ctx: Context, attempt: AttemptDoc, answer: Pick<Answer, 'files'> | null): Promise<FileDoc[]> {
  const files = await Promise.all((answer?.files ?? []).map(id => ctx.load.file.find(id)))
  return files.flatMap(file => (file ? [{ ...file, url: `${addressOf(attempt)}/${String(file._id)}` }] : []))
}

/** A question as it is sent, with the addresses of its pictures, its sounds and the files handed in. */
export async function withFiles(ctx: Context, attempt: AttemptDoc, question: Omit<AttemptQuestion, 'answerFiles'>): Promise<ShownQuestion> {
  return { ...withAddresses(question, addressOf(attempt)), answerFiles: await filesOf(ctx, attempt, question.answer ?? null) }
}

/** The questions of a quiz as its editors see them, with the addresses of their pictures and sounds. */
export const shownToEditors = (quiz: QuizDoc) => editorQuestions(quiz).map(question => withAddresses(question, `/quiz-files/${String(quiz._id)}`))
