import type { Context } from '../../context.ts'
import { prose, read } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { CertificateModel, type CertificateDoc } from '../model.ts'
import { certificatePolicy, issuePolicy } from '../policy.ts'
import { issue } from './issue.ts'

const REASON_MAX = 1000
const reasonOf = (reason: string) => read(prose(REASON_MAX, 1), reason, 'reason')

/** Issues by hand what is due; the one already issued when asked twice. */
export async function issueByHand(ctx: Context, enrolment: string): Promise<CertificateDoc> {
  authorise(issuePolicy, 'issue', ctx.viewer, null)
  const doc = await ctx.load.enrolment.get(enrolment)
  return issue(ctx, doc._id)
}

/** Takes a certificate's validity; its number stays used, and its verification says so. */
export async function revoke(ctx: Context, id: string, reason: string): Promise<CertificateDoc> {
  const certificate = await ctx.load.certificate.get(id)
  if (certificate.state !== 'VALID' && certificatePolicy.reissue(ctx.viewer, certificate)) throw new Refusal('ALREADY_REVOKED')
  authorise(certificatePolicy, 'revoke', ctx.viewer, certificate)
  const change = { state: 'REVOKED', revokedAt: ctx.now(), revokedReason: reasonOf(reason), revokedBy: ctx.viewer.id }
  const saved = await CertificateModel.findOneAndUpdate({ _id: certificate._id, state: 'VALID' }, change, { returnDocument: 'after' }).lean<CertificateDoc>()
  if (!saved) throw new Refusal('STALE')
  return ctx.load.certificate.fresh(saved)
}

/** A new certificate, with a new number, in place of this one. */
export async function reissue(ctx: Context, id: string, reason: string): Promise<CertificateDoc> {
  const certificate = await ctx.load.certificate.get(id)
  authorise(certificatePolicy, 'reissue', ctx.viewer, certificate)
  return issue(ctx, certificate.enrolment, { certificate, reason: reasonOf(reason), by: ctx.viewer.id! })
}
