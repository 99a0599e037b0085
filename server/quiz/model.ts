import mongoose, { Schema, type InferSchemaType, type Types } from 'mongoose'
import type { EnrolmentDoc } from '../course/index.ts'
import type { Answer, Asked } from '../bank/index.ts'
import { quizAppeals } from './appealModel.ts'
import { attemptBehaviour, questionCourse, quizBehaviour, type CourseDoc, type ResponseDoc } from './behaviourModel.ts'
import type { FromBank, KeyOfQuestion, Written } from './domain/attempt.ts'
import type { BlueprintRow } from './domain/blueprint.ts'
import type { Times } from './domain/effective.ts'
import type { Draw, QuizSection } from './domain/structure.ts'
import { regradeIndexes, regradesOfAttempt, regradesOfQuiz, type RegradesDoc } from './regradeModel.ts'
import { placeOfAsked, structureOfAttempt, structureOfQuiz } from './structureModel.ts'
import { attemptClock, quizClock } from './clockModel.ts'
import { signalsOfAttempt } from './signalModel.ts'
import { openStates } from './domain/states.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false } as const
const part = { type: Schema.Types.Mixed, default: null } as const
export const levels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const
export const gradeMethods = ['HIGHEST', 'AVERAGE', 'FIRST', 'LAST'] as const

// The parts of a kind are what the bank says they are (server/bank/domain/question.ts); written only after it judged them.
const written = new Schema({
  id: { type: String, required: true },
  kind: { type: String, required: true },
  text: { type: String, required: true },
  points: { type: Number, required: true },
  feedback: { type: String, default: '' },
  choices: { type: [Schema.Types.Mixed], default: [] },
  scoring: { type: String, default: 'HITS_LESS_MISSES' },
  right: { type: Boolean, default: null },
  patterns: { type: [Schema.Types.Mixed], default: [] },
  caseSensitive: { type: Boolean, default: false },
  number: part,
  matching: part,
  ordering: part,
  gaps: { type: [Schema.Types.Mixed], default: [] },
  calculated: part,
  essay: part,
  file: part,
  hotspot: part,
  hints: { type: [Schema.Types.Mixed], default: undefined },
  outcomeFeedback: { type: Schema.Types.Mixed, default: undefined },
  /** Id of the outcome it asks for and at which level, for the blueprint; null: the author did not say. */
  outcome: { type: String, default: null },
  level: { type: String, enum: [...levels, null], default: null },
  /** Of which question and version of the bank it is a copy. */
  bank: part,
  /** Id of the section of the quiz it stands in; null: the first. */
  section: { type: String, default: null },
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
  ...quizBehaviour,
  ...quizAppeals,
  ...structureOfQuiz,
  /** The quiz of the same course that this one is the post-test of. */
  pretest: { type: ref, default: null },
  ...quizClock,
  ...regradesOfQuiz,
  questions: { type: [written], required: true, default: [] },
  /** How many questions of which outcome and level the curriculum asks for. */
  blueprint: { type: [row], required: true, default: [] },
  /** SHA-256 of the settings as compiled: as long as it fits, nobody has changed them. */
  compiled: { type: String, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
quizSchema.index({ course: 1, assessment: 1 }, { unique: true })
// Where a question of the bank is used.
quizSchema.index({ 'questions.bank.question': 1 })
// Which quizzes draw from the questions of an owner.
quizSchema.index({ 'draws.filter.owner.kind': 1, 'draws.filter.owner.id': 1 })

const marking = new Schema({
  mark: { type: Number, required: true },
  comment: { type: String, default: '' },
  /** Why it is not what the machine said; and what that was. */
  reason: { type: String, default: null },
  was: { type: Number, default: null },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
  /** How often it was marked: what the next marker must have seen. */
  times: { type: Number, required: true },
}, bare)

const asked = new Schema({
  id: { type: String, required: true },
  kind: { type: String, required: true },
  text: { type: String, required: true },
  points: { type: Number, required: true },
  unit: { type: String, default: null },
  namesUnit: { type: Boolean, default: false },
  choices: { type: [Schema.Types.Mixed], default: [] },
  matching: part,
  items: { type: [Schema.Types.Mixed], default: [] },
  gaps: { type: [Schema.Types.Mixed], default: [] },
  essay: part,
  file: part,
  hotspot: part,
  variant: { type: Number, default: null },
  bank: part,
  ...placeOfAsked,
  seq: { type: Number, required: true, default: 0 },
  answer: part,
  savedAt: { type: Date, default: null },
  ...questionCourse,
  /** All only after the attempt was handed in. A mark is null as long as it waits for people. */
  mark: { type: Number, default: null },
  feedback: { type: String, default: null },
  marking: { type: marking, default: null },
}, bare)

const attemptSchema = new Schema({
  quiz: { type: ref, required: true },
  enrolment: { type: ref, required: true },
  person: { type: ref, required: true },
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  number: { type: Number, required: true },
  state: { type: String, enum: ['NOT_STARTED', 'IN_PROGRESS', 'OVERDUE', 'SUBMITTED', 'FINISHED', 'ABANDONED'] as const, required: true, default: 'IN_PROGRESS' },
  startedAt: { type: Date, required: true },
  endsAt: { type: Date, default: null },
  finishedAt: { type: Date, default: null },
  timedOut: { type: Boolean, required: true, default: false },
  passMark: { type: Number, required: true },
  ...attemptBehaviour,
  ...structureOfAttempt,
  ...attemptClock,
  ...signalsOfAttempt,
  ...regradesOfAttempt,
  mark: { type: Number, default: null },
  passed: { type: Boolean, default: null },
  revision: { type: Number, required: true, default: 0 },
  /** Draws the variants of calculated questions, and settles which of equals are drawn from the bank. */
  seed: { type: Number, default: null, select: false },
  /** A copy, in the order dealt: a learner is graded against what they saw. Read only where a sheet is shown. */
  questions: { type: [asked], required: true, select: false },
  /** Read by scoring alone. No query brings it along. */
  keys: { type: [new Schema({ id: { type: String, required: true }, key: { type: Schema.Types.Mixed, required: true }, feedback: { type: String, default: '' }, hints: { type: [Schema.Types.Mixed], default: undefined }, outcomeFeedback: { type: Schema.Types.Mixed, default: undefined } }, bare)], required: true, select: false },
}, whole)
// One open attempt at a quiz, however fast one clicks; and no number twice, so that none is begun beyond those allowed.
attemptSchema.index({ quiz: 1, enrolment: 1 }, { unique: true, partialFilterExpression: { state: { $in: ['NOT_STARTED', ...openStates] } }, name: 'one_attempt_under_way' })
attemptSchema.index({ enrolment: 1, quiz: 1, number: 1 }, { unique: true })
attemptSchema.index({ state: 1, nextCheckAt: 1 })
// Statistics read a quiz's finished attempts learner by learner.
attemptSchema.index({ quiz: 1, state: 1, enrolment: 1, number: 1 })
// How many there are and how often they changed, from the index alone: whether kept statistics still hold.
attemptSchema.index({ quiz: 1, state: 1, revision: 1 })
attemptSchema.index({ class: 1, quiz: 1, _id: -1 })
/** People should look at it. */
export const flagged = { 'needsReview.0': { $exists: true } } as const
attemptSchema.index({ quiz: 1, class: 1, _id: -1 }, { partialFilterExpression: flagged, name: 'needs_review' })
for (const index of regradeIndexes) attemptSchema.index(index)

type Stored<S extends Schema> = InferSchemaType<S> & { _id: Types.ObjectId }
export type QuizDoc = Omit<Stored<typeof quizSchema>, 'questions' | 'blueprint' | 'compiled' | 'sections' | 'draws' | 'regrades' | keyof ResponseDoc> & ResponseDoc & {
  regrades?: number
  questions: Written[]; sections: QuizSection[]; draws: Draw[]
  /** These are absent from quizzes made before they were kept. */
  blueprint?: BlueprintRow[]; compiled?: string | null
}
/** An attempt as every query reads it: neither questions nor keys. */
export type AttemptDoc = Omit<Stored<typeof attemptSchema>, 'questions' | 'keys' | 'seed' | 'sections' | keyof RegradesDoc> & RegradesDoc
export type MarkingDoc = { mark: number; comment: string; reason: string | null; was: number | null; by: Types.ObjectId; at: Date; times: number }
/** A question's page, from 0. */
export type PlaceDoc = { section: string | null; page: number | null; pilot: boolean }
/** `marking` is absent from attempts made before people marked, `bank` and its place from those before they were kept. */
export type AskedDoc = Asked & CourseDoc & Partial<PlaceDoc> & { bank?: FromBank | null; seq: number; answer: Answer | null; savedAt: Date | null; mark: number | null; feedback: string | null; marking?: MarkingDoc | null }
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
  /** What holds for this enrolment. */
  times: Times
}

export const QuizModel = model('Quiz', quizSchema)
export const AttemptModel = model('Attempt', attemptSchema)
