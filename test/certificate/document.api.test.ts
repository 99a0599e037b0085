import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { CertificateModel, type CertificateDoc } from '../../server/certificate/index.ts'
import { CertificateDocumentModel } from '../../server/certificate/model.ts'
import type { EnrolmentDoc } from '../../server/course/index.ts'
import { maskNip, type PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCertificate, someFacts } from '../support/certificate.ts'
import { aLearner, anInstructor } from '../support/course.ts'
import { aPerson, aUnit } from '../support/people.ts'
import { aComplete, aScene, issued, REVOKE, VERIFY, type Scene } from './scene.ts'

let app: TestApp
let scene: Scene
let person: PersonDoc
let enrolment: EnrolmentDoc
let certificate: CertificateDoc
beforeAll(async () => {
  app = await startTestApp()
  scene = await aScene()
  ;({ person, enrolment } = await aComplete(scene, { name: 'Siti <b>Aminah</b>' }))
  certificate = await issued(app, enrolment)
})
afterAll(() => app.stop())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pdfOf = async ({ _id }: CertificateDoc, who?: PersonDoc) => (await app.client(who)).fetch(`/certificates/${_id}.pdf`)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('the PDF', () => {
  test('is what was registered, to who holds it', async () => {
    const response = await pdfOf(certificate, person)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="sertifikat-800\.2-\d{4}-BKPSDM-[IVX]+-\d{4}\.pdf"$/)
    expect(response.headers.get('cache-control')).toContain('private')
    const bytes = await bytesOf(response)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(sha256(bytes)).toBe(certificate.sha256)
  })

  test('is for the holder, who teaches the class, looks after the unit, is of the partner or reads all; for others there is none', async () => {
    const { cls, made, teacher } = scene
    const partner = made.course.partner
    const allowed = [person, teacher, await aPerson({ roles: [['UNIT_HEAD', 'UNIT', person.unit!]] }), await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner]] }), await aPerson({ roles: [['AUDITOR']] })]
    for (const who of allowed) expect((await pdfOf(certificate, who)).status).toBe(200)
    const strangers = [undefined, await aPerson(), await anInstructor(), await aPerson({ roles: [['UNIT_HEAD', 'UNIT', (await aUnit())._id]] }), await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', cls._id]] })]
    for (const who of strangers) expect((await pdfOf(certificate, who)).status).toBe(404)
  })

  test.each(['x.pdf', `${'0'.repeat(24)}.pdf`, '__proto__.pdf', '..%2f..%2fetc%2fpasswd'])('%s is none', async name => {
    expect((await (await app.client(person)).fetch(`/certificates/${name}`)).status).toBe(404)
  })

  test('that was issued but not drawn is drawn by the next who asks, with the same bytes, also by several at once', async () => {
    for (const lost of [{ document: true }, { document: false }]) {
      await CertificateModel.updateOne({ _id: certificate._id }, { sha256: null })
      if (lost.document) await CertificateDocumentModel.deleteOne({ certificate: certificate._id })
      const bytes = await Promise.all(Array.from({ length: 4 }, async () => bytesOf(await pdfOf(certificate, person))))
      expect(bytes.map(sha256)).toEqual(Array.from({ length: 4 }, () => certificate.sha256))
      expect(await CertificateModel.findById(certificate._id).lean()).toMatchObject({ sha256: certificate.sha256 })
      expect(await CertificateDocumentModel.countDocuments({ certificate: certificate._id })).toBe(1)
    }
  })
})

describe('verification', () => {
  const page = async (token: string, headers: Record<string, string> = {}, query = '') => (await app.client()).fetch(`/verify/${token}${query}`, { headers })

  test('tells anyone who holds the token, and no more than it must', async () => {
    const { verification } = await (await app.client()).ok(VERIFY, { token: certificate.token })
    expect(verification).toEqual({
      result: 'SAH', number: certificate.number, holder: person.name, nipMasked: maskNip(person.nip!), title: scene.made.course.title, hours: 10,
      sha256: certificate.sha256, revokedAt: null,
    })
    expect(verification.nipMasked).not.toContain(person.nip!.slice(8))
  })

  test('is a page without scripts, in Indonesian unless asked otherwise, that shows names as they are', async () => {
    const response = await page(certificate.token, { accept: 'text/html' })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await response.text()
    for (const shown of ['<html lang="id">', 'SAH', certificate.number, certificate.sha256!, maskNip(person.nip!), 'Siti &#60;b&#62;Aminah']) expect(html).toContain(shown)
    for (const hidden of ['<script', person.nip!, person.email!, '<b>Aminah', certificate.token]) expect(html).not.toContain(hidden)
    expect(await (await page(certificate.token, { accept: 'text/html' }, '?lang=en')).text()).toContain('<html lang="en">')
  })

  test('is JSON to programs', async () => {
    const response = await page(certificate.token, { accept: 'application/json' })
    expect(await response.json()).toMatchObject({ result: 'SAH', number: certificate.number, sha256: certificate.sha256 })
  })

  test.each([['a'.repeat(22), 'never given out'], ['x', 'no token'], ['$ne', 'no token either'], ['%00', 'nothing']])('%s, %s, is not found', async token => {
    expect((await page(token, { accept: 'text/html' })).status).toBe(404)
    expect(await (await page(token, { accept: 'application/json' })).json()).toEqual({ result: null })
    expect((await (await app.client()).ok(VERIFY, { token })).verification).toBeNull()
  })

  test('of a certificate revoked says so on the page', async () => {
    const other = await issued(app, (await aComplete(scene)).enrolment)
    await (await app.client(scene.signatory)).ok(REVOKE, { certificate: other._id, reason: 'Rahasia dapur' })
    const html = await (await page(other.token, { accept: 'text/html' })).text()
    expect(html).toContain('DICABUT')
    expect(html).not.toContain('Rahasia dapur')
  })

  test('is slowed after sixty look-ups a minute', async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => page('x', { accept: 'text/html' })))
    expect(answers.map(({ status }) => status)).toContain(429)
    const { status } = await page(certificate.token, { accept: 'text/html' })
    expect(status).toBe(429)
  })
})

describe('lists', () => {
  const LIST = 'query ($class: ID, $search: String, $state: CertificateState, $first: Int, $after: String) { certificates(class: $class, search: $search, state: $state, first: $first, after: $after) { total next nodes { id } } }'
  const listed = async (who: PersonDoc, variables: Record<string, unknown> = {}) => (await (await app.client(who)).ok(LIST, { first: 20, ...variables })).certificates

  test('show each what they may see', async () => {
    const elsewhere = await aScene()
    const other = await issued(app, (await aComplete(elsewhere)).enrolment)
    const mine = [String(certificate._id)]
    const idsFor = async (who: PersonDoc) => (await listed(who)).nodes.map(({ id }: { id: string }) => id)
    expect(await idsFor(person)).toEqual(mine)
    expect(await idsFor(await aPerson({ roles: [['SUPERVISOR', 'UNIT', person.unit!]] }))).toEqual(mine)
    expect(await idsFor(elsewhere.teacher)).toEqual([String(other._id)])
    expect(await idsFor(await aPerson())).toEqual([])
    expect((await idsFor(await aPerson({ roles: [['AUDITOR']] }))).sort()).toEqual((await CertificateModel.find().distinct('_id')).map(String).sort())
    expect(await (await app.client()).refused(LIST, { first: 1 })).toBe('UNAUTHENTICATED')
  })

  test('are searched, filtered and paged', async () => {
    const { signatory, cls } = scene
    expect((await listed(signatory, { search: certificate.number })).nodes).toEqual([{ id: String(certificate._id) }])
    expect((await listed(signatory, { search: 'aminah' })).total).toBe(1)
    expect((await listed(signatory, { search: '.*(' })).total).toBe(0)
    expect((await listed(signatory, { state: 'REVOKED' })).total).toBe(1)
    expect((await listed(signatory, { class: 'x' })).total).toBe(0)
    const first = await listed(signatory, { class: cls._id, first: 1 })
    const second = await listed(signatory, { class: cls._id, first: 1, after: first.next })
    expect([first.total, first.nodes.length, second.nodes.length, second.next]).toEqual([2, 1, 1, null])
    expect(first.nodes).not.toEqual(second.nodes)
  })
})

test('a mean is told of five people who have a mark, not of fewer', async () => {
  const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
  const { cls, made } = await aScene()
  const certified = async (people: number, fields: Partial<CertificateDoc> = {}) => {
    for (let n = 0; n < people; n++) await aCertificate((await aLearner(cls)).enrolment, fields)
    return (await auditor.ok('query ($id: ID!) { course(id: $id) { figures { classes enrolled completed meanFinalMark } } }', { id: made.course._id })).course.figures
  }
  const unmarked = { facts: someFacts({ qualification: null }) }
  expect(await certified(4)).toEqual({ classes: 1, enrolled: 4, completed: 4, meanFinalMark: null })
  expect(await certified(1, unmarked)).toEqual({ classes: 1, enrolled: 5, completed: 5, meanFinalMark: null })
  expect(await certified(1, { state: 'REVOKED' })).toEqual({ classes: 1, enrolled: 6, completed: 5, meanFinalMark: null })
  expect(await certified(1)).toEqual({ classes: 1, enrolled: 7, completed: 6, meanFinalMark: 88.5 })
})
