import { expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { agreementPolicy, movePolicy, partnerPolicy, visibleAgreements, visiblePartners } from '../../server/partner/policy.ts'
import type { AgreementDoc } from '../../server/partner/index.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const ours = new Types.ObjectId()
const theirs = new Types.ObjectId()
const viewer = (name: string, ...grants: HeldRole[]): [string, Viewer] => [name, { ...guest, id: String(new Types.ObjectId()), grants }]
const agency = (role: HeldRole['role']): HeldRole => ({ role, kind: 'AGENCY', id: null })
const inOurs = (role: HeldRole['role']): HeldRole => ({ role, kind: 'PARTNER', id: String(ours) })

const viewers = [
  viewer('a learner', agency('LEARNER')), viewer('an officer', agency('CURRICULUM_OFFICER')), viewer('the agency signatory', agency('AGENCY_SIGNATORY')),
  viewer('an auditor', agency('AUDITOR')), viewer('an administrator', agency('ADMIN')), viewer('our lead', inOurs('PARTNER_LEAD')), viewer('our author', inOurs('PARTNER_AUTHOR')),
  viewer('our signatory', inOurs('PARTNER_SIGNATORY')), ['nobody', guest] as [string, Viewer],
]
const partners = [ours, theirs].map(_id => ({ _id }))
const agreements = [ours, theirs].flatMap(partner => (['DRAFT', 'SIGNING', 'ACTIVE'] as const).map(state => ({ _id: new Types.ObjectId(), partner, state }))) as unknown as AgreementDoc[]

// Ids as a store compares them: by value.
const plain = <T>(things: readonly T[]) => things.map(thing => JSON.parse(JSON.stringify(thing)) as T)

test.each(viewers)('what %s may see is what lists show them', (_, who) => {
  expect(plain(partners).filter(sift(visiblePartners(who)))).toEqual(plain(partners).filter(partner => partnerPolicy.see(who, partner)))
  expect(plain(agreements).filter(sift(visibleAgreements(who)))).toEqual(plain(agreements).filter(agreement => movePolicy.see(who, agreement)))
})

test.each([
  ['a learner', [false, false, false]], ['an officer', [true, true, true]], ['the agency signatory', [true, false, false]],
  ['an auditor', [true, false, false]], ['an administrator', [true, false, false]], ['our author', [true, false, false]],
  ['our lead', [true, false, true]], ['our signatory', [true, false, true]], ['nobody', [false, false, false]],
])('%s sees, edits, edits members of our partner: %j', (name, expected) => {
  const who = new Map(viewers).get(name)!
  expect([partnerPolicy.see(who, { _id: ours }), partnerPolicy.edit(who, { _id: ours }), partnerPolicy.editMembers(who, { _id: ours })]).toEqual(expected)
})

test('the agency signatory moves what waits for signatures, and nothing else', () => {
  const signatory = new Map(viewers).get('the agency signatory')!
  expect(agreements.slice(0, 3).map(agreement => agreementPolicy.move(signatory, agreement))).toEqual([false, true, false])
})
