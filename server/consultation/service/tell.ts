import type { Types } from 'mongoose'
import type { NoticeKind } from '../../graphql.ts'
import { notify } from '../../notice/index.ts'
import { PersonModel, type PersonDoc } from '../../people/index.ts'
import { ConsultationModel, type ConsultationDoc } from '../model.ts'

/** The most people that are told of one consultation. */
const MOST = 20_000

/** The people it is put to: those of its units who are active now. */
export const askedPeople = async (units: readonly Types.ObjectId[]): Promise<Types.ObjectId[]> =>
  (await PersonModel.find({ unit: { $in: units }, active: true }).sort({ _id: 1 }).limit(MOST).select('_id').lean<Pick<PersonDoc, '_id'>[]>()).map(({ _id }) => _id)

/** Tells everybody asked that it is open, or what its authors answered; once, however often this is called. */
export async function tellAsked(
  services: { now: () => Date }, { _id, title, closesOn, units, by }: ConsultationDoc, kind: Extract<NoticeKind, 'CONSULTATION_OPENED' | 'CONSULTATION_ANSWERED'>,
): Promise<void> {
  const to = (await askedPeople(units)).filter(person => !person.equals(by))
  await notify(services, { to, kind, facts: { title, until: closesOn }, link: `/konsultasi/${String(_id)}`, key: `consultation:${String(_id)}:${kind}` })
  await ConsultationModel.updateOne({ _id }, { $addToSet: { told: kind } })
}

/** Tells who asked that it has ended. */
export async function tellAsker(services: { now: () => Date }, { _id, title, curriculum, by }: ConsultationDoc): Promise<void> {
  await notify(services, {
    to: [by], kind: 'CONSULTATION_CLOSED', facts: { title }, link: `/kurikulum/${String(curriculum)}/konsultasi?konsultasi=${String(_id)}`, key: `consultation:${String(_id)}:CONSULTATION_CLOSED`,
  })
  await ConsultationModel.updateOne({ _id }, { $addToSet: { told: 'CONSULTATION_CLOSED' } })
}
