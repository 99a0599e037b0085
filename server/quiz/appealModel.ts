import mongoose, { Schema, type Types } from 'mongoose'
import type { FromBank } from './domain/attempt.ts'
import type { AppealState } from './domain/appeal.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId

/** Days in which a mark may be appealed against, where its editors said nothing. Default, ours: a week. */
export const APPEAL_DAYS = 7
export const quizAppeals = { appealDays: { type: Number, required: true, default: APPEAL_DAYS } } as const

// An appeal against one mark. Course, class and quiz are here for lists and policies, the question for statistics.
const appealSchema = new Schema({
  attempt: { type: ref, required: true },
  question: { type: String, required: true },
  /** Of which question and version of the bank it was a copy. */
  bank: { type: Schema.Types.Mixed, default: null },
  quiz: { type: ref, required: true },
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  person: { type: ref, required: true },
  state: { type: String, enum: ['OPEN', 'UPHELD', 'DISMISSED'] as const, required: true, default: 'OPEN' },
  grounds: { type: String, required: true },
  at: { type: Date, required: true },
  /** Who does not judge it: its learner, who marked it, who wrote what a machine marked. */
  barred: { type: [ref], required: true },
  /** Points appealed against, and those given instead. */
  points: { type: Number, required: true },
  newPoints: { type: Number, default: null },
  reasons: { type: String, default: null },
  decidedBy: { type: ref, default: null },
  decidedAt: { type: Date, default: null },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
appealSchema.index({ attempt: 1, question: 1 }, { unique: true })
appealSchema.index({ person: 1, _id: -1 })
appealSchema.index({ course: 1, state: 1, _id: 1 })
appealSchema.index({ state: 1, _id: 1 })
appealSchema.index({ class: 1, quiz: 1, _id: 1 })
appealSchema.index({ quiz: 1, question: 1, state: 1 })
appealSchema.index({ 'bank.question': 1, state: 1 }, { partialFilterExpression: { 'bank.question': { $exists: true } } })

export type AppealDoc = {
  _id: Types.ObjectId; attempt: Types.ObjectId; question: string; bank: FromBank | null
  quiz: Types.ObjectId; class: Types.ObjectId; course: Types.ObjectId; person: Types.ObjectId
  state: AppealState; grounds: string; at: Date; barred: Types.ObjectId[]; points: number
  newPoints: number | null; reasons: string | null; decidedBy: Types.ObjectId | null; decidedAt: Date | null; revision: number
}
export const AppealModel = model('Appeal', appealSchema)
