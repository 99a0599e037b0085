import mongoose, { Schema, type Types } from 'mongoose'
import type { QuestionFormat } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { ImportRow } from './read/judge.ts'

const { model } = mongoose

/** What a file's questions would become, for whose file it was and for a day. */
const importSchema = new Schema({
  by: { type: Schema.Types.ObjectId, required: true },
  at: { type: Date, required: true },
  fileName: { type: String, default: '' },
  format: { type: String, required: true },
  hash: { type: String, required: true },
  rows: { type: [Schema.Types.Mixed], required: true },
  /** Questions of the bank that came of it. */
  taken: { type: [Schema.Types.ObjectId], required: true, default: [] },
  /** Quizzes it went into. */
  quizzes: { type: [Schema.Types.ObjectId], required: true, default: [] },
}, { strict: 'throw', versionKey: false, minimize: false })
importSchema.index({ at: 1 })
importSchema.index({ by: 1, at: 1 })

export type QuestionImportDoc = Omit<Stored<typeof importSchema>, 'format' | 'rows' | 'taken' | 'quizzes'> & { format: QuestionFormat; rows: ImportRow[]; taken: Types.ObjectId[]; quizzes: Types.ObjectId[] }
export const QuestionImportModel = model('QuestionImport', importSchema)
