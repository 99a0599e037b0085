import { Schema } from 'mongoose'

/** What an agreement is made of beside its head: its parts as stored. */

const ref = Schema.Types.ObjectId
const part = { _id: false, id: false } as const
const sides = ['AGENCY', 'PARTNER'] as const
const text = { type: String, default: '' }

const party = new Schema({ institution: text, official: text, position: text, authority: text, powerOfAttorney: { type: String, default: null } }, part)

const contact = new Schema({
  side: { type: String, enum: sides, required: true },
  name: { type: String, required: true },
  position: text,
  email: { type: String, default: null },
  phone: { type: String, default: null },
}, part)

export const terms = new Schema({
  scheme: { type: String, enum: ['KSDPK', 'SINERGI', 'OTHER'] as const, required: true },
  agency: { type: party, required: true },
  partner: { type: party, required: true },
  object: text,
  dutiesAgency: text,
  dutiesPartner: text,
  financing: { type: String, enum: ['APBD', 'PARTNER', 'JOINT', 'FREE'] as const, required: true },
  accountCode: { type: String, default: null },
  contacts: { type: [contact], required: true, default: [] },
  ownership: text,
  confidentiality: text,
  dataRoles: { type: String, enum: ['NONE', 'AGENCY_CONTROLS', 'PARTNER_CONTROLS', 'JOINT_CONTROL'] as const, required: true },
  evaluationMonths: { type: Number, enum: [6, 12], required: true },
}, part)

export const signature = new Schema({
  side: { type: String, enum: sides, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
}, part)

const statuses = ['PLANNED', 'ONGOING', 'DONE', 'DROPPED'] as const
const actionStep = new Schema({
  at: { type: Date, required: true },
  by: { type: ref, required: true },
  status: { type: String, enum: statuses, required: true },
  note: { type: String, default: null },
}, part)

export const action = new Schema({
  activity: { type: String, required: true },
  output: { type: String, required: true },
  dueOn: { type: String, required: true },
  side: { type: String, enum: sides, required: true },
  owner: { type: String, required: true },
  status: { type: String, enum: statuses, required: true, default: 'PLANNED' },
  record: { type: [actionStep], required: true, default: [] },
}, { id: false })

const objective = new Schema({ objective: { type: String, required: true }, score: { type: Number, required: true }, note: { type: String, default: null } }, part)

export const evaluation = new Schema({
  on: { type: String, required: true },
  findings: { type: String, required: true },
  objectives: { type: [objective], required: true },
  decision: { type: String, enum: ['CONTINUE', 'AMEND', 'END'] as const, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
}, { id: false })

export const document = new Schema({
  file: { type: ref, required: true },
  title: { type: String, required: true },
  by: { type: ref, required: true },
  at: { type: Date, required: true },
}, part)
