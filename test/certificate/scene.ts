import type { Types } from 'mongoose'
import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { CertificateModel, type CertificateDoc } from '../../server/certificate/index.ts'
import { issueIfDue } from '../../server/certificate/service/due.ts'
import type { TestApp } from '../support/app.ts'
import { aClass, aCourse, anEnrolment, anInstructor, type TestCourse } from '../support/course.ts'
import { aPublishedVersion } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson, aUnit } from '../support/people.ts'

export const CERTIFICATE = `id number kind state holder title className hours finalMark qualification sha256 pdfUrl verifyUrl revokedReason
  replaces { id } replacedBy { id } viewerCan { see revoke reissue }`
export const ISSUE = `mutation ($enrolment: ID!) { issueCertificate(enrolment: $enrolment) { ${CERTIFICATE} } }`
export const REVOKE = `mutation ($certificate: ID!, $reason: String!) { revokeCertificate(certificate: $certificate, reason: $reason) { ${CERTIFICATE} } }`
export const REISSUE = `mutation ($certificate: ID!, $reason: String!) { reissueCertificate(certificate: $certificate, reason: $reason) { ${CERTIFICATE} } }`
export const VERIFY = 'query ($token: String!) { verification(token: $token) { result number holder nipMasked title hours sha256 revokedAt } }'

export type Scene = { made: TestCourse; cls: ClassDoc; signatory: PersonDoc; teacher: PersonDoc }

/** A class online, of a course with lessons only: who has done them is complete. And somebody who signs. */
export async function aScene(fields: Partial<ClassDoc> = {}): Promise<Scene> {
  const partner = await aPartner({ agreement: false })
  const made = await aCourse({ partner: partner._id, version: (await aPublishedVersion(partner))._id })
  const cls = await aClass(made, { mode: 'ONLINE', ...fields })
  const signatory = await aPerson({ roles: [['AGENCY_SIGNATORY']], name: 'Pimpinan Uji', position: 'Kepala Badan Uji' })
  return { made, cls, signatory, teacher: await anInstructor(cls) }
}

/** Somebody who has done all lessons, of a unit; nothing was issued yet, for nobody was told. */
export async function aComplete({ made, cls }: Scene, fields: Partial<PersonDoc> = {}): Promise<{ person: PersonDoc; enrolment: EnrolmentDoc }> {
  const person = await aPerson({ unit: (await aUnit())._id, ...fields })
  return { person, enrolment: await anEnrolment(cls, person, { done: made.lessons.map(({ _id }) => _id) }) }
}

export const certificatesOf = (enrolment: { _id: Types.ObjectId }) =>
  CertificateModel.find({ enrolment: enrolment._id }).sort({ _id: 1 }).lean<CertificateDoc[]>()

/** The certificate of somebody complete, issued as the news would have it. */
export async function issued(app: TestApp, enrolment: EnrolmentDoc): Promise<CertificateDoc> {
  await issueIfDue(app.services, enrolment._id)
  return (await certificatesOf(enrolment)).at(-1)!
}
