import { randomBytes } from 'node:crypto'
import { knownMedia, readBody, takeMedia, type MediaKind } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { QuestionInput, QuizInput } from '../../graphql.ts'
import { line, optional, read, richText, whole, z } from '../../lib/input.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { appealSettings } from '../appealInput.ts'
import { behaviourSettings } from '../behaviourInput.ts'
import { clockSettings } from '../clockInput.ts'
import type { Written } from '../domain/attempt.ts'
import { todaysQuestion } from '../domain/former.ts'
import { asks } from '../domain/structure.ts'
import { noteAsked } from './asked.ts'
import { QuizModel, gradeMethods, levels, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { pretestChosen } from './gain.ts'

/** Questions a quiz may have. */
export const QUESTIONS_MAX = 200
/** Eight hours: no quiz takes longer than a day of work. */
const MINUTES_MAX = 480
const ATTEMPTS_MAX = 20

const settings = z.object({
  title: line(200),
  instructions: richText(10_000),
  minutes: optional(whole(1, MINUTES_MAX)),
  attemptsAllowed: optional(whole(1, ATTEMPTS_MAX)),
  gradeMethod: z.enum(gradeMethods),
  passMark: z.number().min(0).max(1),
  shuffle: z.boolean(),
  ...behaviourSettings,
  ...clockSettings,
  ...appealSettings,
})

const placing = z.object({ outcome: optional(z.string().max(60)), level: optional(z.enum(levels)), section: optional(z.string().max(40)) })

/** The question as it is to be stored; every fault is told at once. Without `known`, no picture that it did not have before. */
function readQuestion({ body, outcome, level, section }: QuestionInput, id: string, before?: Written, known?: ReadonlyMap<string, MediaKind>): Written {
  const question = readBody(body, id, before, 'input.body', known)
  return { ...question, ...read(placing, { outcome, level, section: section ?? before?.section }) }
}

/** Random, not counted up: what is sent tells nothing of the order of writing. */
export const newQuestionId = () => randomBytes(8).toString('hex')

/** A new question, checked and with an id of its own; for those who write many at once. */
export const newQuestion = (input: QuestionInput): Written => readQuestion(input, newQuestionId())

/** The quiz, for who may edit it; its questions as questions are written now. */
export async function quizFor(ctx: Context, id: string): Promise<QuizDoc> {
  const quiz = await ctx.load.quiz.get(id)
  authorise(quizPolicy, 'edit', ctx.viewer, quiz)
  return { ...quiz, questions: quiz.questions.map(todaysQuestion) }
}

/** Tells what was edited, and gives it as it now is. */
export async function fresh(ctx: Context, quiz: QuizDoc): Promise<QuizDoc> {
  ctx.load.quizzesOfCourse.forget()
  await noteAsked(quiz)
  await ctx.tell('course.edited', { course: String(quiz.course) })
  return ctx.load.quiz.fresh(quiz)
}

export async function updateQuiz(ctx: Context, id: string, revision: number, input: QuizInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { ...read(settings, input), ...await pretestChosen(ctx, quiz, input.pretest) }))
}

/** How many questions a quiz may still take, beside its own and those it draws. */
export const roomIn = (quiz: QuizDoc): number => Math.max(0, QUESTIONS_MAX - asks(quiz).count)

/** Adds a question at the end, as far as those drawn leave room. Attempts under way keep the questions they were given. */
export async function addQuestion(ctx: Context, id: string, input: QuestionInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  if (roomIn(quiz) <= 0) throw new Refusal('OUT_OF_RANGE', { max: QUESTIONS_MAX })
  const made = readQuestion(input, newQuestionId(), undefined, await knownMedia(ctx, input.body, undefined, 'input.body'))
  return fresh(ctx, await inTransaction(async session => {
    await takeMedia(ctx, session, made)
    const saved = await QuizModel.findOneAndUpdate(
      { _id: quiz._id, [`questions.${QUESTIONS_MAX - 1}`]: { $exists: false } },
      { $push: { questions: made }, $inc: { revision: 1 } }, { returnDocument: 'after', session },
    ).lean<QuizDoc>()
    if (!saved) throw new Refusal('OUT_OF_RANGE', { max: QUESTIONS_MAX })
    return saved
  }))
}

export async function updateQuestion(ctx: Context, id: string, questionId: string, revision: number, input: QuestionInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const before = quiz.questions.find(one => one.id === questionId)
  if (!before) throw new Refusal('NOT_FOUND', {}, 'question')
  const changed = readQuestion(input, questionId, before, await knownMedia(ctx, input.body, before, 'input.body'))
  const questions = quiz.questions.map(one => (one.id === questionId ? changed : one))
  if (quiz.revision !== revision) throw new Refusal('STALE')
  return fresh(ctx, await inTransaction(async session => {
    await takeMedia(ctx, session, changed, before)
    return saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { questions }, session)
  }))
}

/** Takes a question out; attempts that were given it keep it. */
export async function deleteQuestion(ctx: Context, id: string, questionId: string): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  if (!quiz.questions.some(one => one.id === questionId)) throw new Refusal('NOT_FOUND', {}, 'question')
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, {}, { $pull: { questions: { id: questionId } } }))
}

/** Puts the questions in this order. Refuses with STALE unless these are the questions there are. */
export async function orderQuestions(ctx: Context, id: string, order: readonly string[]): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const found = new Map(quiz.questions.map(one => [one.id, one]))
  const questions = [...new Set(order)].flatMap(one => found.get(one) ?? [])
  if (questions.length !== order.length || questions.length !== quiz.questions.length) throw new Refusal('STALE')
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision: quiz.revision }, { questions }))
}
