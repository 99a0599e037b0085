import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { issueAllDue } from '../../server/certificate/index.ts'
import { issueIfDue } from '../../server/certificate/service/due.ts'
import { EnrolmentModel } from '../../server/course/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aPerson } from '../support/people.ts'
import { aComplete, aScene, certificatesOf, ISSUE, issued, REISSUE, REVOKE, VERIFY, type Scene } from './scene.ts'

let app: TestApp
let scene: Scene
let officer: Client
let signatory: Client
let guest: Client
beforeAll(async () => {
  app = await startTestApp()
  scene = await aScene()
  officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
  signatory = await app.client(scene.signatory)
  guest = await app.client()
})
afterAll(() => app.stop())

const resultOf = async (token: string) => (await guest.ok(VERIFY, { token })).verification.result

/** Somebody with a certificate that holds. */
async function aHolder() {
  const { person, enrolment } = await aComplete(scene)
  return { person, enrolment, certificate: await issued(app, enrolment) }
}

describe('revoking', () => {
  test('takes validity, says why and by whom, and stays: neither news nor sweep issues anew', async () => {
    const { enrolment, certificate } = await aHolder()
    expect(await resultOf(certificate.token)).toBe('SAH')
    const { revokeCertificate } = await signatory.ok(REVOKE, { certificate: certificate._id, reason: ' Salah nama. ' })
    expect(revokeCertificate).toMatchObject({ state: 'REVOKED', number: certificate.number, revokedReason: 'Salah nama.', viewerCan: { revoke: false, reissue: true } })
    expect((await guest.ok(VERIFY, { token: certificate.token })).verification).toMatchObject({ result: 'DICABUT', revokedAt: expect.any(String) })
    await issueIfDue(app.services, enrolment._id)
    await issueAllDue(app.services)
    expect((await officer.ok(ISSUE, { enrolment: enrolment._id })).issueCertificate.id).toBe(String(certificate._id))
    expect(await certificatesOf(enrolment)).toMatchObject([{ state: 'REVOKED', revokedBy: scene.signatory._id }])
  })

  test('needs a reason, happens once, and is not for others', async () => {
    const { person, certificate } = await aHolder()
    const variables = { certificate: certificate._id, reason: 'Keliru' }
    expect((await officer.send(REVOKE, { ...variables, reason: '  ' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'reason' })
    expect(await (await app.client(person)).refused(REVOKE, variables)).toBe('FORBIDDEN')
    expect(await (await app.client(await aPerson())).refused(REVOKE, variables)).toBe('NOT_FOUND')
    expect(await guest.refused(REVOKE, variables)).toBe('UNAUTHENTICATED')
    const answers = await Promise.all([officer, signatory, officer].map(client => client.send(REVOKE, variables)))
    const codes = answers.map(({ refusal }) => refusal?.code ?? 'done').sort()
    expect(codes.filter(code => code === 'done')).toHaveLength(1)
    expect(codes.filter(code => !['done', 'STALE', 'ALREADY_REVOKED'].includes(code))).toEqual([])
    expect(await officer.refused(REVOKE, variables)).toBe('ALREADY_REVOKED')
  })
})

describe('reissuing', () => {
  test.each(['one that holds', 'one revoked'])('%s gives a new number and points both ways', async which => {
    const { enrolment, certificate } = await aHolder()
    const old = String(certificate._id)
    if (which === 'one revoked') await officer.ok(REVOKE, { certificate: old, reason: 'Keliru' })
    const { reissueCertificate } = await officer.ok(REISSUE, { certificate: old, reason: 'Nama diperbaiki' })
    expect(reissueCertificate).toMatchObject({ state: 'VALID', replaces: { id: old }, replacedBy: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const [first, second, ...more] = await certificatesOf(enrolment)
    expect(more).toEqual([])
    expect(first).toMatchObject({ state: 'REPLACED', replacedBy: second!._id, number: certificate.number, revokedReason: 'Nama diperbaiki' })
    expect(second!.sequence).toBeGreaterThan(first!.sequence)
    expect(second!.token).not.toBe(first!.token)
    expect([await resultOf(first!.token), await resultOf(second!.token)]).toEqual(['DIGANTI', 'SAH'])
    expect(await officer.refused(REISSUE, { certificate: old, reason: 'Lagi' })).toBe('FORBIDDEN')
  })

  test('by several at once happens once, and wastes no number', async () => {
    const { enrolment, certificate } = await aHolder()
    const variables = { certificate: certificate._id, reason: 'Keliru' }
    const answers = await Promise.all([officer, signatory, officer, signatory].map(client => client.send(REISSUE, variables)))
    const codes = answers.map(({ refusal }) => refusal?.code ?? 'done')
    expect(codes.filter(code => code === 'done')).toHaveLength(1)
    expect(codes.filter(code => !['done', 'STALE', 'FORBIDDEN'].includes(code))).toEqual([])
    expect(await certificatesOf(enrolment)).toMatchObject([{ state: 'REPLACED' }, { state: 'VALID', sequence: certificate.sequence + 1 }])
    expect((await aHolder()).certificate.sequence).toBe(certificate.sequence + 2)
  })

  test('what is no longer complete is refused, and the old one stays as it was', async () => {
    const { enrolment, certificate } = await aHolder()
    await EnrolmentModel.updateOne({ _id: enrolment._id }, { done: [] })
    expect(await officer.refused(REISSUE, { certificate: certificate._id, reason: 'Keliru' })).toBe('NOT_COMPLETE')
    expect(await certificatesOf(enrolment)).toMatchObject([{ state: 'VALID', number: certificate.number }])
  })
})
