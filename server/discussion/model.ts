import mongoose, { Schema, type Types } from 'mongoose'
import type { CurriculumDoc } from '../curriculum/index.ts'
import type { ApprovalSide, CurriculumSection, SuggestionState } from '../graphql.ts'
import type { Stored } from '../lib/mongo.ts'
import type { PersonDoc } from '../people/index.ts'
import type { ThreadAct, ThreadState } from './domain/thread.ts'

const { model } = mongoose
const bare = { _id: false, id: false } as const
const ref = { type: Schema.Types.ObjectId, required: true } as const
const sides = ['AGENCY', 'PARTNER'] as const
const side = { type: String, enum: sides, required: true } as const
const text = { type: String, required: true } as const
const maybe = { type: String, default: null } as const
const at = { type: Date, required: true } as const

const earlier = new Schema({ at, text }, bare)

const comment = new Schema({
  _id: ref,
  at, by: ref, side,
  text,
  mentions: { type: [Schema.Types.ObjectId], required: true, default: [] },
  editedAt: { type: Date, default: null },
  deletedAt: { type: Date, default: null },
  earlier: { type: [earlier], required: true, default: [] },
}, { id: false })

const suggestion = new Schema({
  field: text,
  kind: { type: String, enum: ['TEXT', 'NUMBER', 'LINE'] as const, required: true },
  // A text that is to be filled or struck is empty on one side.
  from: { type: String, default: '' },
  to: { type: String, default: '' },
  state: { type: String, enum: ['PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const, required: true, default: 'PENDING' },
  by: ref, side,
  decidedBy: { type: Schema.Types.ObjectId, default: null },
  decidedSide: { type: String, enum: [...sides, null], default: null },
  decidedAt: { type: Date, default: null },
  reason: maybe,
}, bare)

const step = new Schema({ at, act: text, by: ref, side }, bare)

const threadSchema = new Schema({
  curriculum: ref,
  section: maybe,
  element: maybe,
  /** What the element was called when the thread began: it may be gone by now. */
  label: { type: String, default: '' },
  state: { type: String, enum: ['OPEN', 'RESOLVED'] as const, required: true, default: 'OPEN' },
  suggestion: { type: suggestion, default: null },
  comments: { type: [comment], required: true },
  history: { type: [step], required: true },
  /** Who began it, spoke in it or is named in it. */
  participants: { type: [Schema.Types.ObjectId], required: true },
  at, updatedAt: at,
  revision: { type: Number, required: true, default: 0 },
}, { strict: 'throw', versionKey: false })
threadSchema.index({ curriculum: 1, _id: -1 })
threadSchema.index({ curriculum: 1, state: 1, _id: -1 })
threadSchema.index({ curriculum: 1, section: 1, element: 1, _id: -1 })
threadSchema.index({ curriculum: 1, participants: 1, _id: -1 })

export type EarlierTextDoc = { at: Date; text: string }
export type ThreadCommentDoc = {
  _id: Types.ObjectId; at: Date; by: Types.ObjectId; side: ApprovalSide; text: string; mentions: Types.ObjectId[]
  editedAt: Date | null; deletedAt: Date | null; earlier: EarlierTextDoc[]
}
export type SuggestionDoc = {
  field: string; kind: 'TEXT' | 'NUMBER' | 'LINE'; from: string; to: string; state: SuggestionState; by: Types.ObjectId; side: ApprovalSide
  decidedBy: Types.ObjectId | null; decidedSide: ApprovalSide | null; decidedAt: Date | null; reason: string | null
}
export type ThreadStepDoc = { at: Date; act: ThreadAct; by: Types.ObjectId; side: ApprovalSide }
export type ThreadDoc = Omit<Stored<typeof threadSchema>, 'section' | 'state' | 'suggestion' | 'comments' | 'history'> & {
  section: CurriculumSection | null; state: ThreadState; suggestion: SuggestionDoc | null; comments: ThreadCommentDoc[]; history: ThreadStepDoc[]
}

/** A thread, and the curriculum it is about; and a part of it, with both. */
export type Talk = { thread: ThreadDoc; curriculum: CurriculumDoc }
export type Within<T> = Talk & { part: T }
export type SuggestionWithin = Within<SuggestionDoc>
export type CommentWithin = Within<ThreadCommentDoc>
export type StepWithin = Within<ThreadStepDoc>
/** Somebody who speaks about a curriculum, and for whom. */
export type ParticipantFacts = { person: PersonDoc; side: ApprovalSide; curriculum: CurriculumDoc }

export const ThreadModel = model('Thread', threadSchema)
