import { BankQuestionModel, BankVersionModel, visibleBankQuestions, type BankQuestionDoc, type BankVersionDoc, type Question } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { DrawnQuestion, QuestionKind } from '../../graphql.ts'
import { pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import type { Item } from '../domain/statistics/gather.ts'
import type { AskedDoc, QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { DrawUseModel, type DrawUseDoc } from '../structureModel.ts'

/** A question that statistics speak of: written in the quiz, or drawn for it. */
export type Asking = { question: Pick<Question, 'text' | 'kind' | 'choices'>; bank: string | null; drawn: boolean; pilot: boolean }

/** What a quiz drew from the bank, as it reads now; the quiz's own questions are not among them. */
export async function drawnFor({ _id }: QuizDoc): Promise<Map<string, Question>> {
  const uses = await DrawUseModel.find({ quiz: _id }).select('question').lean<Pick<DrawUseDoc, 'question'>[]>()
  if (uses.length === 0) return new Map()
  const found = await BankQuestionModel.find({ _id: { $in: uses.map(({ question }) => question) } }).select('version').lean<Pick<BankQuestionDoc, '_id' | 'version'>[]>()
  const versions = await BankVersionModel.find({ _id: { $in: found.map(({ version }) => version) } }).lean<BankVersionDoc[]>()
  return new Map(versions.map(({ bankQuestion, question }) => [String(bankQuestion), question]))
}

/** The same for who may propose to judge them anew, as far as they see them in the bank, newest first. */
export async function drawnQuestions(ctx: Context, quiz: QuizDoc, page: PageArgs): Promise<Page<DrawnQuestion> | null> {
  if (!quizPolicy.proposeRegrade(ctx.viewer, quiz)) return null
  const drawn: string[] = await DrawUseModel.distinct('question', { quiz: quiz._id })
  const { nodes, ...rest } = await pageOf<BankQuestionDoc>(BankQuestionModel, { $and: [{ _id: { $in: drawn } }, visibleBankQuestions(ctx.viewer)] }, page)
  const versions = await Promise.all(nodes.map(({ version }) => ctx.load.bankVersion.get(version)))
  return { ...rest, nodes: versions.map(({ bankQuestion, question }) => ({ id: question.id, bankQuestion: String(bankQuestion), kind: question.kind as QuestionKind, text: question.text })) }
}

/** A drawn question is one item in all its versions; tried without counting it is another. */
export const keyOf = ({ bank, points }: Pick<AskedDoc, 'bank' | 'points'>): string => (points > 0 ? bank!.question : `${bank!.question}.pilot`)

/** What is worth nothing is judged as if it were worth one, and counts nothing. */
export const itemOf = (id: string, { choices }: Pick<Question, 'choices'>, points: number): Item => ({
  id, max: points || 1, counts: points > 0, options: choices.map(choice => choice.id), right: choices.filter(({ right }) => right).map(choice => choice.id),
})
