import mongoose, { Schema, type Types } from 'mongoose'
import type { BankMove, BankOwnerKind, BankState, CognitiveLevel } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { Question } from './domain/question.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false } as const

const owner = new Schema({ kind: { type: String, enum: ['AGENCY', 'PARTNER', 'COURSE'], required: true }, id: { type: ref, default: null } }, bare)
const step = new Schema({
  at: { type: Date, required: true }, by: { type: ref, required: true }, move: { type: String, required: true }, to: { type: String, required: true }, reason: { type: String, default: null },
}, bare)
const comment = new Schema({ id: { type: String, required: true }, at: { type: Date, required: true }, by: { type: ref, required: true }, text: { type: String, required: true } }, bare)

const questionSchema = new Schema({
  owner: { type: owner, required: true },
  category: { type: String, default: '' },
  tags: { type: [String], required: true, default: [] },
  outcome: { type: String, default: '' },
  level: { type: String, default: null },
  intendedFacility: { type: Number, default: null },
  licence: { type: String, default: '' },
  state: { type: String, enum: ['DRAFT', 'REVIEWED', 'PILOT', 'LIVE', 'WATCH', 'RETIRED'], required: true, default: 'DRAFT' },
  /** What it says now, for lists and searches; each version's own words are in BankVersion. */
  kind: { type: String, required: true },
  words: { type: String, required: true },
  version: { type: ref, required: true },
  versionCount: { type: Number, required: true },
  /** Courses whose quizzes ask it, asked it, or may draw it: who learns there does not read it. Only grows. */
  askedIn: { type: [ref], default: [] },
  /** Who wrote what it says now: somebody else reviews it. */
  writtenBy: { type: ref, required: true },
  comments: { type: [comment], required: true, default: [] },
  history: { type: [step], required: true, default: [] },
  updatedAt: { type: Date, required: true },
  revision: { type: Number, required: true, default: 0 },
}, whole)
questionSchema.index({ 'owner.kind': 1, 'owner.id': 1, _id: -1 })

// What was asked never changes: a version is written once.
const versionSchema = new Schema({
  bankQuestion: { type: ref, required: true },
  number: { type: Number, required: true },
  at: { type: Date, required: true },
  by: { type: ref, required: true },
  question: { type: Schema.Types.Mixed, required: true },
}, whole)
versionSchema.index({ bankQuestion: 1, number: 1 }, { unique: true })
versionSchema.pre(/^(update|replace|findOneAnd)/, () => {
  throw new Error('a version of a question does not change')
})

export type OwnerDoc = { kind: BankOwnerKind; id: Types.ObjectId | null }
export type BankStepDoc = { at: Date; by: Types.ObjectId; move: BankMove; to: BankState; reason: string | null }
export type BankCommentDoc = { id: string; at: Date; by: Types.ObjectId; text: string }
export type BankQuestionDoc = Omit<Stored<typeof questionSchema>, 'owner' | 'state' | 'level' | 'history' | 'comments' | 'askedIn'> & {
  /** Absent where nobody asked it yet. */
  askedIn?: Types.ObjectId[]
  owner: OwnerDoc; state: BankState; level: CognitiveLevel | null; history: BankStepDoc[]; comments: BankCommentDoc[]
}
export type BankVersionDoc = Omit<Stored<typeof versionSchema>, 'question'> & { question: Question }

export const BankQuestionModel = model('BankQuestion', questionSchema)
export const BankVersionModel = model('BankVersion', versionSchema)
