import mongoose, { Schema, type Types } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import { bare, content, type Content } from './content.ts'
import { beginning } from './domain/chain.ts'
import { delegation, head, review, signOff, type DelegationDoc, type HeadDoc, type ReviewDoc, type SignOffDoc } from './reviewModel.ts'

const { model } = mongoose

const approval = new Schema({
  side: { type: String, enum: ['AGENCY', 'PARTNER'] as const, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  hash: { type: String, required: true },
  /** Whom the signer stands in for. */
  onBehalfOf: { type: Schema.Types.ObjectId, default: null },
}, bare)

/** Why a warning is accepted, while its facts stay as they were. */
const waiver = new Schema({
  code: { type: String, required: true },
  at: { type: String, default: null },
  /** The warning's facts in canonical form: when they change, the reason no longer covers it. */
  facts: { type: String, required: true },
  reason: { type: String, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  on: { type: Date, required: true },
}, bare)

export const sections = ['IDENTITY', 'TEAM', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES'] as const

const curriculumSchema = new Schema({
  code: { type: String, required: true },
  partner: { type: Schema.Types.ObjectId, required: true },
  state: { type: String, enum: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'ARCHIVED'] as const, required: true, default: 'DRAFT' },
  content: { type: content, required: true },
  hash: { type: String, required: true },
  /** The revision at which each section last changed: two authors at different sections do not collide. */
  changedAt: { type: Map, of: Number, required: true },
  approvals: { type: [approval], required: true, default: [] },
  signOffs: { type: [signOff], required: true, default: [] },
  delegations: { type: [delegation], required: true, default: [] },
  review: { type: review, default: null },
  /** The last entry of its history. */
  head: { type: head, required: true, default: () => beginning },
  waivers: { type: [waiver], required: true, default: [] },
  versionCount: { type: Number, required: true, default: 0 },
  updatedAt: { type: Date, required: true },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
curriculumSchema.index({ code: 1 }, { unique: true })
curriculumSchema.index({ partner: 1, state: 1 })
curriculumSchema.index({ state: 1 })

const versionSchema = new Schema({
  curriculum: { type: Schema.Types.ObjectId, required: true },
  code: { type: String, required: true },
  partner: { type: Schema.Types.ObjectId, required: true },
  number: { type: Number, required: true },
  hash: { type: String, required: true },
  content: { type: content, required: true },
  approvals: { type: [approval], required: true },
  waivers: { type: [waiver], required: true, default: [] },
  /** The entry of the history that tells its publication: what stands before it cannot be rewritten unseen. */
  history: { type: head, default: null },
  publishedAt: { type: Date, required: true },
  publishedBy: { type: Schema.Types.ObjectId, required: true },
}, { strict: 'throw', versionKey: false })
versionSchema.index({ curriculum: 1, number: 1 }, { unique: true })
// What was published never changes: not even code that forgets this rule can do it through the model.
versionSchema.pre(/^(update|replace|delete|findOneAnd)/, () => {
  throw new Error('a published version does not change')
})
versionSchema.pre('bulkWrite', () => {
  throw new Error('a published version does not change')
})
versionSchema.pre('save', function () {
  if (!this.isNew) throw new Error('a published version does not change')
})

/** Who changed which element of which section; null for the section itself. */
const edit = new Schema({
  section: { type: String, enum: sections, required: true },
  element: { type: String, default: null },
  by: { type: Schema.Types.ObjectId, required: true },
  /** AGENCY, or the partner's id. */
  organisation: { type: String, required: true },
}, bare)

const changeSchema = new Schema({
  curriculum: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  revision: { type: Number, required: true },
  sections: { type: [String], enum: sections, required: true },
  edits: { type: [edit], required: true, default: [] },
}, { strict: 'throw', versionKey: false })
changeSchema.index({ curriculum: 1, _id: -1 })

export type { ActivityContent, AssessmentContent, BlueprintRowContent, CompetencyContent, Content, HoursContent, OutcomeContent, SubjectContent, TeamMemberContent } from './content.ts'
export type ApprovalDoc = { side: 'AGENCY' | 'PARTNER'; by: Types.ObjectId; at: Date; hash: string; onBehalfOf?: Types.ObjectId | null }
export type WaiverDoc = { code: string; at: string | null; facts: string; reason: string; by: Types.ObjectId; on: Date }
export type { CurriculumEntryDoc, CurriculumStepDoc, DelegationDoc, SignOffDoc } from './reviewModel.ts'
export type TrainingKindDoc = { id: number; name: string; path: 'CLASSICAL' | 'NON_CLASSICAL'; flag: 'T' | 'F' | 'P'; practiceTarget: number | null; practiceFloor: number | null }
/** As read with `lean()`: a Map comes back as a plain object. */
export type CurriculumDoc = Omit<Stored<typeof curriculumSchema>, 'content' | 'approvals' | 'changedAt' | 'waivers' | 'signOffs' | 'delegations' | 'review' | 'head'> & {
  content: Content; approvals: ApprovalDoc[]; waivers: WaiverDoc[]; signOffs: SignOffDoc[]; delegations: DelegationDoc[]; review: ReviewDoc | null; head: HeadDoc
  changedAt: Partial<Record<(typeof sections)[number], number>>
}
export type CurriculumVersionDoc = Omit<Stored<typeof versionSchema>, 'content' | 'approvals' | 'waivers' | 'history'> & {
  content: Content; approvals: ApprovalDoc[]; waivers: WaiverDoc[]; history: HeadDoc | null
}
export type CurriculumEditDoc = { section: (typeof sections)[number]; element: string | null; by: Types.ObjectId; organisation: string }
export type CurriculumChangeDoc = Omit<Stored<typeof changeSchema>, 'edits'> & { edits: CurriculumEditDoc[] }

export const CurriculumModel = model('Curriculum', curriculumSchema)
export const CurriculumVersionModel = model('CurriculumVersion', versionSchema)
export const CurriculumChangeModel = model('CurriculumChange', changeSchema)
