import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { sift } from '../support/sift.ts'
import type { PersonDoc } from '../../server/people/model.ts'
import { personPolicy, visiblePeople } from '../../server/people/policy.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'

const units = [new Types.ObjectId(), new Types.ObjectId()]
const person = (unit: Types.ObjectId | null) => ({ _id: new Types.ObjectId(), unit }) as PersonDoc
const people = [person(units[0]!), person(units[0]!), person(units[1]!), person(null)]
const viewer = (...grants: HeldRole[]): Viewer => ({ ...guest, id: String(people[0]!._id), grants })
const agency = (role: HeldRole['role']): HeldRole => ({ role, kind: 'AGENCY', id: null })

const viewers: [string, Viewer][] = [
  ['signed out', guest],
  ['learner', viewer(agency('LEARNER'))],
  ['instructor', viewer(agency('INSTRUCTOR'))],
  ['head of a unit', viewer({ role: 'UNIT_HEAD', kind: 'UNIT', id: String(units[0]) })],
  ['supervisor elsewhere', viewer({ role: 'SUPERVISOR', kind: 'UNIT', id: String(units[1]) })],
  ['partner author', viewer({ role: 'PARTNER_AUTHOR', kind: 'PARTNER', id: String(new Types.ObjectId()) })],
  ['officer', viewer(agency('CURRICULUM_OFFICER'))],
  ['auditor', viewer(agency('AUDITOR'))],
  ['administrator', viewer(agency('ADMIN'))],
]

describe('what one may see is what a list shows', () => {
  test.each(viewers)('%s', (_, who) => {
    // The driver casts the viewer's id; sift compares as it stands.
    const filter = JSON.parse(JSON.stringify(visiblePeople(who)))
    const plain = people.map(doc => ({ _id: String(doc._id), unit: doc.unit && String(doc.unit) }))
    const listed = plain.filter(sift(filter)).map(doc => doc._id)
    expect(listed).toEqual(people.filter(doc => personPolicy.see(who, doc)).map(doc => String(doc._id)))
  })
})

describe('only the administrator changes accounts, and not their own', () => {
  test.each(viewers)('%s', (name, who) => {
    for (const ability of ['edit', 'grant'] as const) expect(personPolicy[ability](who, people[2]!)).toBe(name === 'administrator')
    for (const ability of ['deactivate', 'resetPassword'] as const) {
      expect(personPolicy[ability](who, people[2]!)).toBe(name === 'administrator')
      expect(personPolicy[ability](who, people[0]!)).toBe(false)
    }
  })
})
