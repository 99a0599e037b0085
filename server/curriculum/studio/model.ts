import mongoose, { Schema, type Types } from 'mongoose'
import { bare } from '../content.ts'
import { sections, type CurriculumEditDoc } from '../model.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId

/** The shared document of a curriculum, up to `snapshotSeq`; what came later is in its updates. Its id is the curriculum's. */
const roomSchema = new Schema({
  _id: { type: ref, required: true },
  snapshot: { type: Buffer, required: true },
  snapshotSeq: { type: Number, required: true, default: 0 },
  /** Up to here the updates are in the curriculum's content. */
  materialised: { type: Number, required: true, default: 0 },
  /** Since when there may be updates that are not; null when there are none. A hint for the sweep. */
  pendingSince: { type: Date, default: null },
}, { strict: 'throw', versionKey: false })
roomSchema.index({ pendingSince: 1 }, { partialFilterExpression: { pendingSince: { $type: 'date' } } })

const edit = new Schema({
  section: { type: String, enum: sections, required: true },
  element: { type: String, default: null },
  by: { type: ref, required: true },
  organisation: { type: String, required: true },
}, bare)

/** What was written, as it came; only ever added to, until a snapshot holds it. */
const updateSchema = new Schema({
  curriculum: { type: ref, required: true },
  seq: { type: Number, required: true },
  update: { type: Buffer, required: true },
  /** Who wrote to which elements; empty where the content itself was edited by another way, and already holds it. */
  edits: { type: [edit], required: true, default: [] },
  at: { type: Date, required: true },
}, { strict: 'throw', versionKey: false })
updateSchema.index({ curriculum: 1, seq: 1 }, { unique: true })

type Bytes = Uint8Array | { buffer: Uint8Array }
export type CurriculumRoomDoc = { _id: Types.ObjectId; snapshot: Bytes; snapshotSeq: number; materialised: number; pendingSince: Date | null }
export type CurriculumUpdateDoc = { _id: Types.ObjectId; curriculum: Types.ObjectId; seq: number; update: Bytes; edits: CurriculumEditDoc[]; at: Date }

/** Bytes as they were, however the driver hands them over. */
export const bytesOf = (held: Bytes): Uint8Array => (held instanceof Uint8Array ? held : held.buffer)

export const CurriculumRoomModel = model('CurriculumRoom', roomSchema)
export const CurriculumUpdateModel = model('CurriculumUpdate', updateSchema)
