import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'

const { model } = mongoose
export const roles = ['LEARNER', 'INSTRUCTOR', 'PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY', 'CURRICULUM_OFFICER',
  'AGENCY_SIGNATORY', 'SUPERVISOR', 'UNIT_HEAD', 'AUDITOR', 'ADMIN'] as const
export const scopeKinds = ['AGENCY', 'UNIT', 'PARTNER', 'CLASS'] as const

const unitSchema = new Schema({
  code: { type: String, required: true },
  name: { type: String, required: true },
  shortName: { type: String, required: true },
  active: { type: Boolean, required: true, default: true },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
unitSchema.index({ code: 1 }, { unique: true })

const personSchema = new Schema({
  name: { type: String, required: true },
  titleBefore: { type: String, default: null },
  titleAfter: { type: String, default: null },
  nip: { type: String, default: null },
  email: { type: String, required: true },
  employment: { type: String, enum: ['PNS', 'PPPK', 'EXTERNAL'] as const, required: true },
  gender: { type: String, enum: ['L', 'P', null] as const, default: null },
  birthPlace: { type: String, default: null },
  birthDate: { type: String, default: null },
  grade: { type: String, default: null },
  position: { type: String, default: null },
  unit: { type: Schema.Types.ObjectId, default: null },
  active: { type: Boolean, required: true, default: true },
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
personSchema.index({ email: 1 }, { unique: true })
personSchema.index({ nip: 1 }, { unique: true, partialFilterExpression: { nip: { $type: 'string' } } })
personSchema.index({ unit: 1 })

// Apart from the person, so that no query for people can bring a password hash along.
const accountSchema = new Schema({
  person: { type: Schema.Types.ObjectId, required: true },
  passwordHash: { type: String, required: true },
  mustChangePassword: { type: Boolean, required: true },
  language: { type: String, enum: ['id', 'en'] as const, required: true, default: 'id' },
}, { strict: 'throw', versionKey: false })
accountSchema.index({ person: 1 }, { unique: true })

const grantSchema = new Schema({
  person: { type: Schema.Types.ObjectId, required: true },
  role: { type: String, enum: roles, required: true },
  kind: { type: String, enum: scopeKinds, required: true },
  scope: { type: Schema.Types.ObjectId, default: null },
}, { strict: 'throw', versionKey: false })
grantSchema.index({ person: 1, role: 1, kind: 1, scope: 1 }, { unique: true })
grantSchema.index({ scope: 1, role: 1 })
grantSchema.index({ role: 1, kind: 1 })

const sessionSchema = new Schema({
  /** HMAC of the cookie's token: a stolen store signs nobody in. */
  key: { type: String, required: true },
  person: { type: Schema.Types.ObjectId, required: true },
  agent: { type: String, required: true },
  createdAt: { type: Date, required: true },
  lastSeenAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
}, { strict: 'throw', versionKey: false })
sessionSchema.index({ key: 1 }, { unique: true })
sessionSchema.index({ person: 1 })
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export type UnitDoc = Stored<typeof unitSchema>
export type PersonDoc = Stored<typeof personSchema>
export type AccountDoc = Stored<typeof accountSchema>
export type GrantDoc = Stored<typeof grantSchema>
export type SessionDoc = Stored<typeof sessionSchema>
export type ScopeDoc = Pick<GrantDoc, 'kind' | 'scope'>

export const UnitModel = model('Unit', unitSchema)
export const PersonModel = model('Person', personSchema)
export const AccountModel = model('Account', accountSchema)
export const GrantModel = model('Grant', grantSchema)
export const SessionModel = model('Session', sessionSchema)
