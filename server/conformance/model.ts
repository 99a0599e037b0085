import mongoose, { Schema, type Types } from 'mongoose'
import type { CourseDoc, PlanRow } from '../course/index.ts'
import type { DriftKind } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { DriftFacts } from './domain/drifts.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const

const acceptance = new Schema({
  side: { type: String, enum: ['AGENCY', 'PARTNER'] as const, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
  hash: { type: String, required: true },
}, bare)

export const driftKinds = ['HOURS', 'OUTCOME_NOT_ASSESSED', 'WEIGHT', 'BLUEPRINT', 'SECTION_REMOVED', 'RULES'] as const

const driftSchema = new Schema({
  course: { type: ref, required: true },
  version: { type: ref, required: true },
  curriculum: { type: ref, required: true },
  partner: { type: ref, required: true },
  kind: { type: String, enum: driftKinds, required: true },
  element: { type: String, required: true },
  label: { type: String, default: '' },
  size: { type: Number, required: true },
  facts: { type: Schema.Types.Mixed, required: true },
  /** SHA-256 of course, version, kind, element and facts: an acceptance is of exactly this. */
  hash: { type: String, required: true },
  state: { type: String, enum: ['OPEN', 'ACCEPTED', 'CLOSED'] as const, required: true, default: 'OPEN' },
  foundAt: { type: Date, required: true },
  closedAt: { type: Date, default: null },
  acceptances: { type: [acceptance], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false, minimize: false })
// However often and by however many it is looked for, it is one.
driftSchema.index({ course: 1, hash: 1 }, { unique: true })
driftSchema.index({ course: 1, state: 1, _id: 1 })
driftSchema.index({ partner: 1, _id: -1 })
driftSchema.index({ state: 1, _id: -1 })

export type AcceptanceDoc = { side: 'AGENCY' | 'PARTNER'; by: Types.ObjectId; at: Date; hash: string }
export type DriftDoc = Omit<Stored<typeof driftSchema>, 'kind' | 'facts' | 'acceptances' | 'closedAt'> & {
  kind: DriftKind; facts: DriftFacts; acceptances: AcceptanceDoc[]; closedAt: Date | null
}
/** What would be otherwise in the course of the newest version: worked out, not stored. */
export type RecompilePlanDoc = { course: CourseDoc; from: number; to: number; rows: PlanRow[]; hash: string; target: CourseDoc | null }
export const DriftModel = model('Drift', driftSchema)
