import { createHash } from 'node:crypto'
import { judgeQuestions, questionParsers, questionWriters, type Exported, type ImportRow } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { ExportFormat, QuestionFormat } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import type { Written } from '../domain/attempt.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { editorQuestions } from './describe.ts'
import { fresh, newQuestionId, QUESTIONS_MAX, quizFor } from './edit.ts'

/** What a person writes; a request cannot bring more than this anyway. */
const SOURCE_MAX = 900_000

/** What a file's questions would become, row by row in the file's order. */
export async function previewQuestions(ctx: Context, id: string, format: QuestionFormat, source: string) {
  await quizFor(ctx, id)
  const rows = judge(format, source)
  return { hash: hashOf(format, source), count: rows.filter(({ question }) => question).length, rows: rows.map(row => ({ ...row, question: row.question && asked(row.question) })) }
}

/** Adds what can be asked here, all or none. Refuses with STALE when the file or the quiz is not what was looked at. */
export async function importQuestions(ctx: Context, id: string, revision: number, format: QuestionFormat, source: string, hash: string): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  if (hashOf(format, source) !== hash || quiz.revision !== revision) throw new Refusal('STALE', { revision: quiz.revision })
  const added = judge(format, source).flatMap(({ question }) => (question ? asked(question) : []))
  const room = QUESTIONS_MAX - quiz.questions.length
  if (added.length > room) throw new Refusal('OUT_OF_RANGE', { max: room }, 'source')
  if (added.length === 0) return quiz
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { questions: [...quiz.questions, ...added] }))
}

/** The questions with their keys as another system reads them; null for who may not see a key. */
export const exported = (ctx: Context, quiz: QuizDoc, format: ExportFormat): Exported | null =>
  (quizPolicy.edit(ctx.viewer, quiz) ? questionWriters[format](editorQuestions(quiz)) : null)

const hashOf = (format: string, source: string) => createHash('sha256').update(`${format}\n${source}`).digest('hex')

const asked = (question: NonNullable<ImportRow['question']>): Written => ({ ...question, id: newQuestionId(), outcome: null, level: null })

/** A kind that a quiz does not ask is named, not taken. */
function judge(format: QuestionFormat, source: string): ImportRow[] {
  if (source.length > SOURCE_MAX) throw new Refusal('TOO_LONG', { max: SOURCE_MAX }, 'source')
  return judgeQuestions(questionParsers[format](source))
    .map(row => (row.question?.kind === 'FILE' ? { ...row, outcome: 'UNSUPPORTED', losses: [], problem: row.question.kind, question: null } : row))
}
