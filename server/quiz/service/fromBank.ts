import { Types } from 'mongoose'
import { BankQuestionModel, bankPolicy, insertBankQuestions, isAskable, writesFor, type BankQuestionDoc } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import type { Written } from '../domain/attempt.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { noteAsked } from './asked.ts'
import { fresh, newQuestionId, quizFor, roomIn } from './edit.ts'

/** Copies of questions of the bank, all or none, in the order given; one that is there already is not added twice. */
export async function takeFromBank(ctx: Context, id: string, wanted: readonly string[]): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const there = new Set(quiz.questions.map(({ bank }) => bank?.question))
  const missing = [...new Set(wanted)].filter(one => !there.has(one))
  if (missing.length > roomIn(quiz)) throw new Refusal('OUT_OF_RANGE', { max: roomIn(quiz) }, 'questions')
  if (missing.length === 0) return quiz
  // All at once, so that the loaders ask the store once.
  const added = await Promise.all(missing.map(one => copyOf(ctx, one)))
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision: quiz.revision }, { questions: [...quiz.questions, ...added] }))
}

async function copyOf(ctx: Context, id: string): Promise<Written> {
  const question = isId(id) ? await ctx.load.bankQuestion.find(id) : null
  if (!question || !bankPolicy.see(ctx.viewer, question)) throw new Refusal('NOT_FOUND', {}, 'questions')
  if (!isAskable(question.state)) throw new Refusal('WRONG_STATE', { state: question.state, move: 'take' }, 'questions')
  const version = await ctx.load.bankVersion.get(question.version)
  return { ...version.question, id: newQuestionId(), outcome: null, level: question.level, bank: { question: id, version: version.number } }
}

/** A question of a quiz as a new draft in the bank, and the quiz's from then on its copy: both or neither. */
export async function keepInBank(ctx: Context, id: string, questionId: string): Promise<BankQuestionDoc> {
  const quiz = await quizFor(ctx, id)
  const question = quiz.questions.find(one => one.id === questionId)
  if (!question) throw new Refusal('NOT_FOUND', {}, 'question')
  const kept = question.bank && (await BankQuestionModel.findById(question.bank.question).lean<BankQuestionDoc>())
  if (kept) {
    authorise(bankPolicy, 'see', ctx.viewer, kept)
    return kept
  }
  const owners = [{ kind: 'COURSE' as const, id: quiz.course }, { kind: 'PARTNER' as const, id: quiz.partner }]
  const owner = owners.find(one => writesFor(ctx.viewer, one))
  if (!owner) throw new Refusal('FORBIDDEN')
  const { outcome: _, level, bank: __, ...body } = question
  const filed = { category: quiz.title.replaceAll('/', ' '), tags: [], outcome: '', level, intendedFacility: null, licence: '' }
  const made = await inTransaction(async session => {
    const [bankQuestion] = await insertBankQuestions(ctx, owner, [{ filed, question: { ...body, id: String(new Types.ObjectId()) } }], session)
    const questions = quiz.questions.map(one => (one.id === questionId ? { ...one, bank: { question: String(bankQuestion), version: 1 } } : one))
    await saveIf<QuizDoc>(QuizModel, quiz._id, { revision: quiz.revision }, { questions }, session)
    return bankQuestion!
  })
  await noteAsked({ ...quiz, questions: [{ ...question, bank: { question: String(made), version: 1 } }] })
  return ctx.load.bankQuestion.get(made)
}
