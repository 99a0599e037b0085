import type { Types } from 'mongoose'
import type { BankQuestionDoc } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { BankFigures, ItemStatistics } from '../../graphql.ts'
import { pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import { pooledOf, suggestionOf, type Fared } from '../domain/statistics/pooled.ts'
import { AppealModel } from '../appealModel.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { visibleStatistics } from '../policy.ts'
import { DrawUseModel } from '../structureModel.ts'
import { appealsOfBankQuestion } from './appealCounts.ts'
import { figuresOf } from './statistics.ts'

/** Quizzes over which figures are added up, the newest (default, ours). */
const QUIZZES_MAX = 50

export type BankUseFacts = Pick<ItemStatistics, 'drawn' | 'pilot' | 'n' | 'facility' | 'discrimination' | 'flags' | 'versions'> & { quiz: QuizDoc }

/** Quizzes that ask a question of the bank or drew it: both by an index. */
async function quizzesOf({ _id }: BankQuestionDoc): Promise<object> {
  const drawn: Types.ObjectId[] = await DrawUseModel.distinct('quiz', { question: String(_id) })
  return { $or: [{ 'questions.bank.question': String(_id) }, { _id: { $in: drawn } }] }
}

/** Of first attempts: who sits twice has seen it. Kept with the quiz's statistics, so that a question costs no reading of its own. */
async function itemsIn(ctx: Context, quiz: QuizDoc, question: BankQuestionDoc): Promise<ItemStatistics[]> {
  const { items } = await figuresOf(ctx, quiz, 'FIRST')
  return items.filter(({ bankQuestion }) => bankQuestion === String(question._id))
}

/** What its figures say over all quizzes, also those the viewer does not see: of nobody, and of no quiz, in particular. */
export async function bankFigures(ctx: Context, question: BankQuestionDoc): Promise<BankFigures> {
  const where = await quizzesOf(question)
  const quizzes = await QuizModel.find(where).sort({ _id: -1 }).limit(QUIZZES_MAX).lean<QuizDoc[]>()
  const items: ItemStatistics[] = []
  for (const quiz of quizzes) items.push(...await itemsIn(ctx, quiz, question))
  const { interval, ...pooled } = pooledOf(items.map(faredIn))
  const numbers = [...new Set(items.flatMap(({ versions }) => versions.map(({ form }) => form)))].sort((a, b) => a - b)
  const versions = numbers.map(form => ({ form, ...pooledOf(items.flatMap(item => item.versions.filter(one => one.form === form).map(faredIn))) }))
  const now = versions.find(({ form }) => form === question.versionCount)
  const attracts = items.some(item => item.versions.every(({ form }) => form === question.versionCount) && item.options.some(({ suspect }) => suspect === 'ATTRACTS_THE_BEST'))
  const appeals = await appealsTo(question)
  return {
    ...pooled, ...appeals.all, quizzes: await QuizModel.countDocuments(where), intervalLow: interval?.[0] ?? null, intervalHigh: interval?.[1] ?? null,
    versions: versions.map(({ form, n, facility, discrimination }) => ({ form, n, facility: facility!, discrimination, apart: false })),
    suggestion: now ? suggestionOf(question.state, now, attracts || appeals.upheldNow > 0) : null,
  }
}

/** Appeals against marks of the question, by its index; `upheldNow`: of what it says now. */
async function appealsTo({ _id, versionCount }: BankQuestionDoc) {
  const question = String(_id)
  const [{ filed, upheld }, upheldNow] = await Promise.all([
    appealsOfBankQuestion(question), AppealModel.countDocuments({ 'bank.question': question, state: 'UPHELD', 'bank.version': versionCount }),
  ])
  return { all: { appeals: filed, upheld }, upheldNow }
}

const faredIn = ({ n, facility, discrimination }: Pick<ItemStatistics, 'n' | 'facility' | 'discrimination'>): Fared => ({ n, facility: facility ?? null, discrimination: discrimination ?? null })

/** Where a question is used, with its figures there. */
export async function bankUses(ctx: Context, question: BankQuestionDoc, page: PageArgs): Promise<Page<BankUseFacts>> {
  const { nodes, ...rest } = await pageOf<QuizDoc>(QuizModel, { $and: [visibleStatistics(ctx.viewer), await quizzesOf(question)] }, page)
  const uses: BankUseFacts[] = []
  for (const quiz of nodes) {
    const items = await itemsIn(ctx, quiz, question)
    uses.push(...(items.length > 0 ? items.map(item => ({ ...item, quiz })) : [{ ...unasked, quiz }]))
  }
  return { ...rest, nodes: uses }
}

const unasked = { drawn: false, pilot: false, n: 0, facility: null, discrimination: null, flags: [], versions: [] }
