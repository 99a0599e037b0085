import type { Context } from '../../context.ts'
import type { ConsultationAnswerInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { Viewer } from '../../viewer.ts'
import { PersonModel } from '../../people/index.ts'
import { takesAnswers } from '../domain/consultation.ts'
import { LEAST } from '../domain/suppress.ts'
import { readAnswer } from '../input.ts'
import { ConsultationModel, ResponseModel, type ConsultationDoc, type ResponseDoc } from '../model.ts'
import { consultationFor } from './change.ts'
import { blindId, markerOf } from './marker.ts'

/**
 * One person's answer as a whole, in the place of an earlier one. An anonymous one holds neither the person nor a time,
 * and no unit of fewer than five people. Refuses with CONSULTATION_OVER before the first day and after the last.
 */
export async function answerConsultation(ctx: Context, id: string, input: ConsultationAnswerInput): Promise<ConsultationDoc> {
  const consultation = await consultationFor(ctx, id, 'answer')
  const person = signedIn(ctx.viewer)
  const { anonymous, answers, reactions, proposals } = readAnswer(consultation, input)
  const marker = takesAnswers(consultation, dayOf(ctx.now())) ? await markerOf(ctx.env.SESSION_SECRET, consultation._id, person) : null
  if (!marker) throw new Refusal('CONSULTATION_OVER', { until: consultation.closesOn })
  const colleagues = await PersonModel.countDocuments({ unit: ctx.viewer.unit, active: true })
  const set = {
    person: anonymous ? null : person, unit: colleagues >= LEAST ? ctx.viewer.unit : null,
    answers, reactions, proposals: proposals.map(proposal => ({ _id: blindId(), ...proposal })),
  }
  const put = () => ResponseModel.updateOne({ consultation: consultation._id, marker }, { $set: set, $setOnInsert: { _id: blindId() } }, { upsert: true, runValidators: true })
  // Two clicks at once: the index lets one in, and the other finds it there.
  await put().catch(error => {
    if (!isDuplicate(error)) throw error
    return put()
  })
  return ctx.load.consultation.fresh(consultation)
}

/** The viewer's own answer. Once it is over, an anonymous one cannot be found any more, not even by who gave it. */
export async function ownResponse(ctx: Context, { _id, state }: ConsultationDoc): Promise<ResponseDoc | null> {
  if (!ctx.viewer.id) return null
  const marker = state === 'OPEN' ? await markerOf(ctx.env.SESSION_SECRET, _id, ctx.viewer.id) : null
  const where = marker ? { consultation: _id, marker } : { consultation: _id, person: ctx.viewer.id }
  return ResponseModel.findOne(where).lean<ResponseDoc>()
}

/** Open consultations of the viewer's unit that they have not answered; the newest twenty are looked at. */
export async function waitingFor(ctx: Context, { id, unit }: Viewer): Promise<number> {
  if (!id || !unit || id !== ctx.viewer.id) return 0
  const open = await ConsultationModel.find({ units: unit, state: 'OPEN' }).sort({ _id: -1 }).limit(20).lean<ConsultationDoc[]>()
  const answered = await Promise.all(open.map(consultation => ownResponse(ctx, consultation)))
  return answered.filter(response => response === null).length
}
