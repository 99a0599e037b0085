import { createHmac, randomBytes } from 'node:crypto'
import { Types, type ClientSession } from 'mongoose'
import { isDuplicate } from '../../lib/mongo.ts'
import { ConsultationKeyModel, type ConsultationKeyDoc } from '../model.ts'

/** An id that tells neither when nor in which order it was made, unlike the driver's own. */
export const blindId = (): Types.ObjectId => new Types.ObjectId(randomBytes(12))

/** Gives a consultation its key. Having one already, it keeps it. */
export async function makeKey(consultation: Types.ObjectId, session?: ClientSession): Promise<void> {
  await ConsultationKeyModel.create([{ consultation, key: randomBytes(32).toString('base64url') }], { session }).catch(error => {
    if (session || !isDuplicate(error)) throw error
  })
}

/** Throws the key away. After that nobody can work out whose answer an anonymous one is, whatever else they hold. */
export async function burnKey(consultation: Types.ObjectId): Promise<void> {
  await ConsultationKeyModel.deleteOne({ consultation })
}

/** What finds a person's answer again, or null when the key is gone: HMAC over person and consultation, by key and secret. */
export async function markerOf(secret: string, consultation: Types.ObjectId, person: string): Promise<string | null> {
  const held = await ConsultationKeyModel.findOne({ consultation }).lean<ConsultationKeyDoc>()
  return held && createHmac('sha256', `${held.key}.${secret}`).update(`${String(consultation)}:${person}`).digest('base64url')
}
