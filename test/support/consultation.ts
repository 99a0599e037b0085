import { Types } from 'mongoose'
import type { CurriculumDoc } from '../../server/curriculum/index.ts'
import { ConsultationKeyModel, ConsultationModel, type ConsultationDoc } from '../../server/consultation/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { UnitDoc } from '../../server/people/index.ts'

export const questions = [
  { id: 'q1', form: 'SCALE', text: 'Saya memahami mengapa pelatihan ini diperlukan.', options: ['Sangat tidak setuju', 'Tidak setuju', 'Setuju', 'Sangat setuju'] },
  { id: 'q2', form: 'CHOICE', text: 'Bentuk yang paling sesuai?', options: ['Tatap muka', 'Daring'] },
  { id: 'q3', form: 'TEXT', text: 'Apa yang paling Anda perlukan?', options: [] },
] as const

/** A consultation of ours that is open since yesterday, for ten days more, unless fields say otherwise. */
export async function aConsultation(curriculum: CurriculumDoc, units: readonly Pick<UnitDoc, '_id'>[], fields: Partial<ConsultationDoc> = {}): Promise<ConsultationDoc> {
  const today = dayOf(new Date())
  const { partner, code, content, hash } = curriculum
  const doc = await ConsultationModel.create({
    curriculum: curriculum._id, partner, code, content, hash, title: 'Uji baca rancangan', intro: 'Mohon masukan Anda.', units: units.map(({ _id }) => _id),
    opensOn: addDays(today, -1), closesOn: addDays(today, 10), questions: questions.map(one => ({ ...one, options: [...one.options] })), state: 'OPEN',
    by: new Types.ObjectId(), at: new Date(), ...fields,
  })
  await ConsultationKeyModel.create({ consultation: doc._id, key: 'kunci-uji' })
  return doc.toObject() as ConsultationDoc
}
