import mongoose, { Schema, type Types } from 'mongoose'
import type { RegradeChange, Regraded, Verdict } from './domain/regrade.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const

/** How many regrades a quiz has had: who begins a sheet begins after those. */
export const regradesOfQuiz = { regrades: { type: Number, default: 0 } } as const

const verdict = new Schema({ mark: { type: Number, default: null }, passed: { type: Boolean, default: null } }, bare)
const entry = new Schema({
  regrade: { type: ref, required: true },
  at: { type: Date, required: true },
  before: { type: verdict, required: true },
  after: { type: verdict, required: true },
  flip: { type: String, default: null },
  changed: { type: Boolean, required: true },
  questions: { type: [Schema.Types.Mixed], required: true },
  /** Its learner was told. */
  told: { type: Boolean, required: true },
}, bare)
/** The last regrade it was judged by, and what each made of it: the first `before` is the score as it was first given. */
export const regradesOfAttempt = { regraded: { type: Number, default: 0 }, regrades: { type: [entry], default: [] } } as const
// Who is still to be judged anew; what a regrade made of each; a quiz's attempts page by page.
export const regradeIndexes = [{ quiz: 1, regraded: 1 }, { 'regrades.regrade': 1, _id: -1 }, { quiz: 1, _id: -1 }] as const

const regradeSchema = new Schema({
  quiz: { type: ref, required: true },
  course: { type: ref, required: true },
  partner: { type: ref, required: true },
  state: { type: String, enum: ['PROPOSED', 'APPLYING', 'DONE', 'WITHDRAWN'] as const, required: true },
  /** Its place among the quiz's, from 1; from when it is carried out. */
  number: { type: Number, default: undefined },
  changes: { type: [Schema.Types.Mixed], required: true },
  /** Told to the learners. */
  reason: { type: String, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
  committedBy: { type: ref, default: null },
  committedAt: { type: Date, default: null },
  doneAt: { type: Date, default: null },
  /** What was to come of it when it was decided. */
  outlook: { type: Schema.Types.Mixed, default: null },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
regradeSchema.index({ quiz: 1 }, { unique: true, partialFilterExpression: { state: 'PROPOSED' }, name: 'one_proposal' })
regradeSchema.index({ quiz: 1, number: 1 }, { unique: true, partialFilterExpression: { number: { $gt: 0 } }, name: 'in_turn' })
regradeSchema.index({ quiz: 1, _id: -1 })
regradeSchema.index({ state: 1 })

export type RegradeEntry = { regrade: Types.ObjectId; at: Date; before: Verdict; after: Verdict; flip: 'TO_PASS' | 'TO_FAIL' | null; changed: boolean; questions: Regraded[]; told: boolean }
/** Absent from attempts made before there were regrades. */
export type RegradesDoc = { regraded?: number; regrades?: RegradeEntry[] }
/** `attempts`: those that were asked. `learners`: by the quiz's grade method. */
export type Outlook = {
  attempts: number; changed: number; raised: number; lowered: number; toPass: number; toFail: number
  learnersToPass: number; learnersToFail: number; byPeople: number; misfits: number; open: number
}
export type RegradeDoc = {
  _id: Types.ObjectId; quiz: Types.ObjectId; course: Types.ObjectId; partner: Types.ObjectId
  state: 'PROPOSED' | 'APPLYING' | 'DONE' | 'WITHDRAWN'; number?: number; changes: RegradeChange[]; reason: string
  by: Types.ObjectId; at: Date; committedBy: Types.ObjectId | null; committedAt: Date | null; doneAt: Date | null; outlook: Outlook | null; revision: number
}
export const RegradeModel = model('Regrade', regradeSchema)
