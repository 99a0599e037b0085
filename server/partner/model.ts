import mongoose, { Schema, type Types } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import type { partnerRoles } from '../viewer.ts'
import type { AgreementMove, AgreementState } from './domain/agreement.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const whole = { strict: 'throw', versionKey: false } as const

const partnerSchema = new Schema({
  name: { type: String, required: true },
  shortName: { type: String, required: true },
  kind: { type: String, enum: ['UNIVERSITY', 'INSTITUTE', 'POLYTECHNIC', 'COLLEGE'] as const, required: true },
  city: { type: String, required: true },
  /** PDDikti's, six digits. */
  code: { type: String, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
partnerSchema.index({ name: 1 }, { unique: true })
partnerSchema.index({ code: 1 }, { unique: true, partialFilterExpression: { code: { $type: 'string' } } })

const step = new Schema({
  at: { type: Date, required: true },
  by: { type: ref, required: true },
  move: { type: String, required: true },
  to: { type: String, required: true },
  reason: { type: String, default: null },
}, { _id: false, id: false })

const agreementSchema = new Schema({
  kind: { type: String, enum: ['KSB', 'PKS', 'IA'] as const, required: true },
  partner: { type: ref, required: true },
  /** A PKS rests on a KSB, an IA on a PKS. */
  parent: { type: ref, default: null },
  title: { type: String, required: true },
  numberAgency: { type: String, required: true },
  numberPartner: { type: String, required: true },
  scope: { type: [String], required: true },
  signedOn: { type: String, default: null },
  startsOn: { type: String, required: true },
  /** The last day of validity. */
  endsOn: { type: String, required: true },
  state: {
    type: String, required: true, default: 'DRAFT',
    enum: ['DRAFT', 'LEGAL_REVIEW', 'RECOMMENDATION', 'SIGNING', 'ACTIVE', 'EXTENDED', 'TERMINATED'] as const,
  },
  history: { type: [step], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, whole)
// Each party numbers its own copy; no number is given twice.
agreementSchema.index({ numberAgency: 1 }, { unique: true })
agreementSchema.index({ partner: 1, numberPartner: 1 }, { unique: true })
agreementSchema.index({ partner: 1, kind: 1, state: 1, endsOn: 1 })
agreementSchema.index({ parent: 1 })
agreementSchema.index({ state: 1, endsOn: 1 })

export type AgreementStepDoc = { at: Date; by: Types.ObjectId; move: AgreementMove; to: AgreementState; reason: string | null }
export type PartnerDoc = Stored<typeof partnerSchema>
export type AgreementDoc = Omit<Stored<typeof agreementSchema>, 'history'> & { history: AgreementStepDoc[] }
/** A grant, seen as membership. */
export type PartnerMemberDoc = { _id: Types.ObjectId; person: Types.ObjectId; role: (typeof partnerRoles)[number] }

export const PartnerModel = model('Partner', partnerSchema)
export const AgreementModel = model('Agreement', agreementSchema)
