import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { QuestionInput, QuizInput } from '../../graphql.ts'
import { line, optional, read, richText, whole, z } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal, type Fault } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import type { Written } from '../domain/attempt.ts'
import { faultsOf } from '../domain/faults.ts'
import { QuizModel, gradeMethods, levels, questionKinds, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'

/** Questions a quiz may have. */
export const QUESTIONS_MAX = 200
const CHOICES_MAX = 10
const ACCEPTED_MAX = 20
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
})

const orNone = <T extends z.ZodType>(shape: T) => z.preprocess(value => value ?? [], z.array(shape))
const number = z.number().min(-1e12).max(1e12)

const question = z.object({
  kind: z.enum(questionKinds),
  text: richText(10_000, 1),
  points: z.number().min(0.25).max(100),
  feedback: z.preprocess(value => value ?? '', richText(5_000)),
  choices: orNone(z.object({ id: optional(z.string().max(40)), text: line(500), right: z.boolean() })).pipe(z.array(z.any()).max(CHOICES_MAX)),
  right: optional(z.boolean()),
  accepted: orNone(line(200)).pipe(z.array(z.string()).max(ACCEPTED_MAX)),
  value: optional(number),
  tolerance: optional(z.number().min(0).max(1e12)),
  unit: optional(line(30)),
  outcome: optional(z.string().max(60)),
  level: optional(z.enum(levels)),
})

/** Random, not counted up: an id that tells the order of writing would tell which choice was written first. */
const newId = () => randomBytes(8).toString('hex')

/** The question as it is to be stored. What its kind has no use for is dropped; every fault is told at once. */
function readQuestion(input: QuestionInput, id: string, before?: Written): Written {
  const given = read(question, input)
  const draft = given as typeof given & { choices: { id: string | null; text: string; right: boolean }[] }
  const known = new Set(before?.choices.map(choice => choice.id))
  const foreign = draft.choices.flatMap((choice, at): Fault[] =>
    (choice.id !== null && !known.has(choice.id) ? [{ code: 'NOT_FOUND', field: `input.choices.${at}.id` }] : []))
  const faults = [...foreign, ...faultsOf(draft).map(({ code, field }): Fault => ({ code, field: `input.${field}` }))]
  if (faults.length > 0) throw Refusal.of(faults)
  const { kind, text, points, feedback, outcome, level } = draft
  const chosen = kind === 'SINGLE_CHOICE' || kind === 'MULTIPLE_CHOICE'
  const numeric = kind === 'NUMERIC'
  return {
    id, kind, text, points, feedback, outcome, level,
    choices: chosen ? draft.choices.map(choice => ({ id: choice.id ?? newId(), text: choice.text, right: choice.right })) : [],
    right: kind === 'TRUE_FALSE' ? draft.right : null,
    accepted: kind === 'SHORT_ANSWER' ? [...new Set(draft.accepted)] : [],
    value: numeric ? draft.value : null,
    tolerance: numeric ? (draft.tolerance ?? 0) : null,
    unit: numeric ? draft.unit : null,
  }
}

/** A new question, checked and with an id of its own; for those who write many at once. */
export const newQuestion = (input: QuestionInput): Written => readQuestion(input, newId())

/** The quiz, for who may edit it. */
export async function quizFor(ctx: Context, id: string): Promise<QuizDoc> {
  const quiz = await ctx.load.quiz.get(id)
  authorise(quizPolicy, 'edit', ctx.viewer, quiz)
  return quiz
}

/** Tells what was edited, and gives it as it now is. */
export async function fresh(ctx: Context, quiz: QuizDoc): Promise<QuizDoc> {
  ctx.load.quizzesOfCourse.forget()
  await ctx.tell('course.edited', { course: String(quiz.course) })
  return ctx.load.quiz.fresh(quiz)
}

export async function updateQuiz(ctx: Context, id: string, revision: number, input: QuizInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, read(settings, input)))
}

/** Adds a question at the end. Attempts under way keep the questions they were given. */
export async function addQuestion(ctx: Context, id: string, input: QuestionInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const made = readQuestion(input, newId())
  const saved = await QuizModel.findOneAndUpdate(
    { _id: quiz._id, [`questions.${QUESTIONS_MAX - 1}`]: { $exists: false } },
    { $push: { questions: made }, $inc: { revision: 1 } }, { returnDocument: 'after' },
  ).lean<QuizDoc>()
  if (!saved) throw new Refusal('OUT_OF_RANGE', { max: QUESTIONS_MAX })
  return fresh(ctx, saved)
}

export async function updateQuestion(ctx: Context, id: string, questionId: string, revision: number, input: QuestionInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const before = quiz.questions.find(one => one.id === questionId)
  if (!before) throw new Refusal('NOT_FOUND', {}, 'question')
  const changed = readQuestion(input, questionId, before)
  const questions = quiz.questions.map(one => (one.id === questionId ? changed : one))
  if (quiz.revision !== revision) throw new Refusal('STALE')
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { questions }))
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
