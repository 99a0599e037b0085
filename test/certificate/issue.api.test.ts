import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { issueAllDue } from '../../server/certificate/index.ts'
import { CertificateSequenceModel } from '../../server/certificate/model.ts'
import { sequenceYear } from '../../server/certificate/domain/numbering.ts'
import { issueIfDue } from '../../server/certificate/service/due.ts'
import { ClassModel, EnrolmentModel } from '../../server/course/index.ts'
import { PersonModel } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { anEnrolment } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aComplete, aScene, certificatesOf, ISSUE, issued, type Scene } from './scene.ts'

let app: TestApp
let scene: Scene
beforeAll(async () => {
  app = await startTestApp()
  scene = await aScene()
})
afterAll(() => app.stop())

const many = <T>(n: number, make: (at: number) => Promise<T>) => Promise.all(Array.from({ length: n }, (_, at) => make(at)))
const thisYear = () => sequenceYear(new Date())
const lastOf = async (year: number) => (await CertificateSequenceModel.findOne({ year }).lean<{ last: number }>())?.last ?? 0

describe('numbers', () => {
  test('run without a gap when ten are issued at once, the first of the year among them', async () => {
    const people = await many(10, () => aComplete(scene))
    await Promise.all(people.map(({ enrolment }) => issueIfDue(app.services, enrolment._id)))
    const found = (await Promise.all(people.map(({ enrolment }) => certificatesOf(enrolment)))).flat()
    expect(found.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const { number, sequence, facts } of found) {
      expect(number).toMatch(new RegExp(`^800\\.2/${String(sequence).padStart(4, '0')}/BKPSDM/[IVX]+/\\d{4}$`))
      expect(facts.number).toBe(number)
    }
  })

  test('begin anew with the year, as it is in Medan', async () => {
    const [before, after] = await many(2, () => aComplete(scene))
    app.clock.set('2031-12-31T16:59:00.000Z')
    expect(await issued(app, before!.enrolment)).toMatchObject({ year: 2031, number: '800.2/0001/BKPSDM/XII/2031' })
    app.clock.set('2031-12-31T17:00:00.000Z')
    expect(await issued(app, after!.enrolment)).toMatchObject({ year: 2032, number: '800.2/0001/BKPSDM/I/2032' })
    app.clock.set(new Date())
  })
})

describe('a certificate', () => {
  test('is issued once, however often completion is noticed at once, and no number is lost by it', async () => {
    const { enrolment } = await aComplete(scene)
    const last = await lastOf(thisYear())
    await many(10, () => issueIfDue(app.services, enrolment._id))
    expect(await certificatesOf(enrolment)).toMatchObject([{ state: 'VALID', sequence: last + 1 }])
    expect(await lastOf(thisYear())).toBe(last + 1)
  })

  test('comes with the last lesson, without anybody asking', async () => {
    const person = await aPerson()
    const [last, ...done] = scene.made.lessons.map(({ _id }) => _id)
    const enrolment = await anEnrolment(scene.cls, person, { done })
    const learner = await app.client(person)
    await learner.ok('mutation ($enrolment: ID!, $lesson: ID!) { completeLesson(enrolment: $enrolment, lesson: $lesson) { id } }', { enrolment: enrolment._id, lesson: last })
    const { myCertificates } = await learner.ok('{ myCertificates { total nodes { number kind finalMark qualification holder hours title } } }')
    expect(myCertificates).toEqual({ total: 1, nodes: [{
      number: expect.any(String), kind: 'SERTIFIKAT', finalMark: null, qualification: null, holder: person.name, hours: 10, title: scene.made.course.title,
    }] })
  })

  test('that the news missed is found by the sweep; who has left or waits gets none', async () => {
    const due = await aComplete(scene)
    const left = await aComplete(scene)
    await EnrolmentModel.updateOne({ _id: left.enrolment._id }, { state: 'WITHDRAWN' })
    await issueAllDue(app.services)
    expect(await certificatesOf(due.enrolment)).toHaveLength(1)
    expect(await certificatesOf(left.enrolment)).toEqual([])
  })

  test('says what was true on the day, whatever becomes of the person', async () => {
    const { person, enrolment } = await aComplete(scene, { name: 'Nama Lama' })
    const { _id } = await issued(app, enrolment)
    await PersonModel.updateOne({ _id: person._id }, { name: 'Nama Baru' })
    const { certificate } = await (await app.client(person)).ok('query ($id: ID!) { certificate(id: $id) { holder person { name } } }', { id: _id })
    expect(certificate).toEqual({ holder: 'Nama Lama', person: { name: 'Nama Baru' } })
  })
})

describe('issuing by hand', () => {
  test('gives the one there is when asked twice', async () => {
    const { enrolment } = await aComplete(scene)
    const signatory = await app.client(scene.signatory)
    const first = await signatory.ok(ISSUE, { enrolment: enrolment._id })
    expect(await signatory.ok(ISSUE, { enrolment: enrolment._id })).toEqual(first)
    expect(first.issueCertificate).toMatchObject({ state: 'VALID', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), viewerCan: { see: true, revoke: true, reissue: true } })
  })

  test('tells what is missing', async () => {
    const { enrolment } = await aComplete(scene)
    await EnrolmentModel.updateOne({ _id: enrolment._id }, { done: [] })
    const signatory = await app.client(scene.signatory)
    expect((await signatory.send(ISSUE, { enrolment: enrolment._id })).refusal).toMatchObject({ code: 'NOT_COMPLETE', facts: { missing: ['PROGRESS'] } })
    await issueIfDue(app.services, enrolment._id)
    expect(await certificatesOf(enrolment)).toEqual([])
  })

  test('a class that meets must have met, and been attended', async () => {
    const met = await aScene({ mode: 'BLENDED' })
    const { person, enrolment } = await aComplete(met)
    const signatory = await app.client(met.signatory)
    const missing = async () => (await signatory.send(ISSUE, { enrolment: enrolment._id })).refusal?.facts
    expect(await missing()).toEqual({ missing: ['ATTENDANCE', 'FINAL_MARK'] })
    const meeting = { _id: enrolment._id, title: 'Pertemuan', startsAt: new Date(), hours: 4 }
    await ClassModel.updateOne({ _id: met.cls._id }, { meetings: [{ ...meeting, present: [] }] })
    expect(await missing()).toEqual({ missing: ['ATTENDANCE', 'FINAL_MARK'] })
    await ClassModel.updateOne({ _id: met.cls._id }, { meetings: [{ ...meeting, present: [person._id] }] })
    expect((await signatory.ok(ISSUE, { enrolment: enrolment._id })).issueCertificate).toMatchObject({ finalMark: 100, qualification: 'VERY_SATISFACTORY' })
  })

  test('is not for learners, instructors, auditors, administrators, the signed out; an enrolment that is none is not found', async () => {
    const { person, enrolment } = await aComplete(scene)
    for (const who of [person, scene.teacher, await aPerson({ roles: [['AUDITOR']] }), await aPerson({ roles: [['ADMIN']] })]) {
      expect(await (await app.client(who)).refused(ISSUE, { enrolment: enrolment._id })).toBe('FORBIDDEN')
    }
    expect(await (await app.client()).refused(ISSUE, { enrolment: enrolment._id })).toBe('UNAUTHENTICATED')
    expect(await (await app.client(scene.signatory)).refused(ISSUE, { enrolment: person._id })).toBe('NOT_FOUND')
    expect(await certificatesOf(enrolment)).toEqual([])
  })
})

test('while nobody signs for the agency none is issued, and the news does not fail', async () => {
  const { enrolment } = await aComplete(scene)
  const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
  const last = await lastOf(thisYear())
  const signs = { position: 'Kepala Badan Uji' }
  await PersonModel.updateMany(signs, { active: false })
  await issueIfDue(app.services, enrolment._id)
  expect(await officer.refused(ISSUE, { enrolment: enrolment._id })).toBe('NO_SIGNATORY')
  await PersonModel.updateMany(signs, { active: true })
  expect(await issued(app, enrolment)).toMatchObject({ sequence: last + 1, facts: { signatory: { name: 'Pimpinan Uji', position: 'Kepala Badan Uji' } } })
})
