import mongoose, { Schema, type InferSchemaType, type Types } from 'mongoose'
import type { EnrolmentDoc } from '../course/index.ts'
import type { Asked, KeyOfQuestion, Written } from './domain/attempt.ts'
import type { BlueprintRow } from './domain/blueprint.ts'
import type { Answer } from './domain/score.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false } as const
export const questionKinds = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC'] as const
export const levels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const
export const gradeMethods = ['HIGHEST', 'AVERAGE', 'FIRST', 'LAST'] as const

const written = new Schema({
  id: { type: String, required: true },
  kind: { type: String, enum: questionKinds, required: true },
  text: { type: String, required: true },
  points: { type: Number, required: true },
  feedback: { type: String, default: '' },
  choices: { type: [new Schema({ id: { type: String, required: true }, text: { type: String, required: true }, right: { type: Boolean, required: true } }, bare)], default: [] },
  right: { type: Boolean, default: null },
  accepted: { type: [String], default: [] },
  value: { type: Number, default: null },
  tolerance: { type: Number, default: null },
  unit: { type: String, default: null },
  /** Id of the outcome it asks for and at which level, for the blueprint; null: the author did not say. */
  outcome: { type: String, default: null },
  level: { type: String, enum: [...levels, null], default: null },
}, bare)

const row = new Schema({ id: { type: String, required: true }, outcome: { type: String, required: true }, level: { type: String, enum: levels, required: true }, items: { type: Number, required: true } }, bare)

// One quiz for each QUIZ assessment of the version a course was compiled from. Course and partner are here for policies.
const quizSchema = new Schema({
  course: { type: ref, required: true },
  partner: { type: ref, required: true },
  section: { type: ref, required: true },
  assessment: { type: String, required: true },
  title: { type: String, required: true },
  instructions: { type: String, default: '' },
  weight: { type: Number, required: true },
  minutes: { type: Number, default: null },
  attemptsAllowed: { type: Number, default: null },
  gradeMethod: { type: String, enum: gradeMethods, required: true },
  passMark: { type: Number, required: true },
  shuffle: { type: Boolean, required: true },
  questions: { type: [written], required: true, default: [] },
  /** How many questions of which outcome and level the curriculum asks for. */
  blueprint: { type: [row], required: true, default: [] },
  /** SHA-256 of the settings as compiled: as long as it fits, nobody has changed them. */
  compiled: { type: String, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
quizSchema.index({ course: 1, assessment: 1 }, { unique: true })

const answer = new Schema({
  choices: { type: [String], default: null },
  truth: { type: Boolean, default: null },
  text: { type: String, default: null },
  number: { type: Number, default: null },
}, bare)

const asked = new Schema({
  id: { type: String, required: true },
  kind: { type: String, enum: questionKinds, required: true },
  text: { type: String, required: true },
  points: { type: Number, required: true },
  unit: { type: String, default: null },
  choices: { type: [new Schema({ id: { type: String, required: true }, text: { type: String, required: true } }, bare)], default: [] },
  seq: { type: Number, required: true, default: 0 },
  answer: { type: answer, default: null },
  savedAt: { type: Date, default: null },
  /** Both only after the attempt is scored. */
  mark: { type: Number, default: null },
  feedback: { type: String, default: null },
}, bare)

const attemptSchema = new Schema({
  quiz: { type: ref, required: true },
  enrolment: { type: ref, required: true },
  person: { type: ref, required: true },
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  number: { type: Number, required: true },
  state: { type: String, enum: ['IN_PROGRESS', 'FINISHED'] as const, required: true, default: 'IN_PROGRESS' },
  startedAt: { type: Date, required: true },
  endsAt: { type: Date, default: null },
  finishedAt: { type: Date, default: null },
  timedOut: { type: Boolean, required: true, default: false },
  passMark: { type: Number, required: true },
  mark: { type: Number, default: null },
  passed: { type: Boolean, default: null },
  revision: { type: Number, required: true, default: 0 },
  /** A copy, in the order dealt: a learner is graded against what they saw. Read only where a sheet is shown. */
  questions: { type: [asked], required: true, select: false },
  /** Read by scoring alone. No query brings it along. */
  keys: { type: [new Schema({ id: { type: String, required: true }, key: { type: Schema.Types.Mixed, required: true }, feedback: { type: String, default: '' } }, bare)], required: true, select: false },
}, whole)
// One open attempt at a quiz, however fast one clicks; and no number twice, so that none is begun beyond those allowed.
attemptSchema.index({ quiz: 1, enrolment: 1 }, { unique: true, partialFilterExpression: { state: 'IN_PROGRESS' }, name: 'one_open_attempt' })
attemptSchema.index({ enrolment: 1, quiz: 1, number: 1 }, { unique: true })
attemptSchema.index({ state: 1, endsAt: 1 })
// Statistics read a quiz's finished attempts learner by learner.
attemptSchema.index({ quiz: 1, state: 1, enrolment: 1, number: 1 })
attemptSchema.index({ class: 1, quiz: 1, _id: -1 })

type Stored<S extends Schema> = InferSchemaType<S> & { _id: Types.ObjectId }
export type QuizDoc = Omit<Stored<typeof quizSchema>, 'questions' | 'blueprint' | 'compiled'> & {
  questions: Written[]
  /** These are absent from quizzes made before they were kept. */
  blueprint?: BlueprintRow[]; compiled?: string | null
}
/** An attempt as every query reads it: neither questions nor keys. */
export type AttemptDoc = Omit<Stored<typeof attemptSchema>, 'questions' | 'keys'>
export type AskedDoc = Asked & { seq: number; answer: Answer | null; savedAt: Date | null; mark: number | null; feedback: string | null }
/** The sheet with its keys, for scoring. */
export type ScoredDoc = AttemptDoc & { questions: AskedDoc[]; keys: KeyOfQuestion[] }
/** How an enrolment stands with a quiz: worked out, not stored. */
export type QuizStandingDoc = {
  quiz: QuizDoc
  enrolment: EnrolmentDoc
  /** Newest last. */
  attempts: AttemptDoc[]
  attemptsLeft: number | null
  mark: number | null
  passed: boolean
  /** Of those who take it: by the quiz, the class and the attempts; whose enrolment it is, policies judge. */
  open: boolean
}

export const QuizModel = model('Quiz', quizSchema)
export const AttemptModel = model('Attempt', attemptSchema)
