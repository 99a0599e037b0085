import mongoose, { Schema, type Types } from 'mongoose'

const { model } = mongoose
const bare = { _id: false, id: false } as const
const navigations = ['FREE', 'SEQUENTIAL'] as const

const section = new Schema({
  id: { type: String, required: true },
  title: { type: String, default: '' },
  instructions: { type: String, default: '' },
  shuffle: { type: Boolean, required: true },
  perPage: { type: Number, default: null },
}, bare)
const draw = new Schema({
  id: { type: String, required: true },
  section: { type: String, required: true },
  count: { type: Number, required: true },
  points: { type: Number, required: true },
  pilot: { type: Boolean, required: true },
  outcome: { type: String, default: null },
  filter: { type: Schema.Types.Mixed, required: true },
}, bare)
const dealtSection = new Schema({ id: { type: String, required: true }, title: { type: String, default: '' }, instructions: { type: String, default: '' } }, bare)

/** What a quiz is made up of; absent from quizzes made before it could be said. */
export const structureOfQuiz = {
  sections: { type: [section], default: [] },
  draws: { type: [draw], default: [] },
  navigation: { type: String, enum: navigations, default: 'FREE' },
} as const
/** Of an attempt: the heads of its sections, read only where a sheet is shown, and the page one is on where it is kept. */
export const structureOfAttempt = {
  navigation: { type: String, enum: navigations, default: 'FREE' },
  page: { type: Number, default: 0 },
  sections: { type: [dealtSection], default: [], select: false },
} as const
export const placeOfAsked = {
  section: { type: String, default: null },
  page: { type: Number, default: null },
  pilot: { type: Boolean, default: false },
} as const

// How often a quiz drew a question of the bank, so that all are asked alike. A count, not a record: attempts are that.
const useSchema = new Schema({
  quiz: { type: Schema.Types.ObjectId, required: true },
  question: { type: String, required: true },
  times: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
useSchema.index({ quiz: 1, question: 1 }, { unique: true })
// Where a question was drawn.
useSchema.index({ question: 1, quiz: 1 })

export type DrawUseDoc = { _id: Types.ObjectId; quiz: Types.ObjectId; question: string; times: number }
export const DrawUseModel = model('DrawUse', useSchema)
