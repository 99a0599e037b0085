import { randomBytes } from 'node:crypto'
import type { ClientSession, Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { Refusal } from '../../lib/refusal.ts'
import { formatNumber, sequenceYear } from '../domain/numbering.ts'
import { CertificateModel, CertificateSequenceModel, type CertificateDoc } from '../model.ts'
import { ensureDrawn } from './document.ts'
import { factsOf } from './facts.ts'
import { recordOf } from './record.ts'

/** The newest certificate of an enrolment, whatever became of it; null when none was ever issued. */
export const newestOf = (enrolment: Types.ObjectId | string) =>
  CertificateModel.findOne({ enrolment }).sort({ _id: -1 }).lean<CertificateDoc>()

type Replaced = { certificate: CertificateDoc; reason: string; by: string }

/**
 * Issues the certificate of an enrolment that is complete, with the next number of the year, and draws it. Asked twice,
 * gives the one there is, even one revoked: only a person decides to issue anew, by `replaced`, which then gives way.
 * Refuses with NOT_COMPLETE, saying what is missing.
 */
export async function issue(ctx: Context, enrolment: Types.ObjectId | string, replaced?: Replaced): Promise<CertificateDoc> {
  const standing = await newestOf(enrolment)
  if (standing && !replaced) return ensureDrawn(standing)
  const gathered = await recordOf(ctx, enrolment)
  const { completion } = gathered
  if (!completion.complete) throw new Refusal('NOT_COMPLETE', { missing: completion.requirements.filter(({ met }) => !met).map(({ code }) => code) })
  const issuedAt = ctx.now()
  const token = randomBytes(16).toString('base64url')
  const facts = await factsOf(ctx, gathered, { issuedAt, token })

  try {
    const certificate = await inTransaction(async session => {
      const year = sequenceYear(issuedAt)
      if (replaced) await retire(replaced, issuedAt, session)
      const { last } = (await CertificateSequenceModel.findOneAndUpdate({ year }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after', session }).lean<{ last: number }>())!
      const number = formatNumber(ctx.env.CERTIFICATE_NUMBER, { sequence: last, issuedAt })
      const [doc] = await CertificateModel.create([{
        enrolment, person: gathered.enrolment.person, class: gathered.class._id, course: gathered.course._id, partner: gathered.course.partner,
        unit: gathered.person.unit, year, sequence: last, number, token, issuedAt, facts: { ...facts, number },
        replaces: replaced?.certificate._id ?? null,
      }], { session })
      if (replaced) await CertificateModel.updateOne({ _id: replaced.certificate._id }, { replacedBy: doc!._id }, { session })
      return doc!.toObject() as unknown as CertificateDoc
    })
    return ensureDrawn(certificate)
  } catch (error) {
    const other = isDuplicate(error, 'enrolment') ? await newestOf(enrolment) : null
    if (!other) throw error
    return ensureDrawn(other)
  }
}

/** Takes the old one's validity, if nobody else did meanwhile. */
async function retire({ certificate, reason, by }: Replaced, at: Date, session: ClientSession): Promise<void> {
  const change = { state: 'REPLACED', revokedAt: certificate.revokedAt ?? at, revokedReason: reason, revokedBy: by }
  const { modifiedCount } = await CertificateModel.updateOne({ _id: certificate._id, state: certificate.state }, change, { session })
  if (modifiedCount === 0) throw new Refusal('STALE')
}
