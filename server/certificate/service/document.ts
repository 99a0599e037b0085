import { createHash } from 'node:crypto'
import { drawCertificate } from '../draw.ts'
import { CertificateDocumentModel, CertificateModel, type CertificateDoc } from '../model.ts'

/**
 * The certificate with its PDF drawn and registered. Drawing the same facts gives the same bytes, so whoever comes
 * first wins and a process that died between issuing and drawing is made good by the next who asks.
 */
export async function ensureDrawn(certificate: CertificateDoc): Promise<CertificateDoc> {
  if (certificate.sha256) return certificate
  const bytes = await drawCertificate(certificate.facts)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await CertificateDocumentModel.updateOne({ certificate: certificate._id }, { $setOnInsert: { bytes } }, { upsert: true })
  await CertificateModel.updateOne({ _id: certificate._id, sha256: null }, { sha256 })
  return { ...certificate, sha256 }
}

/** The PDF as it was registered; null when it is still to be drawn. */
export async function documentOf(certificate: CertificateDoc): Promise<Buffer | null> {
  const stored = await CertificateDocumentModel.findOne({ certificate: certificate._id }).lean<{ bytes: { buffer: Uint8Array } | Buffer }>()
  if (!stored) return null
  return Buffer.isBuffer(stored.bytes) ? stored.bytes : Buffer.from(stored.bytes.buffer)
}
