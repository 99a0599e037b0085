import mongoose, { Schema, type Types } from 'mongoose'
import type {
  AgreementActionStatus, AgreementDataRoles, AgreementDecision, AgreementFinancing, AgreementScheme, AgreementSide,
} from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { partnerRoles } from '../viewer.ts'
import type { AgreementMove, AgreementState } from './domain/agreement.ts'
import * as parts from './terms.ts'

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
  /** Null while nobody has written them. */
  terms: { type: parts.terms, default: null },
  /** Of those who sign here; a return to the draft takes them away. */
  signatures: { type: [parts.signature], required: true, default: [] },
  actions: { type: [parts.action], required: true, default: [] },
  evaluations: { type: [parts.evaluation], required: true, default: [] },
  documents: { type: [parts.document], required: true, default: [] },
  /** The agreement that this one follows. */
  renews: { type: ref, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
// Each party numbers its own copy; no number is given twice.
agreementSchema.index({ numberAgency: 1 }, { unique: true })
agreementSchema.index({ partner: 1, numberPartner: 1 }, { unique: true })
agreementSchema.index({ partner: 1, kind: 1, state: 1, endsOn: 1 })
agreementSchema.index({ parent: 1 })
// An agreement is followed by one, however often the button is pressed.
agreementSchema.index({ renews: 1 }, { unique: true, partialFilterExpression: { renews: { $type: 'objectId' } } })
agreementSchema.index({ state: 1, endsOn: 1 })

export type AgreementStepDoc = { at: Date; by: Types.ObjectId; move: AgreementMove; to: AgreementState; reason: string | null }
export type PartnerDoc = Stored<typeof partnerSchema>
export type PartyDoc = { institution: string; official: string; position: string; authority: string; powerOfAttorney: string | null }
export type ContactDoc = { side: AgreementSide; name: string; position: string; email: string | null; phone: string | null }
export type TermsDoc = {
  scheme: AgreementScheme; agency: PartyDoc; partner: PartyDoc; object: string; dutiesAgency: string; dutiesPartner: string
  financing: AgreementFinancing; accountCode: string | null; contacts: ContactDoc[]; ownership: string; confidentiality: string
  dataRoles: AgreementDataRoles; evaluationMonths: number
}
export type SignatureDoc = { side: AgreementSide; by: Types.ObjectId; at: Date }
export type ActionStepDoc = { at: Date; by: Types.ObjectId; status: AgreementActionStatus; note: string | null }
export type ActionDoc = {
  _id: Types.ObjectId; activity: string; output: string; dueOn: string; side: AgreementSide; owner: string; status: AgreementActionStatus; record: ActionStepDoc[]
}
/** An item with the agreement it belongs to, by which it is judged. */
export type PlannedDoc = ActionDoc & { agreement: AgreementDoc }
export type EvaluationDoc = {
  _id: Types.ObjectId; on: string; findings: string; objectives: { objective: string; score: number; note: string | null }[]
  decision: AgreementDecision; by: Types.ObjectId; at: Date
}
export type DocumentDoc = { file: Types.ObjectId; title: string; by: Types.ObjectId; at: Date }
export type AgreementDocumentDoc = DocumentDoc & { agreement: Types.ObjectId }
/** What an agreement brings along beside its head; absent in those that were written before there were any. */
type Parts = { terms: TermsDoc | null; signatures: SignatureDoc[]; actions: ActionDoc[]; evaluations: EvaluationDoc[]; documents: DocumentDoc[]; renews: Types.ObjectId | null }
export type AgreementDoc = Omit<Stored<typeof agreementSchema>, 'history' | keyof Parts> & { history: AgreementStepDoc[] } & Partial<Parts>
/** A grant, seen as membership. */
export type PartnerMemberDoc = { _id: Types.ObjectId; person: Types.ObjectId; role: (typeof partnerRoles)[number] }

export const PartnerModel = model('Partner', partnerSchema)
export const AgreementModel = model('Agreement', agreementSchema)
