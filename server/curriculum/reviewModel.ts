import mongoose, { Schema, type Types } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import type { ApprovalSide, CurriculumSection } from '../graphql.ts'
import { bare, content, type Content } from './content.ts'
import type { ChainEntry } from './domain/chain.ts'
import type { CurriculumMove, CurriculumState } from './domain/workflow.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const whole = { strict: 'throw', versionKey: false } as const
const text = { type: String, required: true } as const
const side = { type: String, enum: ['AGENCY', 'PARTNER'] as const, required: true } as const
/** Days for which a content somebody looked at is kept to compare with. */
const SNAPSHOT_DAYS = 180

/** The end of a history: what the next entry names as the one before it. */
export const head = new Schema({ seq: { type: Number, required: true }, hash: text }, bare)

/** A reviewer's word that a section is right, as it was then. One for each section and side: the last. */
export const signOff = new Schema({ section: text, side, by: { type: ref, required: true }, at: { type: Date, required: true }, hash: text }, bare)

/** A signatory is stood in for, in this curriculum alone. */
export const delegation = new Schema({
  _id: { type: ref, required: true },
  side,
  from: { type: ref, required: true },
  to: { type: ref, required: true },
  /** Days in WIB; both belong to it. */
  startsOn: text,
  endsOn: text,
  reason: text,
  at: { type: Date, required: true },
  revokedAt: { type: Date, default: null },
  revokedBy: { type: ref, default: null },
}, { id: false })

/** What was handed in for review, and by when it should be answered. */
export const review = new Schema({ since: { type: Date, required: true }, due: text }, bare)

const entrySchema = new Schema({
  curriculum: { type: ref, required: true },
  seq: { type: Number, required: true },
  at: { type: Date, required: true },
  /** Null for what nobody did: a period that ended. */
  by: { type: ref, default: null },
  /** AGENCY, or the partner's id: for whom the actor acted. */
  organisation: { type: String, default: null },
  kind: text,
  facts: { type: Schema.Types.Mixed, required: true, default: {} },
  /** The content's hash after it. */
  contentHash: text,
  previous: text,
  hash: text,
}, { ...whole, minimize: false })
entrySchema.index({ curriculum: 1, seq: 1 }, { unique: true })
entrySchema.index({ curriculum: 1, _id: -1 })
entrySchema.index({ curriculum: 1, kind: 1, seq: -1 })
entrySchema.index({ kind: 1, at: -1 })
// Written once: not even code that forgets this rule can change it through the model. What reaches the store past the
// model is found by the chain (domain/chain.ts).
const never = () => { throw new Error('an entry of the history does not change') }
entrySchema.pre(/^(update|replace|delete|findOneAnd)/, never)
entrySchema.pre('bulkWrite', never)
entrySchema.pre('save', function () {
  if (!this.isNew) never()
})

const sightSchema = new Schema({
  curriculum: { type: ref, required: true },
  person: { type: ref, required: true },
  revision: { type: Number, required: true },
  hash: text,
  at: { type: Date, required: true },
}, whole)
sightSchema.index({ person: 1, curriculum: 1 }, { unique: true })
sightSchema.index({ curriculum: 1, hash: 1 })

const snapshotSchema = new Schema({
  curriculum: { type: ref, required: true },
  hash: text,
  content: { type: content, required: true },
  usedAt: { type: Date, required: true },
}, whole)
snapshotSchema.index({ curriculum: 1, hash: 1 }, { unique: true })
snapshotSchema.index({ usedAt: 1 }, { expireAfterSeconds: SNAPSHOT_DAYS * 86_400 })

export type HeadDoc = { seq: number; hash: string }
export type SignOffDoc = { section: CurriculumSection; side: ApprovalSide; by: Types.ObjectId; at: Date; hash: string }
export type DelegationDoc = {
  _id: Types.ObjectId; side: ApprovalSide; from: Types.ObjectId; to: Types.ObjectId; startsOn: string; endsOn: string; reason: string; at: Date
  revokedAt: Date | null; revokedBy: Types.ObjectId | null
}
export type ReviewDoc = { since: Date; due: string }
export type CurriculumEntryDoc = Omit<ChainEntry, 'curriculum' | 'at' | 'by'> & { _id: Types.ObjectId; curriculum: Types.ObjectId; at: Date; by: Types.ObjectId | null }
/** A move, as the history tells it. */
export type CurriculumStepDoc = { at: Date; by: Types.ObjectId | null; move: CurriculumMove; to: CurriculumState; reason: string | null }
export type CurriculumSightDoc = Stored<typeof sightSchema>
export type CurriculumSnapshotDoc = Omit<Stored<typeof snapshotSchema>, 'content'> & { content: Content }

export const CurriculumEntryModel = model('CurriculumEntry', entrySchema)
export const CurriculumSightModel = model('CurriculumSight', sightSchema)
export const CurriculumSnapshotModel = model('CurriculumSnapshot', snapshotSchema)
