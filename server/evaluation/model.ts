import mongoose, { Schema, type Types } from 'mongoose'
import type { CertificateDoc } from '../certificate/index.ts'
import type { CurriculumVersionDoc } from '../curriculum/index.ts'
import type { ApprovalSide, ImprovementState, ReactionItem } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { Figures } from './domain/figures.ts'
import type { ScorecardMove, ScorecardState } from './domain/scorecard.ts'
import type { TraceEdge, TraceNode } from './domain/trace.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false, minimize: false } as const

export const reactionItems = ['RELEVANCE', 'MATERIAL', 'INSTRUCTORS', 'ORGANISATION', 'APPLICATION'] as const satisfies readonly ReactionItem[]

// What was said, by nobody: neither who, nor at which hour. That somebody answered stands apart from it.
const reactionSchema = new Schema({
  version: { type: ref, required: true },
  course: { type: ref, required: true },
  class: { type: ref, required: true },
  scores: { type: new Schema(Object.fromEntries(reactionItems.map(item => [item, { type: Number, required: true }])), bare), required: true },
  text: { type: String, default: '' },
  on: { type: String, required: true },
}, whole)
reactionSchema.index({ version: 1 })
reactionSchema.index({ class: 1 })

// That an enrolment has answered: the unique index lets it do so once.
const answeredSchema = new Schema({ enrolment: { type: ref, required: true } }, whole)
answeredSchema.index({ enrolment: 1 }, { unique: true })

const comment = new Schema({ at: { type: Date, required: true }, by: { type: ref, required: true }, text: { type: String, required: true } }, bare)
const step = new Schema({ at: { type: Date, required: true }, by: { type: ref, required: true }, move: { type: String, required: true }, to: { type: String, required: true } }, bare)

// One for each version of a curriculum.
const scorecardSchema = new Schema({
  version: { type: ref, required: true },
  curriculum: { type: ref, required: true },
  partner: { type: ref, required: true },
  course: { type: ref, required: true },
  number: { type: Number, required: true },
  title: { type: String, required: true },
  state: { type: String, enum: ['DRAFT', 'PARTNER_COMMENT', 'PUBLISHED'] as const, required: true, default: 'DRAFT' },
  /** As worked out when it was last drafted; from the moment the partner sees it, it stays. */
  figures: { type: Schema.Types.Mixed, required: true },
  figuredAt: { type: Date, required: true },
  sharedAt: { type: Date, default: null },
  publishedAt: { type: Date, default: null },
  comments: { type: [comment], required: true, default: [] },
  history: { type: [step], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, whole)
scorecardSchema.index({ version: 1 }, { unique: true })
scorecardSchema.index({ partner: 1, state: 1, _id: -1 })
scorecardSchema.index({ course: 1, state: 1 })
scorecardSchema.index({ curriculum: 1, number: -1 })

const improvementSchema = new Schema({
  scorecard: { type: ref, required: true },
  curriculum: { type: ref, required: true },
  partner: { type: ref, required: true },
  /** Number of the version whose scorecard asked for it. */
  number: { type: Number, required: true },
  title: { type: String, required: true },
  side: { type: String, enum: ['AGENCY', 'PARTNER'] as const, required: true },
  due: { type: String, required: true },
  state: { type: String, enum: ['OPEN', 'IN_PROGRESS', 'DONE'] as const, required: true, default: 'OPEN' },
  /** The version that did it. */
  doneIn: { type: ref, default: null },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
  revision: { type: Number, required: true, default: 0 },
}, whole)
improvementSchema.index({ scorecard: 1, _id: 1 })
improvementSchema.index({ curriculum: 1, state: 1, _id: 1 })

export type ScorecardCommentDoc = { at: Date; by: Types.ObjectId; text: string }
export type ScorecardStepDoc = { at: Date; by: Types.ObjectId; move: ScorecardMove; to: ScorecardState }
export type ReactionDoc = Omit<Stored<typeof reactionSchema>, 'scores'> & { scores: Record<ReactionItem, number> }
export type ScorecardDoc = Omit<Stored<typeof scorecardSchema>, 'figures' | 'comments' | 'history' | 'sharedAt' | 'publishedAt'> & {
  figures: Figures; comments: ScorecardCommentDoc[]; history: ScorecardStepDoc[]; sharedAt: Date | null; publishedAt: Date | null
}
export type ImprovementDoc = Omit<Stored<typeof improvementSchema>, 'side' | 'state' | 'doneIn'> & { side: ApprovalSide; state: ImprovementState; doneIn: Types.ObjectId | null }
/** From a certificate, or a whole curriculum, back to the needs: worked out, not stored. */
export type TraceDoc = { certificate: CertificateDoc | null; version: CurriculumVersionDoc; nodes: TraceNode[]; edges: TraceEdge[] }

export const ReactionModel = model('CourseReaction', reactionSchema)
export const AnsweredModel = model('CourseReactionAnswered', answeredSchema)
export const ScorecardModel = model('Scorecard', scorecardSchema)
export const ImprovementModel = model('Improvement', improvementSchema)
