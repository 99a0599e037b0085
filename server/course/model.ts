import mongoose, { Schema, type Types } from 'mongoose'
import type { Stored } from '../lib/mongo.ts'
import { subjectSchema, type HoursContent, type SubjectContent } from '../curriculum/index.ts'
import type { CourseRules } from './domain/rules.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false } as const

const hours = new Schema({
  theory: { type: Number, required: true },
  practice: { type: Number, required: true },
  field: { type: Number, required: true },
}, bare)

const share = { type: Number, default: null }
const rules = new Schema({
  attendance: share, progress: share, quizzes: share, practicums: share, finalMark: share,
  weights: { type: new Schema({ attendance: { type: Number, required: true }, knowledge: { type: Number, required: true }, practice: { type: Number, required: true } }, bare), required: true },
}, bare)

// One course for each published version of a curriculum.
const courseSchema = new Schema({
  version: { type: ref, required: true },
  curriculum: { type: ref, required: true },
  partner: { type: ref, required: true },
  code: { type: String, required: true },
  title: { type: String, required: true },
  hours: { type: hours, required: true },
  /** What completion asks; null: the standard ones (domain/rules.ts). */
  rules: { type: rules, default: null },
  /** Activities whose lessons were compiled: one without a lesson was taken out by an instructor. */
  activities: { type: [String], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, whole)
courseSchema.index({ version: 1 }, { unique: true })
courseSchema.index({ partner: 1 })
courseSchema.index({ curriculum: 1 })

// A copy of the version's subject: what is taught does not move under those who teach it.
const sectionSchema = new Schema({
  course: { type: ref, required: true },
  order: { type: Number, required: true },
  subject: { type: subjectSchema, required: true },
}, whole)
sectionSchema.index({ course: 1, 'subject.id': 1 }, { unique: true })

const lessonSchema = new Schema({
  course: { type: ref, required: true },
  section: { type: ref, required: true },
  order: { type: Number, required: true },
  title: { type: String, required: true },
  kind: { type: String, enum: ['TEXT', 'VIDEO', 'AUDIO', 'PDF', 'LINK', 'FILE'] as const, required: true },
  body: { type: String, default: '' },
  url: { type: String, default: null },
  file: { type: ref, default: null },
  minutes: { type: Number, required: true },
  required: { type: Boolean, required: true, default: true },
  /** The activity whose skeleton it began as; null for one an instructor added. */
  activity: { type: String, default: null },
  /** SHA-256 of what was compiled: as long as it fits, nobody has changed the lesson. */
  compiled: { type: String, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
lessonSchema.index({ course: 1 })
lessonSchema.index({ section: 1, order: 1 })
lessonSchema.index({ file: 1 })

const meeting = new Schema({
  _id: { type: ref, required: true },
  title: { type: String, required: true },
  startsAt: { type: Date, required: true },
  hours: { type: Number, required: true },
  /** Who was there; null until it was recorded. */
  present: { type: [ref], default: null },
}, { id: false })

const classSchema = new Schema({
  course: { type: ref, required: true },
  partner: { type: ref, required: true },
  name: { type: String, required: true },
  startsOn: { type: String, required: true },
  endsOn: { type: String, required: true },
  enrolmentOpensOn: { type: String, required: true },
  enrolmentClosesOn: { type: String, required: true },
  quota: { type: Number, required: true },
  venue: { type: String, default: '' },
  mode: { type: String, enum: ['CLASSROOM', 'ONLINE', 'BLENDED'] as const, required: true },
  cancelledReason: { type: String, default: null },
  /** Counted in the same transaction as the enrolments, so that the quota holds under a rush. */
  enrolledCount: { type: Number, required: true, default: 0 },
  waitingCount: { type: Number, required: true, default: 0 },
  meetings: { type: [meeting], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, whole)
classSchema.index({ course: 1 })
classSchema.index({ enrolmentClosesOn: 1 })
classSchema.index({ endsOn: 1 })
classSchema.index({ 'meetings._id': 1 })
classSchema.index({ partner: 1 })

const enrolmentSchema = new Schema({
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  person: { type: ref, required: true },
  state: { type: String, enum: ['ENROLLED', 'WAITING', 'WITHDRAWN'] as const, required: true },
  enrolledAt: { type: Date, required: true },
  done: { type: [ref], required: true, default: [] },
  lastLesson: { type: ref, default: null },
  revision: { type: Number, required: true, default: 0 },
}, whole)
// Enrolling twice is one enrolment, however fast one clicks.
enrolmentSchema.index({ class: 1, person: 1 }, { unique: true })
enrolmentSchema.index({ class: 1, state: 1, enrolledAt: 1 })
enrolmentSchema.index({ class: 1, state: 1, _id: 1 })
enrolmentSchema.index({ person: 1, state: 1, _id: -1 })
enrolmentSchema.index({ person: 1, _id: -1 })
enrolmentSchema.index({ course: 1, state: 1 })

export type CourseDoc = Omit<Stored<typeof courseSchema>, 'hours' | 'rules' | 'activities' | 'revision'> & {
  hours: HoursContent
  /** These are absent from courses compiled before they were kept. */
  rules?: CourseRules | null; activities?: string[]; revision?: number
}
export type SectionDoc = Omit<Stored<typeof sectionSchema>, 'subject'> & { subject: SubjectContent }
export type LessonDoc = Omit<Stored<typeof lessonSchema>, 'activity' | 'compiled'> & { activity?: string | null; compiled?: string | null }
export type MeetingDoc = { _id: Types.ObjectId; title: string; startsAt: Date; hours: number; present: Types.ObjectId[] | null }
export type ClassDoc = Omit<Stored<typeof classSchema>, 'meetings'> & { meetings: MeetingDoc[] }
export type EnrolmentDoc = Stored<typeof enrolmentSchema>

export const CourseModel = model('Course', courseSchema)
export const SectionModel = model('Section', sectionSchema)
export const LessonModel = model('Lesson', lessonSchema)
export const ClassModel = model('Class', classSchema)
export const EnrolmentModel = model('Enrolment', enrolmentSchema)
