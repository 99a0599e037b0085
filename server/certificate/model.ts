import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import type { CertificateFacts } from './domain/facts.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const whole = { strict: 'throw', versionKey: false } as const

const certificateSchema = new Schema({
  enrolment: { type: ref, required: true },
  person: { type: ref, required: true },
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  partner: { type: ref, required: true },
  unit: { type: ref, default: null },
  year: { type: Number, required: true },
  sequence: { type: Number, required: true },
  number: { type: String, required: true },
  /** 128 random bits: what the QR code carries. */
  token: { type: String, required: true },
  state: { type: String, enum: ['VALID', 'REVOKED', 'REPLACED'] as const, required: true, default: 'VALID' },
  /** All that is printed, as it was on the day: the document never changes with the people and courses it names. */
  facts: { type: Schema.Types.Mixed, required: true },
  /** SHA-256 of the PDF, hex; null for the moment between issuing and drawing. */
  sha256: { type: String, default: null },
  issuedAt: { type: Date, required: true },
  revokedAt: { type: Date, default: null },
  revokedReason: { type: String, default: null },
  revokedBy: { type: ref, default: null },
  replaces: { type: ref, default: null },
  replacedBy: { type: ref, default: null },
}, whole)
// One certificate that holds per person and class, however often completion is noticed.
certificateSchema.index({ enrolment: 1 }, { unique: true, partialFilterExpression: { state: 'VALID' } })
certificateSchema.index({ year: 1, sequence: 1 }, { unique: true })
certificateSchema.index({ number: 1 }, { unique: true })
certificateSchema.index({ token: 1 }, { unique: true })
certificateSchema.index({ enrolment: 1, _id: -1 })
certificateSchema.index({ person: 1, _id: -1 })
certificateSchema.index({ class: 1, _id: -1 })
certificateSchema.index({ course: 1, state: 1 })
certificateSchema.index({ partner: 1, _id: -1 })
certificateSchema.index({ unit: 1, _id: -1 })
certificateSchema.index({ sha256: 1 })

// The last number of each year. Counted up in the transaction that issues, so that there are no gaps.
const sequenceSchema = new Schema({
  year: { type: Number, required: true },
  last: { type: Number, required: true },
}, whole)
sequenceSchema.index({ year: 1 }, { unique: true })

const documentSchema = new Schema({
  certificate: { type: ref, required: true },
  bytes: { type: Buffer, required: true },
}, whole)
documentSchema.index({ certificate: 1 }, { unique: true })

export type CertificateDoc = Omit<Stored<typeof certificateSchema>, 'facts'> & { facts: CertificateFacts }
export const CertificateModel = model('Certificate', certificateSchema)
export const CertificateSequenceModel = model('CertificateSequence', sequenceSchema)
export const CertificateDocumentModel = model('CertificateDocument', documentSchema)
