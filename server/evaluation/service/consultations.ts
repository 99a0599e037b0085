import type { Context } from '../../context.ts'
import { ConsultationModel, type ConsultationDoc } from '../../consultation/index.ts'
import type { CurriculumVersionDoc } from '../../curriculum/index.ts'
import { isOfPartner, readsAll } from '../../viewer.ts'

/** The consultations whose answers went into a version; where they lead only for those who may look there. */
export async function consultationsOf({ viewer }: Context, version: CurriculumVersionDoc) {
  const held = await ConsultationModel.find({ curriculum: version.curriculum, version: version._id }).sort({ _id: 1 }).limit(20).select('title closedAt').lean<ConsultationDoc[]>()
  const inside = readsAll(viewer) || isOfPartner(viewer, version.partner)
  return held.map(({ _id, title, closedAt }) => ({ id: String(_id), title, at: closedAt ?? null, link: inside ? `/konsultasi/${String(_id)}` : null }))
}
