import mongoose, { Schema } from 'mongoose'
import type { NoticeKind } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { NoticeFacts } from './domain/notice.ts'

const { model } = mongoose

/** How long a notice is kept, read or not. Default, ours: what matters longer stands in the thing itself. */
const KEPT_DAYS = 180

const noticeSchema = new Schema({
  person: { type: Schema.Types.ObjectId, required: true },
  kind: { type: String, required: true },
  facts: { type: Schema.Types.Mixed, required: true },
  link: { type: String, required: true },
  /** What makes it the same notice: sent twice, it is there once. */
  key: { type: String, required: true },
  at: { type: Date, required: true },
  readAt: { type: Date, default: null },
}, { strict: 'throw', versionKey: false, minimize: false })
noticeSchema.index({ person: 1, key: 1 }, { unique: true })
noticeSchema.index({ person: 1, _id: -1 })
noticeSchema.index({ person: 1, readAt: 1, _id: -1 })
noticeSchema.index({ at: 1 }, { expireAfterSeconds: KEPT_DAYS * 86_400 })

export type NoticeDoc = Omit<Stored<typeof noticeSchema>, 'kind' | 'facts' | 'readAt'> & { kind: NoticeKind; facts: NoticeFacts; readAt: Date | null }
export const NoticeModel = model('Notice', noticeSchema)
