import mongoose from 'mongoose'
import { atTheEnd, type Scoring } from './domain/attempt.ts'
import type { Answer, SpecificFeedback } from '../bank/index.ts'
import type { Live } from './domain/live.ts'
import type { OverallFeedback } from './domain/overall.ts'
import { behaviours, type Behaviour, type QuestionOutcome, type Step } from './domain/replay.ts'
import type { ReviewMatrix } from './domain/review.ts'

/** What is stored of how a quiz answers its learner: parts of the documents in model.ts. */

const { Schema } = mongoose
const part = { type: Schema.Types.Mixed, default: null } as const

const behaves = {
  behaviour: { type: String, enum: behaviours, required: true, default: 'DEFERRED' },
  /** What each try costs of a question's points, 0 to 1: of INTERACTIVE and ADAPTIVE alone. */
  penalty: { type: Number, required: true, default: 1 / 3 },
} as const

export const quizBehaviour = {
  ...behaves,
  /** What learners see of their attempts, and when; null: as the product has it (domain/review.ts). */
  review: part,
  /** The highest first. */
  overallFeedback: { type: [Schema.Types.Mixed], required: true, default: [] },
} as const
/** As the quiz said when it was begun. */
export const attemptBehaviour = behaves

const step = new Schema({
  at: { type: Date, required: true },
  kind: { type: String, enum: ['CHECK', 'TRY_AGAIN'] as const, required: true },
  answer: part,
  certainty: { type: Number, default: null },
}, { _id: false, id: false })

export const questionCourse = {
  /** In order, never changed: judging an attempt anew plays them again. */
  steps: { type: [step], required: true, default: [] },
  /** How sure its learner is, 1 to 3; null: not said. */
  certainty: { type: Number, default: null },
  certaintyAssumed: { type: Boolean, default: false },
  /** What was judged while the attempt went on, as it is shown then. */
  live: part,
  /** Of what was handed in; `tries`: answers that were judged. */
  outcome: { type: String, default: null },
  tries: { type: Number, default: 0 },
  /** How many parts of it were right, and of how many. */
  parts: part,
  /** What the key says of the answer handed in, and of no other. */
  specific: part,
} as const

/** `checked`: the answer judged last, or what a hint left of it; `specific`: what is said of it, until it is tried again. Of a hint, the number of right parts where it tells that. */
export type ShownDoc = Live & { checked: Answer | null; specific?: SpecificFeedback | null; hint: { text: string; partsRight: number | null; parts: number | null } | null }
/** Absent from sheets made before they were kept. */
export type CourseDoc = { steps?: Step[]; certainty?: number | null; certaintyAssumed?: boolean; live?: ShownDoc | null; outcome?: QuestionOutcome | null; tries?: number; parts?: { right: number; of: number } | null; specific?: SpecificFeedback | null }
/** What a quiz says of how it answers; absent from quizzes made before. */
export type ResponseDoc = { behaviour?: Behaviour; penalty?: number; review?: ReviewMatrix | null; overallFeedback?: OverallFeedback[] }

/** How a quiz or an attempt answers its learner; one made before there was a choice does so at the end. */
export const scoringOf = ({ behaviour, penalty }: { behaviour?: Behaviour | null; penalty?: number | null }): Scoring =>
  ({ behaviour: behaviour ?? atTheEnd.behaviour, penalty: penalty ?? atTheEnd.penalty })

/** How an earlier quiz answered its learner, for the quiz that takes its place: always its author's, as questions are. */
export const behaviourOf = (quiz: ResponseDoc | undefined): ResponseDoc => (quiz ? { ...scoringOf(quiz), review: quiz.review ?? null, overallFeedback: quiz.overallFeedback ?? [] } : {})
