import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'

const { model } = mongoose

// A file from the moment its upload begins. The bytes of a stored one lie in GridFS under the same id.
const fileSchema = new Schema({
  owner: { type: Schema.Types.ObjectId, required: true },
  name: { type: String, required: true },
  size: { type: Number, required: true },
  state: { type: String, enum: ['UPLOADING', 'STORED', 'REFUSED'] as const, required: true, default: 'UPLOADING' },
  /** MIME type, by content. */
  type: { type: String, default: '' },
  sha256: { type: String, default: '' },
  /** Why it was refused. */
  code: { type: String, default: null },
  facts: { type: Schema.Types.Mixed, default: null },
  /** What it is sent to be read for and for nothing else; null: to be kept. */
  reading: { type: String, default: null },
  /** What it is used for, once a domain has taken it. */
  purpose: { type: String, default: null },
  startedAt: { type: Date, required: true },
}, { strict: 'throw', versionKey: false })
fileSchema.index({ owner: 1, state: 1 })
fileSchema.index({ owner: 1, sha256: 1 })
fileSchema.index({ state: 1, purpose: 1, startedAt: 1 })

/** With `url` as soon as a domain hands it out. */
export type FileDoc = Stored<typeof fileSchema> & { url?: string }
export const FileModel = model('File', fileSchema)
