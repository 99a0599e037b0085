import type { Context } from '../../context.ts'
import type { Services } from '../../domain.ts'
import { dayOf } from '../../lib/days.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { consultationMoves, dueMove } from '../domain/consultation.ts'
import { ConsultationKeyModel, ConsultationModel, type ConsultationDoc } from '../model.ts'
import { changeConsultation, saveConsultation, type Decision } from './change.ts'
import { burnKey } from './marker.ts'
import { invitedNow } from './respondents.ts'
import { tellAsked, tellAsker } from './tell.ts'

/** Consultations that one sweep looks at. */
const BATCH = 200

async function closing(now: Date, consultation: ConsultationDoc): Promise<Decision> {
  return { set: { state: move(consultationMoves, consultation.state, 'close'), closedAt: now, invited: await invitedNow(consultation.units) } }
}

/** Ends it by hand. What leads from a person to their answer is thrown away. Ended already, nothing changes. */
export async function closeConsultation(ctx: Context, id: string): Promise<ConsultationDoc> {
  const closed = await changeConsultation(ctx, id, 'close', async consultation => {
    if (consultation.state === 'CLOSED') return null
    const { set } = await closing(ctx.now(), consultation)
    // Nobody is told what they did themselves.
    return { set: String(consultation.by) === ctx.viewer.id ? { ...set, told: [...consultation.told, 'CONSULTATION_CLOSED'] } : set }
  })
  await burnKey(closed._id)
  return closed
}

/** Takes back what has not begun. Taken back already, nothing changes. */
export async function cancelConsultation(ctx: Context, id: string): Promise<ConsultationDoc> {
  const cancelled = await changeConsultation(ctx, id, 'cancel', ({ state }) => (state === 'CANCELLED' ? null : { set: { state: move(consultationMoves, state, 'cancel') } }))
  await burnKey(cancelled._id)
  return cancelled
}

/** Opens what is due, ends what is over, throws away keys that are no longer needed, and tells who was not told. */
export async function moveByDate(services: Services): Promise<void> {
  const today = dayOf(services.now())
  const due = await ConsultationModel.find({ $or: [{ state: 'PLANNED', opensOn: { $lte: today } }, { state: 'OPEN', closesOn: { $lt: today } }] }).limit(BATCH).lean<ConsultationDoc[]>()
  for (const consultation of due) await moveIfStill(services, consultation, dueMove(consultation, today))
  const untold = await ConsultationModel.find({ state: 'OPEN', told: { $ne: 'CONSULTATION_OPENED' } }).limit(BATCH).lean<ConsultationDoc[]>()
  for (const consultation of untold) await tellAsked(services, consultation, 'CONSULTATION_OPENED')
  const ended = await ConsultationModel.find({ state: 'CLOSED', told: { $ne: 'CONSULTATION_CLOSED' } }).limit(BATCH).lean<ConsultationDoc[]>()
  for (const consultation of ended) await tellAsker(services, consultation)
  const keys = await ConsultationKeyModel.find().limit(BATCH).distinct('consultation')
  const over = await ConsultationModel.find({ _id: { $in: keys }, state: { $in: ['CLOSED', 'CANCELLED'] } }).distinct('_id')
  await ConsultationKeyModel.deleteMany({ consultation: { $in: over } })
}

async function moveIfStill(services: Services, consultation: ConsultationDoc, due: 'open' | 'close' | null): Promise<void> {
  if (!due) return
  try {
    await saveConsultation(consultation, due === 'close' ? await closing(services.now(), consultation) : { set: { state: move(consultationMoves, consultation.state, 'open') } })
  } catch (error) {
    // Somebody was faster: another process, or the hand.
    if (!(error instanceof Refusal && error.code === 'STALE')) throw error
  }
}
