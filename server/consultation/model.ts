import mongoose, { Schema, Types } from 'mongoose'
import type { ClusterVerdict, CurriculumSection, QuestionForm, Reaction } from '../graphql.ts'
import type { Content } from '../curriculum/index.ts'
import type { Stored } from '../lib/mongo.ts'
import type { ConsultationState } from './domain/consultation.ts'
import type { ElementOutcome, GivenAnswer, QuestionOutcome, Turnout } from './domain/results.ts'

const { model } = mongoose
const bare = { _id: false, id: false } as const
const ref = { type: Schema.Types.ObjectId, required: true } as const
const text = { type: String, required: true } as const
const maybe = { type: String, default: null } as const
const whole = { strict: 'throw', versionKey: false } as const

const question = new Schema({
  id: text, form: { type: String, enum: ['SCALE', 'CHOICE', 'TEXT'] as const, required: true }, text, options: { type: [String], required: true, default: [] },
}, bare)

const consultationSchema = new Schema({
  curriculum: ref, partner: ref,
  code: text, title: text, intro: { type: String, default: '' },
  /** The draft as it was: what people read stays what they read. */
  content: { type: Schema.Types.Mixed, required: true },
  hash: text,
  units: { type: [Schema.Types.ObjectId], required: true },
  opensOn: text, closesOn: text,
  questions: { type: [question], required: true },
  state: { type: String, enum: ['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'] as const, required: true },
  by: ref,
  at: { type: Date, required: true },
  closedAt: { type: Date, default: null },
  /** How many were asked in each unit, as it was when it ended. */
  invited: { type: [new Schema({ unit: ref, count: { type: Number, required: true } }, bare)], default: null },
  /** Whether those asked, and those who asked, have been told. */
  told: { type: [String], required: true, default: [] },
  /** The version whose record it went into. */
  version: { type: Schema.Types.ObjectId, default: null },
  revision: { type: Number, required: true, default: 0 },
}, { ...whole, minimize: false })
consultationSchema.index({ curriculum: 1, _id: -1 })
consultationSchema.index({ units: 1, state: 1, _id: -1 })
consultationSchema.index({ state: 1, version: 1 })

// Apart, so that it can be thrown away: with it goes the only way from a person to their answer.
const keySchema = new Schema({ consultation: ref, key: text }, whole)
keySchema.index({ consultation: 1 }, { unique: true })

/** Ids that tell neither when nor in which order they were made. */
const place = { section: maybe, element: maybe } as const

const responseSchema = new Schema({
  _id: ref,
  consultation: ref,
  /** Finds the same person's answer again while the consultation is open, and tells nobody who that is. */
  marker: text,
  /** Null when anonymous. */
  person: { type: Schema.Types.ObjectId, default: null },
  /** Null where so few are in it that it would name them. */
  unit: { type: Schema.Types.ObjectId, default: null },
  answers: { type: [new Schema({ question: text, value: { type: Number, default: null }, text: maybe }, bare)], required: true, default: [] },
  reactions: { type: [new Schema({ ...place, reaction: text }, bare)], required: true, default: [] },
  proposals: { type: [new Schema({ _id: ref, ...place, text }, { id: false })], required: true, default: [] },
}, whole)
responseSchema.index({ consultation: 1, marker: 1 }, { unique: true })
responseSchema.index({ consultation: 1, person: 1 })

const clusterSchema = new Schema({
  consultation: ref, title: text,
  proposals: { type: [Schema.Types.ObjectId], required: true, default: [] },
  verdict: { type: String, enum: ['DONE', 'PARTLY', 'NOT_DONE', null] as const, default: null },
  because: maybe,
  answeredBy: { type: Schema.Types.ObjectId, default: null },
  answeredAt: { type: Date, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
clusterSchema.index({ consultation: 1, _id: 1 })

const recordSchema = new Schema({
  version: ref, consultation: ref,
  title: text, opensOn: text, closesOn: text, hash: text,
  same: { type: Boolean, required: true },
  invited: { type: Number, required: true },
  answered: { type: Number, default: null },
  units: { type: Schema.Types.Mixed, required: true },
  questions: { type: Schema.Types.Mixed, required: true },
  clusters: { type: Schema.Types.Mixed, required: true },
}, whole)
recordSchema.index({ version: 1, _id: 1 })
recordSchema.index({ consultation: 1 }, { unique: true })
recordSchema.pre(/^(update|replace|delete|findOneAnd)/, () => {
  throw new Error('a record does not change')
})

export type QuestionDoc = { id: string; form: QuestionForm; text: string; options: string[] }
export type InvitedDoc = { unit: Types.ObjectId; count: number }
export type ConsultationDoc = Omit<Stored<typeof consultationSchema>, 'content' | 'state' | 'questions' | 'invited'> & {
  content: Content; state: ConsultationState; questions: QuestionDoc[]; invited: InvitedDoc[] | null
}
export type ConsultationKeyDoc = Stored<typeof keySchema>
export type ReactionDoc = { section: CurriculumSection; element: string | null; reaction: Reaction }
export type ProposalDoc = { _id: Types.ObjectId; section: CurriculumSection | null; element: string | null; text: string }
export type ResponseDoc = Omit<Stored<typeof responseSchema>, 'person' | 'unit' | 'answers' | 'reactions' | 'proposals'> & {
  person: Types.ObjectId | null; unit: Types.ObjectId | null; answers: GivenAnswer[]; reactions: ReactionDoc[]; proposals: ProposalDoc[]
}
export type ClusterDoc = Omit<Stored<typeof clusterSchema>, 'verdict'> & { verdict: ClusterVerdict | null }
export type RecordDoc = Omit<Stored<typeof recordSchema>, 'units' | 'questions' | 'clusters'> & {
  units: { name: string; invited: number; answered: number | null }[]
  questions: { text: string; form: QuestionForm; options: string[]; n: number | null; counts: number[] | null; mean: number | null }[]
  clusters: { title: string; size: number; verdict: ClusterVerdict | null; because: string | null }[]
}
/** What the graph is handed for results: what may be shown, and the consultation it is about. */
export type ResultsFacts = { consultation: ConsultationDoc; questions: QuestionOutcome[]; elements: ElementOutcome[] }
export type QuestionFacts = QuestionOutcome & { asked: QuestionDoc }
export type ElementFacts = ElementOutcome & { label: string }
export type ProposalFacts = ProposalDoc & { label: string; by: Types.ObjectId | null; cluster: Types.ObjectId | null }
export type { Cell as CellFacts, Turnout as TurnoutFacts } from './domain/results.ts'
export type UnitTurnout = Turnout['units'][number]

export const ConsultationModel = model('Consultation', consultationSchema)
export const ConsultationKeyModel = model('ConsultationKey', keySchema)
export const ResponseModel = model('ConsultationResponse', responseSchema)
export const ClusterModel = model('ProposalCluster', clusterSchema)
export const ConsultationRecordModel = model('ConsultationRecord', recordSchema)
