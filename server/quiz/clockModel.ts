import mongoose from 'mongoose'
import type { Answer } from '../bank/index.ts'
import { whenOver } from './domain/timing.ts'
import type { Timed, WhenOver } from './domain/timing.ts'

/** What is stored of an attempt's clock: parts of the documents in model.ts. */

const { Schema } = mongoose

const over = {
  whenOver: { type: String, enum: whenOver, required: true, default: 'HAND_IN' },
  graceMinutes: { type: Number, required: true, default: 0 },
} as const

export const quizClock = over

export const attemptClock = {
  /** As the quiz said when it was begun, like the minutes it gave before anybody was given more. */
  ...over,
  minutes: { type: Number, default: null },
  /** When the clock must look at it next; null: never. Every sweep goes by it. */
  nextCheckAt: { type: Date, default: null },
  /** Of one that is dealt and not begun: the revision of the quiz it was dealt from. */
  preparedFrom: { type: Number, default: null },
  /** Why people should look at it. */
  needsReview: { type: [String], enum: ['LATE_ANSWERS', 'NOT_SCORED'] as const, required: true, default: [] },
  /** Answers that came after the end, at most one of each question. */
  lateAnswers: { type: [new Schema({ question: { type: String, required: true }, answer: { type: Schema.Types.Mixed, default: null }, at: { type: Date, required: true } }, { _id: false, id: false })], select: false, default: undefined },
  reviewed: { type: new Schema({ by: { type: Schema.Types.ObjectId, required: true }, at: { type: Date, required: true }, note: { type: String, required: true } }, { _id: false, id: false }), default: null },
  /** Who opened it again after it was abandoned, the last time. */
  reopened: { type: new Schema({ by: { type: Schema.Types.ObjectId, required: true }, at: { type: Date, required: true }, reason: { type: String, required: true } }, { _id: false, id: false }), default: null },
} as const

export type LateDoc = { question: string; answer: Answer | null; at: Date }

type Stored = { state: Timed['state']; endsAt?: Date | null; whenOver?: WhenOver | null; graceMinutes?: number | null }

/** The clock of a stored attempt; one made before there was a choice is handed in when its time is over. */
export const timedOf = ({ state, endsAt, whenOver: over, graceMinutes }: Stored): Timed =>
  ({ state, endsAt: endsAt ?? null, whenOver: over ?? 'HAND_IN', graceMinutes: graceMinutes ?? 0 })

/** What an earlier quiz did when time was over, for the quiz that takes its place. */
export const clockOf = (quiz: { whenOver?: WhenOver | null; graceMinutes?: number | null } | undefined) =>
  (quiz ? { whenOver: quiz.whenOver ?? 'HAND_IN', graceMinutes: quiz.graceMinutes ?? 0 } : {})
