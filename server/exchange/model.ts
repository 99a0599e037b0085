import mongoose, { Schema, type Types } from 'mongoose'
import type { Content } from '../curriculum/index.ts'
import type { Stored } from '../lib/mongo.ts'
import type { Finding } from './domain/findings.ts'

const { model } = mongoose
const id = Schema.Types.ObjectId
const mixed = Schema.Types.Mixed

/** A preview: what a file would make of a curriculum, until it is applied or a day has passed. */
const importSchema = new Schema({
  by: { type: id, required: true },
  at: { type: Date, required: true },
  fileName: { type: String, required: true },
  /** Null for a new curriculum. */
  curriculum: { type: id, default: null },
  /** The draft it was compared with. */
  revision: { type: Number, default: null },
  base: { type: String, default: null },
  content: { type: mixed, required: true },
  hash: { type: String, required: true },
  findings: { type: [mixed], required: true },
  applied: { type: id, default: null },
}, { strict: 'throw', versionKey: false, minimize: false })
importSchema.index({ at: 1 })
importSchema.index({ by: 1, at: 1 })

const templateSchema = new Schema({
  name: { type: String, required: true },
  text: { type: String, default: '' },
  /** Null: the agency's, for all. */
  partner: { type: id, default: null },
  content: { type: mixed, required: true },
  version: { type: id, required: true },
  /** Code and number of the version, as it was called. */
  taken: { type: String, required: true },
  by: { type: id, required: true },
  at: { type: Date, required: true },
}, { strict: 'throw', versionKey: false, minimize: false })
templateSchema.index({ partner: 1, name: 1 }, { unique: true })

const originSchema = new Schema({
  curriculum: { type: id, required: true },
  kind: { type: String, enum: ['TEMPLATE', 'CURRICULUM', 'VERSION', 'IMPORT'] as const, required: true },
  label: { type: String, required: true },
  /** The curriculum it was taken from. */
  source: { type: id, default: null },
  hash: { type: String, required: true },
  by: { type: id, required: true },
  at: { type: Date, required: true },
}, { strict: 'throw', versionKey: false })
originSchema.index({ curriculum: 1 }, { unique: true })

export type ImportDoc = Omit<Stored<typeof importSchema>, 'content' | 'findings' | 'curriculum' | 'revision' | 'base' | 'applied'> & {
  content: Content; findings: Finding[]; curriculum: Types.ObjectId | null; revision: number | null; base: string | null; applied: Types.ObjectId | null
}
export type TemplateDoc = Omit<Stored<typeof templateSchema>, 'content' | 'partner'> & { content: Content; partner: Types.ObjectId | null }
export type OriginDoc = Omit<Stored<typeof originSchema>, 'source'> & { source: Types.ObjectId | null }
/** A template as it is shown: stored, or built in. */
export type AnyTemplate = { id: string; name: string; text: string; content: Content; stored: TemplateDoc | null }

export const ImportModel = model('CurriculumImport', importSchema)
export const TemplateModel = model('CurriculumTemplate', templateSchema)
export const OriginModel = model('CurriculumOrigin', originSchema)
