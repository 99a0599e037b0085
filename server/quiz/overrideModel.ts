import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId

/** What is otherwise for a class, or for one who learns in it, than the quiz says. Null: as the quiz, or the class, has it. */
const overrideSchema = new Schema({
  quiz: { type: ref, required: true },
  class: { type: ref, required: true },
  /** Null: the whole class. */
  enrolment: { type: ref, default: null },
  opensAt: { type: Date, default: null },
  closesAt: { type: Date, default: null },
  minutes: { type: Number, default: null },
  attemptsAllowed: { type: Number, default: null },
  /** For who teaches: it may say something of somebody's health. */
  reason: { type: String, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
overrideSchema.index({ class: 1, quiz: 1, enrolment: 1 }, { unique: true })
// Quizzes that are about to open are prepared.
overrideSchema.index({ opensAt: 1 })

export type QuizOverrideDoc = Stored<typeof overrideSchema>
export const QuizOverrideModel = model('QuizOverride', overrideSchema)
