import type { Verification, VerificationResult } from '../../graphql.ts'
import { maskNip } from '../../people/index.ts'
import { CertificateModel, type CertificateDoc } from '../model.ts'
import { ensureDrawn } from './document.ts'

const results: Record<CertificateDoc['state'], VerificationResult> = { VALID: 'SAH', REVOKED: 'DICABUT', REPLACED: 'DIGANTI' }

/** What anyone may know who holds the token; null for a token that was never given out. */
export async function verify(token: string): Promise<Verification | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const found = await CertificateModel.findOne({ token }).lean<CertificateDoc>()
  if (!found) return null
  const { state, number, facts, issuedAt, sha256, revokedAt } = await ensureDrawn(found)
  const { person, training, jp } = facts
  return {
    result: results[state], number, holder: person.name, nipMasked: person.nip && maskNip(person.nip), title: training.title,
    className: training.className, hours: jp, issuedAt, organiser: training.organiser, partner: training.partner, sha256: sha256!, revokedAt,
  }
}
