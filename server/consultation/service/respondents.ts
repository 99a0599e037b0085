import type { Types } from 'mongoose'
import { PersonModel } from '../../people/index.ts'
import type { Given } from '../domain/results.ts'
import { ResponseModel, type ConsultationDoc, type InvitedDoc, type ResponseDoc } from '../model.ts'

/** Answers that are counted; more people than that are not asked at once. */
const MOST = 20_000

/** How many are asked in each unit, as it is now. */
export const invitedNow = (units: readonly Types.ObjectId[]): Promise<InvitedDoc[]> =>
  Promise.all(units.map(async unit => ({ unit, count: await PersonModel.countDocuments({ unit, active: true }) })))

/** How many were asked in each unit: as it was when it ended, or as it is now. */
export const invitedOf = async ({ invited, units }: ConsultationDoc): Promise<InvitedDoc[]> => invited ?? invitedNow(units)

/** What was answered, in the order of ids that tell nothing. */
export const responsesTo = ({ _id }: Pick<ConsultationDoc, '_id'>): Promise<ResponseDoc[]> =>
  ResponseModel.find({ consultation: _id }).sort({ _id: 1 }).limit(MOST).lean<ResponseDoc[]>()

/** An answer as far as counting needs it. */
export const counted = ({ unit, answers, reactions }: ResponseDoc): Given => ({ unit: unit && String(unit), answers, reactions })
