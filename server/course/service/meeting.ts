import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AttendanceMark, MeetingInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { line, read, whole, z } from '../../lib/input.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal, type Fault } from '../../lib/refusal.ts'
import { markPresent } from '../domain/attendance.ts'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc, type MeetingDoc } from '../model.ts'
import { classPolicy } from '../policy.ts'
import { refuseIf, tellOf } from './class.ts'

/** Meetings of one class, and JP of one meeting: more than 10 JP in a day is no lesson (DOMAIN §2, D). */
const MEETINGS_MAX = 200
const HOURS_MAX = 10
/** As many as a class has seats at most. */
const MARKS_MAX = 1000

const shape = z.object({ title: line(120), startsAt: z.date(), hours: whole(1, HOURS_MAX) })

/** The input, read; a meeting lies within the days of its class. */
function readMeeting(cls: ClassDoc, input: MeetingInput) {
  const given = read(shape, input)
  const on = dayOf(given.startsAt)
  if (on < cls.startsOn || on > cls.endsOn) throw new Refusal('OUT_OF_RANGE', { min: cls.startsOn, max: cls.endsOn }, 'input.startsAt')
  return given
}

async function classFor(ctx: Context, find: Promise<ClassDoc | null>): Promise<ClassDoc> {
  const cls = await find
  if (!cls) throw new Refusal('NOT_FOUND')
  authorise(classPolicy, 'teach', ctx.viewer, cls)
  refuseIf(cls, ctx, 'CANCELLED')
  return cls
}

const classOfMeeting = (meeting: string): Promise<ClassDoc | null> =>
  isId(meeting) ? ClassModel.findOne({ 'meetings._id': meeting }).lean<ClassDoc>().exec() : Promise.resolve(null)

/** Changes the meetings of a class as they are by then: two who do so at once both get their way. */
async function change(ctx: Context, cls: ClassDoc, by: (meetings: readonly MeetingDoc[]) => MeetingDoc[]): Promise<ClassDoc> {
  const saved = await inTransaction(async session => {
    const now = (await ClassModel.findById(cls._id).session(session).lean<ClassDoc>())!
    const meetings = by(now.meetings).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    return ClassModel.findOneAndUpdate({ _id: cls._id }, { $set: { meetings } }, { session, returnDocument: 'after' }).lean<ClassDoc>()
  })
  return ctx.load.class.fresh(saved!)
}

export async function createMeeting(ctx: Context, id: string, input: MeetingInput): Promise<ClassDoc> {
  const cls = await classFor(ctx, ctx.load.class.find(id))
  const given = readMeeting(cls, input)
  const meeting = { _id: new Types.ObjectId(), ...given, present: null }
  return change(ctx, cls, meetings => {
    if (meetings.length >= MEETINGS_MAX) throw new Refusal('OUT_OF_RANGE', { max: MEETINGS_MAX })
    return [...meetings, meeting]
  })
}

export async function updateMeeting(ctx: Context, id: string, input: MeetingInput): Promise<ClassDoc> {
  const cls = await classFor(ctx, classOfMeeting(id))
  const given = readMeeting(cls, input)
  const before = cls.meetings.find(({ _id }) => String(_id) === id)
  const saved = await change(ctx, cls, meetings => meetings.map(meeting => (String(meeting._id) === id ? { ...meeting, ...given } : meeting)))
  if (before?.present && before.hours !== given.hours) await tellAll(ctx, cls)
  return saved
}

/** Takes a meeting out, with what was recorded of it. */
export async function deleteMeeting(ctx: Context, id: string): Promise<ClassDoc> {
  const cls = await classFor(ctx, classOfMeeting(id))
  const saved = await change(ctx, cls, meetings => meetings.filter(({ _id }) => String(_id) !== id))
  if (cls.meetings.some(({ _id, present }) => String(_id) === id && present !== null)) await tellAll(ctx, cls)
  return saved
}

/**
 * Records who of the enrolled was there, from the day of the meeting on. Marks add to what was recorded; who has no mark
 * stays as they were, at first absent.
 */
export async function recordAttendance(ctx: Context, id: string, marks: readonly AttendanceMark[]): Promise<ClassDoc> {
  const cls = await classFor(ctx, classOfMeeting(id))
  const meeting = cls.meetings.find(({ _id }) => String(_id) === id)!
  if (dayOf(meeting.startsAt) > dayOf(ctx.now())) throw new Refusal('WRONG_STATE', { state: 'PLANNED', startsAt: meeting.startsAt.toISOString() })
  if (marks.length > MARKS_MAX) throw new Refusal('TOO_LONG', { max: MARKS_MAX }, 'marks')
  const people = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).select('person').lean<EnrolmentDoc[]>()
  const enrolled = new Set(people.map(({ person }) => String(person)))
  const faults = marks.flatMap(({ person }, at): Fault[] => (enrolled.has(person) ? [] : [{ code: 'NOT_FOUND', field: `marks.${at}.person` }]))
  if (faults.length > 0) throw Refusal.of(faults)
  const saved = await change(ctx, cls, meetings => meetings.map(one =>
    String(one._id) === id ? { ...one, present: markPresent(one.present, marks).map(person => new Types.ObjectId(person)) } : one))
  const marked = new Set(marks.map(({ person }) => person))
  await tellOf(ctx, meeting.present === null ? people : people.filter(({ person }) => marked.has(String(person))))
  return saved
}

async function tellAll(ctx: Context, cls: ClassDoc): Promise<void> {
  await tellOf(ctx, await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).select('_id').lean<EnrolmentDoc[]>())
}
