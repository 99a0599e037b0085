import mongoose, { Schema, type Types } from 'mongoose'

const { model } = mongoose

// What was worked out of a quiz's attempts, until they change: one document for each way of counting, written over.
const keptSchema = new Schema({
  quiz: { type: Schema.Types.ObjectId, required: true },
  counted: { type: String, required: true },
  /** Of which attempts and which words it was worked out. */
  stamp: { type: String, required: true },
  at: { type: Date, required: true },
  figures: { type: Schema.Types.Mixed, required: true },
}, { strict: 'throw', versionKey: false, minimize: false })
keptSchema.index({ quiz: 1, counted: 1 }, { unique: true })

export type KeptStatisticsDoc<Figures> = { _id: Types.ObjectId; quiz: Types.ObjectId; counted: string; stamp: string; at: Date; figures: Figures }
export const KeptStatisticsModel = model('KeptStatistics', keptSchema)
