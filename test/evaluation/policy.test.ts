import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { CertificateDoc } from '../../server/certificate/index.ts'
import { scorecardPolicy, tracePolicy, visibleScorecards, type ScorecardDoc } from '../../server/evaluation/index.ts'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import { guest, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const id = () => new Types.ObjectId().toString()
const [ours, theirs, taught, untaught, cls, me, unit] = Array.from({ length: 7 }, id) as [string, string, string, string, string, string, string]
const states = ['DRAFT', 'PARTNER_COMMENT', 'PUBLISHED'] as const
const cards = [ours, theirs].flatMap(partner => [taught, untaught].flatMap(course => states.map(state => ({ _id: id(), partner, course, state }) as unknown as ScorecardDoc)))

const viewer = (name: string, roles: [Role, ScopeKind?, string?][], fields: Partial<Viewer> = {}): Viewer & { name: string } =>
  ({ ...guest, id: id(), name, grants: roles.map(([role, kind = 'AGENCY', scope]) => ({ role, kind, id: scope ?? null })), ...fields })
const viewers = [
  { ...guest, name: 'the signed out' },
  viewer('learner', [['LEARNER']], { id: me, learning: new Map([[cls, { enrolment: id(), course: taught, state: 'ENROLLED' }]]) }),
  viewer('learner elsewhere', [['LEARNER']]),
  viewer('instructor', [['INSTRUCTOR']], { teaching: new Map([[cls, taught]]) }),
  viewer('author', [['PARTNER_AUTHOR', 'PARTNER', ours]]),
  viewer('lead', [['PARTNER_LEAD', 'PARTNER', ours]]),
  viewer('signatory of another partner', [['PARTNER_SIGNATORY', 'PARTNER', theirs]]),
  viewer('head of a unit', [['UNIT_HEAD', 'UNIT', unit]]),
  viewer('officer', [['CURRICULUM_OFFICER']]),
  viewer('auditor', [['AUDITOR']]),
]
const named = (name: string) => viewers.find(one => one.name === name)!

test.each(viewers)('what $name may see of scorecards is what a list shows them', who => {
  expect(cards.filter(sift(visibleScorecards(who) as never)).map(({ _id }) => _id)).toEqual(cards.filter(card => scorecardPolicy.see(who, card)).map(({ _id }) => _id))
})

describe('a trace', () => {
  const certificate = { person: me, class: cls, partner: ours, unit } as unknown as CertificateDoc
  test('is for its learner, who teaches the class, its partner and the agency', () => {
    expect(viewers.filter(who => tracePolicy.see(who, certificate)).map(({ name }) => name)).toEqual(['learner', 'instructor', 'author', 'lead', 'officer', 'auditor'])
  })
  test('tells its partner nothing of a person’s work', () => {
    expect(viewers.filter(who => tracePolicy.seeWork(who, certificate)).map(({ name }) => name)).toEqual(['learner', 'instructor', 'officer', 'auditor'])
  })
})

test('a partner comments and asks for improvements once it is shared, and never moves it', () => {
  const [draft, shared] = cards as [ScorecardDoc, ScorecardDoc]
  const author = named('author')
  expect([scorecardPolicy.comment(author, draft), scorecardPolicy.comment(author, shared), scorecardPolicy.improve(author, draft), scorecardPolicy.improve(author, shared)]).toEqual([false, true, false, true])
  for (const move of ['share', 'recall', 'publish'] as const) expect([scorecardPolicy[move](author, shared), scorecardPolicy[move](named('auditor'), shared), scorecardPolicy[move](named('officer'), shared)]).toEqual([false, false, true])
})
