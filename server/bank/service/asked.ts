import type { Types } from 'mongoose'
import { BankQuestionModel } from '../model.ts'

/** Notes of the questions that fit one of the filters that they are asked in the course. Done twice, it is done once. */
export async function noteAskedIn(course: Types.ObjectId, filters: readonly object[]): Promise<void> {
  for (const filter of filters) await BankQuestionModel.updateMany({ $and: [filter, { askedIn: { $ne: course } }] }, { $addToSet: { askedIn: course } })
}
