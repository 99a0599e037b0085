import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FileModel } from '../../server/file/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { AgreementModel, type AgreementDoc, type PartnerDoc } from '../../server/partner/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aCourse } from '../support/course.ts'
import { anAgreement, aPartner, aPlannedItem, someTerms } from '../support/partner.ts'
import { aPerson, type RoleIn } from '../support/people.ts'
import { upload } from '../support/upload.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const ATTACH = 'mutation ($id: ID!, $file: ID!, $title: String!) { attachAgreementDocument(agreement: $id, file: $file, title: $title) { documents { title by { id } file { id name type size sha256 url } } } }'
const REMOVE = 'mutation ($id: ID!, $file: ID!) { removeAgreementDocument(agreement: $id, file: $file) { documents { title } } }'

const today = dayOf(new Date())
let app: TestApp
let ours: PartnerDoc, theirs: PartnerDoc
let officer: Client, lead: Client, signatory: Client, author: Client, auditor: Client, strangeLead: Client, strangeSignatory: Client, learner: Client, guest: Client
beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  theirs = await aPartner()
  const as = async (...roles: RoleIn[]) => app.client(await aPerson({ roles }))
  officer = await as(['CURRICULUM_OFFICER'])
  lead = await as(['PARTNER_LEAD', 'PARTNER', ours._id])
  signatory = await as(['PARTNER_SIGNATORY', 'PARTNER', ours._id])
  author = await as(['PARTNER_AUTHOR', 'PARTNER', ours._id])
  auditor = await as(['AUDITOR'])
  strangeLead = await as(['PARTNER_LEAD', 'PARTNER', theirs._id])
  strangeSignatory = await as(['PARTNER_SIGNATORY', 'PARTNER', theirs._id])
  learner = await as(['LEARNER'])
  guest = await app.client()
}, 60_000)
afterAll(() => app.stop())

const attach = async (who: Client, agreement: AgreementDoc, file: string, title = 'Naskah bertanda tangan') => who.send(ATTACH, { id: agreement._id, file, title })
const attached = async (agreement: AgreementDoc) => (await attach(officer, agreement, await upload(officer, 'naskah.pdf', PDF))).data.attachAgreementDocument.documents[0].file

describe('signed papers', () => {
  test('are kept with the agreement once, and read by both parties', async () => {
    const agreement = await anAgreement(ours)
    const id = await upload(lead, 'naskah.pdf', PDF)
    const { data } = await attach(lead, agreement, id)
    const again = await attach(lead, agreement, id, 'Judul lain')
    expect(again.data.attachAgreementDocument.documents).toEqual(data.attachAgreementDocument.documents)
    const [{ file, title }] = data.attachAgreementDocument.documents
    expect([title, file.type, file.name, file.size]).toEqual(['Naskah bertanda tangan', 'application/pdf', 'naskah.pdf', PDF.length])
    for (const who of [officer, lead, signatory, author, auditor]) {
      const response = await who.fetch(file.url)
      expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff'])
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF)
    }
  })

  test('attached at once ten times over, no more than ten are kept, and what found no place is let go', async () => {
    const agreement = await anAgreement(ours)
    const files = await Promise.all(Array.from({ length: 12 }, () => upload(officer, 'naskah.pdf', PDF)))
    const answers = await Promise.all(files.map(file => attach(officer, agreement, file)))
    expect(answers.filter(({ refusal }) => !refusal)).toHaveLength(10)
    expect((await AgreementModel.findById(agreement._id).lean<AgreementDoc>())!.documents).toHaveLength(10)
    expect(await FileModel.countDocuments({ _id: { $in: files }, purpose: null })).toBe(2)
  })

  test('are taken away by officers; the bytes are let go and the path leads nowhere', async () => {
    const agreement = await anAgreement(ours)
    const file = await attached(agreement)
    for (const who of [lead, signatory, author]) expect(await who.refused(REMOVE, { id: agreement._id, file: file.id })).toBe('FORBIDDEN')
    expect((await officer.ok(REMOVE, { id: agreement._id, file: file.id })).removeAgreementDocument.documents).toEqual([])
    await officer.ok(REMOVE, { id: agreement._id, file: file.id })
    expect((await officer.fetch(file.url)).status).toBe(404)
    expect((await FileModel.findById(file.id).lean())!.purpose).toBeNull()
  })

  test('belong to what waits for signatures or has them', async () => {
    const draft = await anAgreement(ours, { state: 'DRAFT' })
    expect((await attach(officer, draft, await upload(officer, 'naskah.pdf', PDF))).refusal?.code).toBe('WRONG_STATE')
  })
})

describe('attacks on papers', () => {
  test('another partner fetches the PDF', async () => {
    const { url } = await attached(await anAgreement(ours))
    for (const who of [strangeLead, strangeSignatory, learner, guest]) expect((await who.fetch(url)).status).toBe(404)
  })

  test('the PDF is fetched through an agreement of one\'s own', async () => {
    const { id } = await attached(await anAgreement(ours))
    const own = await anAgreement(theirs)
    expect((await strangeLead.fetch(`/agreements/${String(own._id)}/files/${id}`)).status).toBe(404)
    expect((await officer.fetch(`/agreements/x/files/${id}`)).status).toBe(404)
  })

  test('a picture, or a text, comes as a PDF', async () => {
    const agreement = await anAgreement(ours)
    const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
    const file = await upload(officer, 'naskah.png', png)
    expect((await attach(officer, agreement, file)).refusal).toMatchObject({ code: 'DOCUMENT_NOT_PDF', field: 'file' })
    expect((await FileModel.findById(file).lean())!.purpose).toBeNull()
    await expect(upload(officer, 'naskah.pdf', png)).rejects.toThrow(/FILE_TYPE_MISMATCH/)
  })

  test('another\'s upload is attached, or one that is in use elsewhere', async () => {
    const agreement = await anAgreement(ours)
    expect((await attach(lead, agreement, await upload(officer, 'naskah.pdf', PDF))).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'file' })
    const file = await attached(agreement)
    expect((await attach(officer, await anAgreement(theirs), file.id)).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'file' })
  })

  test('another partner attaches to, or takes away from, an agreement that is not theirs', async () => {
    const agreement = await anAgreement(ours)
    const file = await attached(agreement)
    expect((await attach(strangeLead, agreement, await upload(strangeLead, 'naskah.pdf', PDF))).refusal?.code).toBe('NOT_FOUND')
    expect(await strangeLead.refused(REMOVE, { id: agreement._id, file: file.id })).toBe('NOT_FOUND')
    for (const who of [signatory, author, auditor]) expect((await attach(who, agreement, file.id)).refusal?.code).toBe('FORBIDDEN')
  })
})

describe('attacks on agreements', () => {
  test('another partner reads, plans, reports on, signs, sends back or renews an agreement', async () => {
    const item = aPlannedItem()
    const agreement = await anAgreement(ours, { state: 'SIGNING', actions: [item] })
    const id = agreement._id
    for (const who of [strangeLead, strangeSignatory]) {
      expect((await who.ok('query ($id: ID!) { agreement(id: $id) { id } }', { id })).agreement).toBeNull()
      expect(await who.refused('mutation ($id: ID!) { moveAgreement(agreement: $id, revision: 0, move: sign) { id } }', { id })).toBe('NOT_FOUND')
      expect(await who.refused('mutation ($id: ID!) { moveAgreement(agreement: $id, revision: 0, move: return, reason: "x") { id } }', { id })).toBe('NOT_FOUND')
      expect(await who.refused('mutation ($id: ID!) { setAgreementActions(agreement: $id, revision: 0, actions: []) { id } }', { id })).toBe('NOT_FOUND')
      expect(await who.refused('mutation ($id: ID!, $action: ID!) { moveAgreementAction(agreement: $id, action: $action, move: drop, note: "x") { id } }', { id, action: item._id })).toBe('NOT_FOUND')
      expect(await who.refused('mutation ($id: ID!, $terms: AgreementTermsInput!) { setAgreementTerms(agreement: $id, revision: 0, terms: $terms) { id } }', { id, terms: someTerms() })).toBe('NOT_FOUND')
      expect(await who.refused('mutation ($id: ID!, $input: AgreementRenewalInput!) { renewAgreement(agreement: $id, input: $input) { id } }', { id, input: { numberAgency: 'A', numberPartner: 'B', startsOn: today, endsOn: today } })).toBe('NOT_FOUND')
    }
  })

  test('the partner signs for the agency by signing twice, or signs what was not sent to be signed', async () => {
    const SIGN = 'mutation ($id: ID!, $revision: Int!) { moveAgreement(agreement: $id, revision: $revision, move: sign) { state revision signatures { side } } }'
    const parent = await anAgreement(ours, { kind: 'KSB' })
    const agreement = await anAgreement(ours, { state: 'SIGNING', signedOn: null, parent: parent._id })
    const { moveAgreement } = await signatory.ok(SIGN, { id: agreement._id, revision: 0 })
    expect(moveAgreement).toMatchObject({ state: 'SIGNING', signatures: [{ side: 'PARTNER' }] })
    expect(await signatory.refused(SIGN, { id: agreement._id, revision: moveAgreement.revision })).toBe('ALREADY_SIGNED')
    const draft = await anAgreement(ours, { state: 'LEGAL_REVIEW' })
    expect(await signatory.refused(SIGN, { id: draft._id, revision: 0 })).toBe('WRONG_STATE')
    expect(await lead.refused(SIGN, { id: agreement._id, revision: moveAgreement.revision })).toBe('FORBIDDEN')
  })

  test('the partner sends back what is still in legal review', async () => {
    const RETURN = 'mutation ($id: ID!) { moveAgreement(agreement: $id, revision: 0, move: return, reason: "Perbaiki.") { state signatures { side } } }'
    expect(await signatory.refused(RETURN, { id: (await anAgreement(ours, { state: 'LEGAL_REVIEW' }))._id })).toBe('FORBIDDEN')
    const waiting = await anAgreement(ours, { state: 'SIGNING', signatures: [{ side: 'AGENCY', by: ours._id, at: new Date() }] })
    expect((await signatory.ok(RETURN, { id: waiting._id })).moveAgreement).toEqual({ state: 'DRAFT', signatures: [] })
  })

  test('a class is opened under a PKS that ended yesterday', async () => {
    const partner = await aPartner({ agreement: false })
    const ksb = await anAgreement(partner, { kind: 'KSB' })
    await anAgreement(partner, { parent: ksb._id, from: -400, to: -1 })
    const { course } = await aCourse({ partner: partner._id })
    const input = {
      course: course._id, name: 'Angkatan I', startsOn: addDays(today, 10), endsOn: addDays(today, 20), enrolmentOpensOn: today, enrolmentClosesOn: addDays(today, 5), quota: 10, venue: 'Aula', mode: 'CLASSROOM',
    }
    const { refusal } = await officer.send('mutation ($input: ClassInput!) { createClass(input: $input) { id } }', { input })
    expect(refusal?.code).toBe('NO_AGREEMENT_IN_FORCE')
  })

  test('an IA rests on a KSB, or on the PKS of another partner', async () => {
    const ksb = await anAgreement(ours, { kind: 'KSB' })
    const foreign = await anAgreement(theirs, { parent: (await anAgreement(theirs, { kind: 'KSB' }))._id })
    const input = (parent: AgreementDoc) => ({ kind: 'IA', partner: ours._id, parent: parent._id, title: 'IA', numberAgency: `X/${String(parent._id)}`, numberPartner: 'Y', scope: ['Pelatihan'], startsOn: today, endsOn: addDays(today, 10) })
    const CREATE = 'mutation ($input: AgreementInput!) { createAgreement(input: $input) { id } }'
    expect(await officer.refused(CREATE, { input: input(ksb) })).toBe('PARENT_KIND')
    expect(await officer.refused(CREATE, { input: input(foreign) })).toBe('PARENT_OTHER_PARTNER')
  })
})
