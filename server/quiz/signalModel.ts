import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import { signalKinds } from './domain/signals.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId

/** Kept in the attempt itself, so that saving an answer stays one write. */
export const signalsOfAttempt = {
  /** Where the last answer came from: a keyed hash of the address, of use within this attempt alone. */
  savedFrom: { type: String, default: null },
  /** How many places for signals are taken. */
  signalCount: { type: Number, required: true, default: 0 },
} as const

// One thing noted of an attempt; never changed. No pasted text and no address.
const signalSchema = new Schema({
  attempt: { type: ref, required: true },
  class: { type: ref, required: true },
  /** By its browser, or made of what the server saw: the same is noted once. */
  key: { type: String, required: true },
  kind: { type: String, enum: signalKinds, required: true },
  at: { type: Date, required: true },
  question: { type: String, default: null },
  seconds: { type: Number, default: null },
  length: { type: Number, default: null },
}, { strict: 'throw', versionKey: false })
signalSchema.index({ attempt: 1, key: 1 }, { unique: true })
signalSchema.index({ attempt: 1, _id: 1 })

export type SignalDoc = Stored<typeof signalSchema>
export const SignalModel = model('QuizSignal', signalSchema)
