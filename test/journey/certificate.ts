import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { clientOf, type Client } from '../support/client.ts'

/** The certificate came by itself, its bytes are the registered ones, and a stranger can verify it. */
export async function certified(learner: Client, enrolment: string, path: string) {
  const { enrolment: after } = await learner.ok(`query ($id: ID!) { enrolment(id: $id) {
    completion { complete finalMark qualification requirements { code met } }
    certificate { id number sha256 pdfUrl verifyUrl state }
  } }`, { id: enrolment })
  assert.ok(after.completion.complete, JSON.stringify(after.completion))
  const { certificate } = after
  const pdf = Buffer.from(await (await learner.fetch(certificate.pdfUrl)).arrayBuffer())
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.equal(createHash('sha256').update(pdf).digest('hex'), certificate.sha256)
  writeFileSync(path, pdf)

  const stranger = clientOf(learner.url, null)
  const page = await (await stranger.fetch(new URL(certificate.verifyUrl).pathname)).text()
  assert.match(page, /SAH/)
  const token = new URL(certificate.verifyUrl).pathname.split('/').at(-1)
  const { verification } = await stranger.ok('query ($token: String!) { verification(token: $token) { result number holder nipMasked hours sha256 } }', { token })
  assert.equal(verification.result, 'SAH')
  assert.equal(verification.sha256, certificate.sha256)
  return { ...after, verification }
}
