import { expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { driftPolicy, visibleDrifts, type DriftDoc } from '../../server/conformance/index.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const [ours, theirs, taught, untaught] = [1, 2, 3, 4].map(() => new Types.ObjectId()) as [Types.ObjectId, Types.ObjectId, Types.ObjectId, Types.ObjectId]
const drifts = [[ours, taught], [ours, untaught], [theirs, taught], [theirs, untaught]].map(([partner, course]) => ({ _id: new Types.ObjectId(), partner, course, acceptances: [] }) as unknown as DriftDoc)
const viewer = (grants: HeldRole[], more: Partial<Viewer> = {}): Viewer => ({ ...guest, id: 'p', grants, ...more })
const viewers: [string, Viewer][] = [
  ['nobody', guest],
  ['a learner', viewer([{ role: 'LEARNER', kind: 'AGENCY', id: null }])],
  ['an officer', viewer([{ role: 'CURRICULUM_OFFICER', kind: 'AGENCY', id: null }])],
  ['an auditor', viewer([{ role: 'AUDITOR', kind: 'AGENCY', id: null }])],
  ['an author', viewer([{ role: 'PARTNER_AUTHOR', kind: 'PARTNER', id: String(ours) }])],
  ['a lead', viewer([{ role: 'PARTNER_LEAD', kind: 'PARTNER', id: String(ours) }])],
  ['an instructor', viewer([{ role: 'INSTRUCTOR', kind: 'AGENCY', id: null }], { teaching: new Map([['c', String(taught)]]) })],
]

test.each(viewers)('what %s may see is what a list shows them', (_, who) => {
  const listed = drifts.filter(sift(visibleDrifts(who) as never))
  expect(listed.map(({ _id }) => _id)).toEqual(drifts.filter(drift => driftPolicy.see(who, drift)).map(({ _id }) => _id))
})
