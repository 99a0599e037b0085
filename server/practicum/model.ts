import mongoose, { Schema, type Types } from 'mongoose'
import type { EnrolmentDoc } from '../course/index.ts'
import type { Stored } from '../lib/mongo.ts'
import type { Criterion, Rubric } from './domain/rubric.ts'

const { model } = mongoose
const ref = Schema.Types.ObjectId
const bare = { _id: false, id: false } as const
const whole = { strict: 'throw', versionKey: false } as const
const text = { type: String, default: '' }

const level = new Schema({ id: { type: String, required: true }, label: { type: String, required: true }, description: text, points: { type: Number, required: true } }, bare)
const criterion = new Schema({ id: { type: String, required: true }, title: { type: String, required: true }, weight: { type: Number, required: true }, levels: { type: [level], required: true } }, bare)
const rubric = new Schema({ criteria: { type: [criterion], required: true, default: [] } }, bare)

// One practicum for each PRACTICUM assessment of the version a course was compiled from.
const practicumSchema = new Schema({
  course: { type: ref, required: true },
  partner: { type: ref, required: true },
  section: { type: ref, required: true },
  assessment: { type: String, required: true },
  title: { type: String, required: true },
  weight: { type: Number, required: true },
  instructions: text,
  rubric: { type: rubric, required: true },
  maxFiles: { type: Number, required: true },
  acceptedTypes: { type: [String], required: true },
  revisionsAllowed: { type: Number, required: true },
  /** SHA-256 of the task and of the rubric as compiled: as long as they fit, nobody has changed them. */
  compiled: { type: String, default: null },
  rubricCompiled: { type: String, default: null },
  /** The rubric was compiled and nobody has saved it since: not yet one to judge by. */
  skeleton: { type: Boolean, required: true, default: false },
  revision: { type: Number, required: true, default: 0 },
}, whole)
practicumSchema.index({ course: 1, assessment: 1 }, { unique: true })

const grading = new Schema({
  at: { type: Date, required: true },
  by: { type: ref, required: true },
  mark: { type: Number, required: true },
  comment: text,
  criteria: { type: [new Schema({ criterion: { type: String, required: true }, level: { type: String, required: true }, comment: text }, bare)], required: true },
}, bare)

const step = new Schema({ at: { type: Date, required: true }, by: { type: ref, required: true }, move: { type: String, required: true }, reason: { type: String, default: null } }, bare)

const submissionSchema = new Schema({
  practicum: { type: ref, required: true },
  enrolment: { type: ref, required: true },
  person: { type: ref, required: true },
  class: { type: ref, required: true },
  course: { type: ref, required: true },
  state: { type: String, enum: ['DRAFT', 'SUBMITTED', 'RETURNED', 'GRADED'] as const, required: true, default: 'DRAFT' },
  note: text,
  link: { type: String, default: null },
  evidence: { type: [ref], required: true, default: [] },
  /** As it was when handed in: editing the practicum's own changes no mark. */
  rubric: { type: rubric, default: null },
  submittedAt: { type: Date, default: null },
  returns: { type: Number, required: true, default: 0 },
  gradings: { type: [grading], required: true, default: [] },
  mark: { type: Number, default: null },
  history: { type: [step], required: true, default: [] },
  revision: { type: Number, required: true, default: 0 },
}, whole)
// One piece of work per practicum and person in a class, however fast they click.
submissionSchema.index({ enrolment: 1, practicum: 1 }, { unique: true })
submissionSchema.index({ class: 1, state: 1, submittedAt: 1, _id: 1 })
submissionSchema.index({ practicum: 1 })

export type PracticumDoc = Omit<Stored<typeof practicumSchema>, 'rubric' | 'compiled' | 'rubricCompiled' | 'skeleton'> & {
  rubric: Rubric
  /** These are absent from practicums made before they were kept. */
  compiled?: string | null; rubricCompiled?: string | null; skeleton?: boolean
}
export type CriterionDoc = Criterion
export type GradingDoc = { at: Date; by: Types.ObjectId; mark: number; comment: string; criteria: { criterion: string; level: string; comment: string }[] }
export type SubmissionStepDoc = { at: Date; by: Types.ObjectId; move: 'submit' | 'return' | 'grade'; reason: string | null }
export type SubmissionDoc = Omit<Stored<typeof submissionSchema>, 'rubric' | 'gradings' | 'history'> & { rubric: Rubric | null; gradings: GradingDoc[]; history: SubmissionStepDoc[] }
/** How an enrolment stands with a practicum: worked out, not stored. */
export type PracticumStandingDoc = { practicum: PracticumDoc; enrolment: EnrolmentDoc; submission: SubmissionDoc | null; state: SubmissionDoc['state'] | null; mark: number | null; ready: boolean }

export const PracticumModel = model('Practicum', practicumSchema)
export const SubmissionModel = model('Submission', submissionSchema)
