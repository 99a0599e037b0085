import type { Context } from '../../context.ts'
import { classStatus, enrolmentPolicy } from '../../course/index.ts'
import { claimFile, releaseFile } from '../../file/index.ts'
import { dayOf } from '../../lib/days.ts'
import { httpsAddress, optional, prose, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { accepts, isOpen, submissionMoves } from '../domain/submission.ts'
import { PracticumModel, SubmissionModel, type PracticumDoc, type SubmissionDoc } from '../model.ts'
import { practicumPolicy, workPolicy } from '../policy.ts'

/** Has a rubric that an instructor made or confirmed, and instructions that say something. */
export const isReady = ({ rubric, instructions, skeleton }: PracticumDoc): boolean =>
  !skeleton && rubric.criteria.length > 0 && instructions.replace(/<[^>]*>|&nbsp;/g, '').trim() !== ''

/** Work is begun while the class runs; what was returned may still be mended when it has ended. */
async function refuseUnlessRunning(ctx: Context, { class: id }: { class: unknown }, state?: SubmissionDoc['state']): Promise<void> {
  const status = classStatus(await ctx.load.class.get(String(id)), dayOf(ctx.now()))
  if (status === 'RUNNING' || (state === 'RETURNED' && status === 'FINISHED')) return
  throw new Refusal('CLASS_NOT_RUNNING', { status })
}

/** The learner's work at a practicum; begun when there is none yet. */
export async function openSubmission(ctx: Context, practicumId: string, enrolmentId: string): Promise<SubmissionDoc> {
  const practicum = await ctx.load.practicum.get(practicumId)
  authorise(practicumPolicy, 'see', ctx.viewer, practicum)
  const enrolment = await ctx.load.enrolment.get(enrolmentId)
  authorise(enrolmentPolicy, 'learn', ctx.viewer, enrolment)
  if (!enrolment.course.equals(practicum.course)) throw new Refusal('NOT_FOUND')
  const key = { enrolment: enrolment._id, practicum: practicum._id }
  const begun = await SubmissionModel.findOne(key).lean<SubmissionDoc>()
  if (begun) return begun
  if (!isReady(practicum)) throw new Refusal('PRACTICUM_NOT_READY')
  await refuseUnlessRunning(ctx, enrolment)
  await SubmissionModel.create({ ...key, person: enrolment.person, class: enrolment.class, course: enrolment.course }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
  return (await SubmissionModel.findOne(key).lean<SubmissionDoc>())!
}

/** The submission, if it is the viewer's to change now. */
async function ownOpen(ctx: Context, id: string): Promise<SubmissionDoc> {
  const submission = await ctx.load.submission.get(id)
  authorise(workPolicy, 'handIn', ctx.viewer, submission)
  if (!isOpen(submission.state)) throw new Refusal('WRONG_STATE', { state: submission.state })
  await refuseUnlessRunning(ctx, submission, submission.state)
  return submission
}

/** Adds a finished upload of the learner's. Adding it twice changes nothing. */
export async function addEvidence(ctx: Context, id: string, fileId: string): Promise<SubmissionDoc> {
  const submission = await ownOpen(ctx, id)
  if (submission.evidence.some(file => String(file) === fileId)) return submission
  const practicum = await ctx.load.practicum.get(submission.practicum)
  const most = practicum.maxFiles
  if (submission.evidence.length >= most) throw new Refusal('TOO_MANY_FILES', { max: most }, 'file')
  const file = await claimFile(ctx, fileId, { purpose: `evidence:${id}` })
  if (!accepts(practicum.acceptedTypes, file.type)) {
    await releaseFile(ctx, file)
    throw new Refusal('FILE_TYPE_REFUSED', { name: file.name, type: file.type }, 'file')
  }
  // The last place is taken by one, however many uploads end at once.
  const room = { state: submission.state, evidence: { $ne: file._id }, [`evidence.${most - 1}`]: { $exists: false } }
  const saved = await saveIf<SubmissionDoc>(SubmissionModel, submission._id, room, { $push: { evidence: file._id } }).catch(async error => {
    // A click too many: the same file came in by the other.
    const there = await SubmissionModel.findOne({ _id: submission._id, evidence: file._id }).lean<SubmissionDoc>()
    if (there) return there
    await releaseFile(ctx, file)
    throw error
  })
  return ctx.load.submission.fresh(saved)
}

export async function removeEvidence(ctx: Context, id: string, fileId: string): Promise<SubmissionDoc> {
  const submission = await ownOpen(ctx, id)
  const file = submission.evidence.find(one => String(one) === fileId)
  if (!file) return submission
  const saved = await saveIf<SubmissionDoc>(SubmissionModel, submission._id, { state: submission.state }, { $pull: { evidence: file } })
  const stored = await ctx.load.file.find(file)
  if (stored) await releaseFile(ctx, stored)
  return ctx.load.submission.fresh(saved)
}

const noteShape = z.object({
  note: prose(5000),
  link: optional(httpsAddress),
})

export async function saveNote(ctx: Context, id: string, note: string, link: string | null | undefined): Promise<SubmissionDoc> {
  const submission = await ownOpen(ctx, id)
  const given = read(noteShape, { note, link }, '')
  return ctx.load.submission.fresh(await saveIf<SubmissionDoc>(SubmissionModel, submission._id, { state: submission.state }, given))
}

/** Hands the work in, under the rubric as it stands. */
export async function submit(ctx: Context, id: string, revision: number): Promise<SubmissionDoc> {
  const submission = await ctx.load.submission.get(id)
  authorise(workPolicy, 'handIn', ctx.viewer, submission)
  const state = move(submissionMoves, submission.state, 'submit')
  await refuseUnlessRunning(ctx, submission, submission.state)
  if (submission.evidence.length === 0 && !submission.link) throw new Refusal('NO_EVIDENCE')
  const practicum = (await PracticumModel.findById(submission.practicum).lean<PracticumDoc>())!
  if (!isReady(practicum)) throw new Refusal('PRACTICUM_NOT_READY')
  const step = { at: ctx.now(), by: ctx.viewer.id, move: 'submit', reason: null }
  const saved = await saveIf<SubmissionDoc>(SubmissionModel, submission._id, { revision, state: submission.state }, {
    $set: { state, rubric: practicum.rubric, submittedAt: ctx.now() }, $push: { history: step },
  })
  await ctx.tell('enrolment.changed', { enrolment: String(saved.enrolment) })
  return ctx.load.submission.fresh(saved)
}
