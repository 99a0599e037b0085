import mongoose, { Schema, type Types } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import type { CurriculumMove, CurriculumState } from './domain/workflow.ts'

const { model } = mongoose
const bare = { _id: false, id: false } as const
const text = { type: String, default: '' }

const hours = new Schema({
  theory: { type: Number, required: true },
  practice: { type: Number, required: true },
  field: { type: Number, required: true },
}, bare)

const subject = new Schema({
  id: { type: String, required: true },
  title: { type: String, required: true },
  description: text,
  topics: { type: [String], required: true },
  hours: { type: hours, required: true },
  outcomes: { type: [String], required: true },
}, bare)

const outcome = new Schema({ id: { type: String, required: true }, code: { type: String, required: true }, text: { type: String, required: true } }, bare)

const competency = new Schema({
  id: { type: String, required: true },
  code: { type: String, required: true },
  name: { type: String, required: true },
  kind: { type: String, enum: ['MANAGERIAL', 'SOCIOCULTURAL', 'TECHNICAL'] as const, required: true },
  fromLevel: { type: Number, default: null },
  toLevel: { type: Number, required: true },
}, bare)

const assessment = new Schema({
  id: { type: String, required: true },
  kind: { type: String, enum: ['QUIZ', 'PRACTICUM'] as const, required: true },
  title: { type: String, required: true },
  subject: { type: String, required: true },
  outcomes: { type: [String], required: true },
  instructions: text,
  weight: { type: Number, required: true },
}, bare)

const content = new Schema({
  title: { type: String, required: true },
  kind: { type: Number, required: true },
  mode: { type: String, enum: ['CLASSROOM', 'ONLINE', 'BLENDED'] as const, required: true },
  audience: text,
  summary: text,
  faculty: text,
  outcomes: { type: [outcome], required: true },
  competencies: { type: [competency], required: true },
  subjects: { type: [subject], required: true },
  assessments: { type: [assessment], required: true },
  references: { type: [String], required: true },
}, bare)

const approval = new Schema({
  side: { type: String, enum: ['AGENCY', 'PARTNER'] as const, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  hash: { type: String, required: true },
}, bare)

const step = new Schema({
  at: { type: Date, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  move: { type: String, required: true },
  to: { type: String, required: true },
  reason: { type: String, default: null },
}, bare)

export const sections = ['IDENTITY', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES'] as const

const curriculumSchema = new Schema({
  code: { type: String, required: true },
  partner: { type: Schema.Types.ObjectId, required: true },
  state: { type: String, enum: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'ARCHIVED'] as const, required: true, default: 'DRAFT' },
  content: { type: content, required: true },
  hash: { type: String, required: true },
  /** The revision at which each section last changed: two authors at different sections do not collide. */
  changedAt: { type: Map, of: Number, required: true },
  approvals: { type: [approval], required: true, default: [] },
  history: { type: [step], required: true, default: [] },
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
  publishedAt: { type: Date, required: true },
  publishedBy: { type: Schema.Types.ObjectId, required: true },
}, { strict: 'throw', versionKey: false })
versionSchema.index({ curriculum: 1, number: 1 }, { unique: true })
// What was published never changes: not even code that forgets this rule can do it through the model.
versionSchema.pre(/^(update|replace|delete|findOneAnd)/, () => {
  throw new Error('a published version does not change')
})
versionSchema.pre('save', function () {
  if (!this.isNew) throw new Error('a published version does not change')
})

const changeSchema = new Schema({
  curriculum: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  revision: { type: Number, required: true },
  sections: { type: [String], enum: sections, required: true },
}, { strict: 'throw', versionKey: false })
changeSchema.index({ curriculum: 1, _id: -1 })

const commentSchema = new Schema({
  curriculum: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  by: { type: Schema.Types.ObjectId, required: true },
  section: { type: String, enum: [...sections, null], default: null },
  text: { type: String, required: true },
}, { strict: 'throw', versionKey: false })
commentSchema.index({ curriculum: 1, _id: -1 })

export type HoursContent = { theory: number; practice: number; field: number }
export type SubjectContent = { id: string; title: string; description: string; topics: string[]; hours: HoursContent; outcomes: string[] }
export type Content = {
  title: string; kind: number; mode: 'CLASSROOM' | 'ONLINE' | 'BLENDED'; audience: string; summary: string; faculty: string
  outcomes: { id: string; code: string; text: string }[]
  competencies: { id: string; code: string; name: string; kind: 'MANAGERIAL' | 'SOCIOCULTURAL' | 'TECHNICAL'; fromLevel: number | null; toLevel: number }[]
  subjects: SubjectContent[]
  assessments: { id: string; kind: 'QUIZ' | 'PRACTICUM'; title: string; subject: string; outcomes: string[]; instructions: string; weight: number }[]
  references: string[]
}
export type ApprovalDoc = { side: 'AGENCY' | 'PARTNER'; by: Types.ObjectId; at: Date; hash: string }
export type CurriculumStepDoc = { at: Date; by: Types.ObjectId; move: CurriculumMove; to: CurriculumState; reason: string | null }
export type TrainingKindDoc = { id: number; name: string; path: 'CLASSICAL' | 'NON_CLASSICAL'; flag: 'T' | 'F' | 'P'; practiceTarget: number | null; practiceFloor: number | null }
/** As read with `lean()`: a Map comes back as a plain object. */
export type CurriculumDoc = Omit<Stored<typeof curriculumSchema>, 'content' | 'approvals' | 'history' | 'changedAt'> & {
  content: Content; approvals: ApprovalDoc[]; history: CurriculumStepDoc[]; changedAt: Partial<Record<(typeof sections)[number], number>>
}
export type CurriculumVersionDoc = Omit<Stored<typeof versionSchema>, 'content' | 'approvals'> & { content: Content; approvals: ApprovalDoc[] }
export type CurriculumChangeDoc = Stored<typeof changeSchema>
export type CurriculumCommentDoc = Stored<typeof commentSchema>

export const CurriculumModel = model('Curriculum', curriculumSchema)
export const CurriculumVersionModel = model('CurriculumVersion', versionSchema)
export const CurriculumChangeModel = model('CurriculumChange', changeSchema)
export const CurriculumCommentModel = model('CurriculumComment', commentSchema)
