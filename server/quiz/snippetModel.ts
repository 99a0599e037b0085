import mongoose, { Schema } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'

const { model } = mongoose

/** How many one marker keeps. Ours: a list that can still be looked through. */
export const SNIPPETS_MAX = 100

/** A remark that a marker uses again, in whatever quiz. */
const snippetSchema = new Schema({
  by: { type: Schema.Types.ObjectId, required: true },
  text: { type: String, required: true },
  /** Of the text, which is too long for an index. */
  digest: { type: String, required: true },
  /** From 0, below SNIPPETS_MAX: that it is taken once is what keeps the bound, however many are kept at once. */
  slot: { type: Number, required: true, min: 0, max: SNIPPETS_MAX - 1 },
  /** In how many marks it was written. */
  uses: { type: Number, required: true, default: 0 },
  at: { type: Date, required: true },
}, { strict: 'throw', versionKey: false })
snippetSchema.index({ by: 1, slot: 1 }, { unique: true })
snippetSchema.index({ by: 1, digest: 1 }, { unique: true })

export type MarkingSnippetDoc = Stored<typeof snippetSchema>
export const MarkingSnippetModel = model('MarkingSnippet', snippetSchema)
