import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { CurriculumModel, type CurriculumDoc } from '../../curriculum/index.ts'
import type { ConsultationInput } from '../../graphql.ts'
import { dayOf } from '../../lib/days.ts'
import { read } from '../../lib/input.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { UnitModel } from '../../people/index.ts'
import { consultationShape } from '../input.ts'
import { ConsultationModel, type ConsultationDoc } from '../model.ts'
import { askingPolicy } from '../policy.ts'
import { makeKey } from './marker.ts'
import { tellAsked } from './tell.ts'

/**
 * Freezes the draft as it is and puts it to the people of the units: at once when the first day has come, else on that
 * day. Only a draft is asked about (WRONG_STATE). Sent twice in a row, it is there once.
 */
export async function createConsultation(ctx: Context, id: string, input: ConsultationInput): Promise<ConsultationDoc> {
  const curriculum = isId(id) ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
  if (!curriculum) {
    signedIn(ctx.viewer)
    throw new Refusal('NOT_FOUND')
  }
  authorise(askingPolicy, 'consult', ctx.viewer, curriculum)
  const { units, ...asked } = read(consultationShape, input)
  const { _id, partner, code, content, hash, state } = curriculum
  if (state === 'PUBLISHED' || state === 'ARCHIVED') throw new Refusal('WRONG_STATE', { state, move: 'consult' })
  const today = dayOf(ctx.now())
  if (asked.closesOn < today) throw new Refusal('DATES_REVERSED', {}, 'input.closesOn')
  const known = await UnitModel.countDocuments({ _id: { $in: units.filter(isId) }, active: true })
  if (known !== units.length) throw new Refusal('UNKNOWN_UNIT', {}, 'input.units')
  const by = new Types.ObjectId(signedIn(ctx.viewer))
  const last = await ConsultationModel.findOne({ curriculum: _id }).sort({ _id: -1 }).lean<ConsultationDoc>()
  const same = last && last.by.equals(by) && last.hash === hash && last.title === asked.title && last.opensOn === asked.opensOn && last.closesOn === asked.closesOn && last.state !== 'CANCELLED' && last.state !== 'CLOSED'
  if (same) return last
  const consultation: ConsultationDoc = {
    _id: new Types.ObjectId(), curriculum: _id, partner, code, content, hash, ...asked, units: units.map(unit => new Types.ObjectId(unit)),
    state: asked.opensOn <= today ? 'OPEN' : 'PLANNED', by, at: ctx.now(), closedAt: null, invited: null, told: [], version: null as never, revision: 0,
  }
  await inTransaction(async session => {
    await ConsultationModel.create([consultation], { session })
    await makeKey(consultation._id, session)
  })
  if (consultation.state === 'OPEN') await tellAsked(ctx, consultation, 'CONSULTATION_OPENED')
  return ctx.load.consultation.fresh(consultation)
}
