import { Schema } from 'mongoose'
import type { ActivityForm, ActivityStage, AssessmentKind, CognitiveLevel, CompetencyKind, DeliveryMode, TeamRole } from '../graphql.ts'

/** The content as stored: typed, structured, and the same in a draft and in a version. */
export type HoursContent = { theory: number; practice: number; field: number }
export type OutcomeContent = { id: string; code: string; text: string; level: CognitiveLevel | null; indicators: string[] }
export type CompetencyContent = {
  id: string; code: string; name: string; kind: CompetencyKind; fromLevel: number | null; toLevel: number; outcomes: string[]
  /** Where the gap was found, and how it shows. */
  need: string
}
export type ActivityContent = {
  id: string; title: string; form: ActivityForm; stage: ActivityStage; minutes: number
  facilitator: string; participants: string; method: string; media: string; outcomes: string[]
}
export type SubjectContent = {
  id: string; title: string; description: string; topics: string[]; hours: HoursContent; outcomes: string[]; activities: ActivityContent[]
}
export type BlueprintRowContent = { id: string; outcome: string; level: CognitiveLevel; items: number }
export type AssessmentContent = {
  id: string; kind: AssessmentKind; title: string; subject: string; outcomes: string[]; instructions: string; weight: number
  blueprint: BlueprintRowContent[]
}
export type TeamMemberContent = { id: string; name: string; institution: string; role: TeamRole }
export type Content = {
  title: string; kind: number; mode: DeliveryMode; audience: string; summary: string; faculty: string
  team: TeamMemberContent[]
  outcomes: OutcomeContent[]
  competencies: CompetencyContent[]
  subjects: SubjectContent[]
  assessments: AssessmentContent[]
  references: string[]
}

export const bare = { _id: false, id: false } as const
const text = { type: String, default: '' }
const must = { type: String, required: true }
/** Empty only while it is being written: a check asks for it before it can be submitted. */
const named = { type: String, default: '' }
const count = { type: Number, required: true }
const ids = { type: [String], required: true, default: [] }
const oneOf = <T extends string>(...names: T[]) => ({ type: String, enum: names, required: true })
const levels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const

const hours = new Schema({ theory: count, practice: count, field: count }, bare)

const activity = new Schema({
  id: must, title: named, form: oneOf('THEORY', 'PRACTICE', 'FIELD'), stage: oneOf('OPENING', 'CORE', 'CLOSING'), minutes: count,
  facilitator: text, participants: text, method: text, media: text, outcomes: ids,
}, bare)

/** Also what a course keeps of a subject: a copy, so that what is taught does not move under those who teach it. */
export const subjectSchema = new Schema({
  id: must, title: named, description: text, topics: { type: [String], required: true }, hours: { type: hours, required: true }, outcomes: ids,
  activities: { type: [activity], required: true, default: [] },
}, bare)

const outcome = new Schema({
  id: must, code: named, text: named, level: { type: String, enum: [...levels, null], default: null }, indicators: { type: [String], required: true, default: [] },
}, bare)

const competency = new Schema({
  id: must, code: named, name: named, kind: oneOf('MANAGERIAL', 'SOCIOCULTURAL', 'TECHNICAL'), fromLevel: { type: Number, default: null }, toLevel: count,
  outcomes: ids, need: text,
}, bare)

const blueprintRow = new Schema({ id: must, outcome: named, level: oneOf(...levels), items: count }, bare)

const assessment = new Schema({
  id: must, kind: oneOf('QUIZ', 'PRACTICUM'), title: named, subject: named, outcomes: ids, instructions: text, weight: count,
  blueprint: { type: [blueprintRow], required: true, default: [] },
}, bare)

const member = new Schema({ id: must, name: named, institution: text, role: oneOf('DEVELOPER', 'COORDINATOR', 'HEAD', 'REVIEWER', 'INSTRUCTOR') }, bare)

export const content = new Schema({
  title: named,
  kind: count,
  mode: oneOf('CLASSROOM', 'ONLINE', 'BLENDED'),
  audience: text,
  summary: text,
  faculty: text,
  team: { type: [member], required: true, default: [] },
  outcomes: { type: [outcome], required: true },
  competencies: { type: [competency], required: true },
  subjects: { type: [subjectSchema], required: true },
  assessments: { type: [assessment], required: true },
  references: { type: [String], required: true },
}, bare)
