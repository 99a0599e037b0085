import type { Types } from 'mongoose'
import { contextFor } from '../../context.ts'
import { ClassModel, EnrolmentModel, type EnrolmentDoc } from '../../course/index.ts'
import type { Services } from '../../domain.ts'
import { addDays, dayOf } from '../../lib/days.ts'
import { Refusal } from '../../lib/refusal.ts'
import { guest } from '../../viewer.ts'
import { CertificateModel } from '../model.ts'
import { issue } from './issue.ts'

/** Issues the certificate of an enrolment if it is due; does nothing when it is not, or was issued before. */
export async function issueIfDue(services: Services, enrolment: Types.ObjectId | string): Promise<void> {
  const ctx = contextFor(services, guest)
  const doc = await ctx.load.enrolment.find(enrolment)
  if (doc?.state !== 'ENROLLED') return
  try {
    await issue(ctx, doc._id)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'NO_SIGNATORY') services.log.warn('certificates are due, but nobody signs for the agency')
    else if (error.code !== 'NOT_COMPLETE') throw error
  }
}

/** How long after a class has ended late grading is still looked for. Default, ours. */
const LATE_DAYS = 90
const BATCH = 100

/** Finds certificates that are due and that the news missed: in classes that run, or ended not long ago. */
export async function issueAllDue(services: Services): Promise<void> {
  const today = dayOf(services.now())
  const classes = await ClassModel.find({ startsOn: { $lte: today }, endsOn: { $gte: addDays(today, -LATE_DAYS) }, cancelledReason: null }).select('_id').lean()
  for (const { _id } of classes) {
    let after: Types.ObjectId | null = null
    for (;;) {
      const where: object = after ? { class: _id, state: 'ENROLLED', _id: { $gt: after } } : { class: _id, state: 'ENROLLED' }
      const page: EnrolmentDoc[] = await EnrolmentModel.find(where).sort({ _id: 1 }).limit(BATCH).lean<EnrolmentDoc[]>()
      const certified = new Set((await CertificateModel.distinct('enrolment', { enrolment: { $in: page.map(doc => doc._id) } })).map(String))
      for (const doc of page) if (!certified.has(String(doc._id))) await issueIfDue(services, doc._id)
      if (page.length < BATCH) break
      after = page.at(-1)!._id
    }
  }
}
