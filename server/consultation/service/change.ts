import type { ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import type { ConsultationAbilities } from '../../graphql.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { ConsultationModel, type ConsultationDoc } from '../model.ts'
import { consultationPolicy } from '../policy.ts'

const TRIES = 8

/** A consultation as it is now, to who has the ability. Refuses with NOT_FOUND what the viewer may not see. */
export async function consultationFor(ctx: Context, id: string, ability: keyof ConsultationAbilities & string): Promise<ConsultationDoc> {
  const consultation = isId(id) ? await ConsultationModel.findById(id).lean<ConsultationDoc>() : null
  if (!consultation) {
    signedIn(ctx.viewer)
    throw new Refusal('NOT_FOUND')
  }
  authorise(consultationPolicy, ability, ctx.viewer, consultation)
  return consultation
}

export type Decision = { set: Partial<ConsultationDoc>; also?: (session: ClientSession) => Promise<void> }

/** Load, authorise, decide, save; again when somebody was faster. `decide` gives null when there is nothing to do. */
export async function changeConsultation(
  ctx: Context, id: string, ability: keyof ConsultationAbilities & string, decide: (consultation: ConsultationDoc) => Decision | null | Promise<Decision | null>,
): Promise<ConsultationDoc> {
  for (let tries = 1; ; tries++) {
    const consultation = await consultationFor(ctx, id, ability)
    const decision = await decide(consultation)
    if (!decision) return ctx.load.consultation.fresh(consultation)
    try {
      return ctx.load.consultation.fresh(await saveConsultation(consultation, decision))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
    }
  }
}

/** Saves what was decided of exactly this consultation. Refuses with STALE when somebody was faster. */
export const saveConsultation = ({ _id, revision }: ConsultationDoc, { set, also }: Decision): Promise<ConsultationDoc> =>
  inTransaction(async session => {
    const saved = await saveIf<ConsultationDoc>(ConsultationModel, _id, { revision }, set, session)
    await also?.(session)
    return saved
  })
