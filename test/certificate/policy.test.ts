import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { sift } from '../support/sift.ts'
import type { CertificateDoc } from '../../server/certificate/model.ts'
import { certificatePolicy, visibleCertificates } from '../../server/certificate/policy.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'

const ids = Array.from({ length: 8 }, () => new Types.ObjectId())
const [me, other, group, otherGroup, partner, otherPartner, unit, otherUnit] = ids as [Types.ObjectId, ...Types.ObjectId[]] as Types.ObjectId[]

const certificates = [me, other].flatMap(person => [group, otherGroup].flatMap(cls => [partner, otherPartner].flatMap(of => [unit, otherUnit, null].map(at => ({
  _id: new Types.ObjectId(), person, class: cls, partner: of, unit: at, state: 'VALID',
}))))) as unknown as CertificateDoc[]

const viewer = (...grants: HeldRole[]): Viewer => ({ ...guest, id: String(me), grants })
const held = (role: HeldRole['role'], kind: HeldRole['kind'] = 'AGENCY', id: unknown = null): HeldRole => ({ role, kind, id: id ? String(id) : null })

const viewers: [string, Viewer][] = [
  ['signed out', guest],
  ['learner', viewer(held('LEARNER'))],
  ['teacher of a class', { ...viewer(held('INSTRUCTOR')), teaching: new Map([[String(group), 'course']]) }],
  ['partner lead', viewer(held('PARTNER_LEAD', 'PARTNER', partner))],
  ['partner author', viewer(held('PARTNER_AUTHOR', 'PARTNER', partner))],
  ['partner signatory', viewer(held('PARTNER_SIGNATORY', 'PARTNER', otherPartner))],
  ['supervisor', viewer(held('SUPERVISOR', 'UNIT', unit))],
  ['head of unit', viewer(held('UNIT_HEAD', 'UNIT', otherUnit))],
  ['auditor', viewer(held('AUDITOR'))],
  ['officer', viewer(held('CURRICULUM_OFFICER'))],
  ['agency signatory', viewer(held('AGENCY_SIGNATORY'))],
  ['administrator', viewer(held('ADMIN'))],
]

const text = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('what one may see is what a list shows', () => {
  test.each(viewers)('%s', (_, who) => {
    const listed = certificates.map(text).filter(sift(text(visibleCertificates(who)))).map(({ _id }) => _id)
    expect(listed).toEqual(certificates.filter(one => certificatePolicy.see(who, one)).map(one => String(one._id)))
  })
})

test.each(viewers)('%s revokes and reissues only as officer or signatory of the agency', (name, who) => {
  const may = name === 'officer' || name === 'agency signatory'
  expect(certificatePolicy.revoke(who, certificates[0]!)).toBe(may)
  expect(certificatePolicy.reissue(who, certificates[0]!)).toBe(may)
  expect(certificatePolicy.revoke(who, { ...certificates[0]!, state: 'REVOKED' })).toBe(false)
  expect(certificatePolicy.reissue(who, { ...certificates[0]!, state: 'REPLACED' })).toBe(false)
})
