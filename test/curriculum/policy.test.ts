import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { CurriculumAbilities } from '../../server/graphql.ts'
import type { CurriculumDoc } from '../../server/curriculum/index.ts'
import { curriculumAbilities, curriculumPolicy, visibleCurricula } from '../../server/curriculum/policy.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const ours = new Types.ObjectId()
const theirs = new Types.ObjectId()
const held = (role: HeldRole['role'], partner?: Types.ObjectId): HeldRole =>
  partner ? { role, kind: 'PARTNER', id: String(partner) } : { role, kind: 'AGENCY', id: null }
const viewers: Record<string, Viewer> = Object.fromEntries(Object.entries({
  learner: [held('LEARNER')], instructor: [held('INSTRUCTOR')], officer: [held('CURRICULUM_OFFICER')], agencySignatory: [held('AGENCY_SIGNATORY')],
  auditor: [held('AUDITOR')], admin: [held('ADMIN')], author: [held('PARTNER_AUTHOR', ours)], partnerSignatory: [held('PARTNER_SIGNATORY', ours)],
  strangeAuthor: [held('PARTNER_AUTHOR', theirs)], strangeSignatory: [held('PARTNER_SIGNATORY', theirs)],
}).map(([name, grants]) => [name, { ...guest, id: String(new Types.ObjectId()), grants }]))

type Ability = Exclude<keyof CurriculumAbilities, '__typename'>
const abilities: Ability[] = ['see', 'edit', 'submit', 'withdraw', 'return', 'approve', 'signOff', 'delegate', 'schedule', 'publish', 'revise', 'archive']
const curriculum = (state: CurriculumDoc['state'] = 'DRAFT', approvals: CurriculumDoc['approvals'] = []) =>
  ({ _id: new Types.ObjectId(), partner: ours, state, approvals }) as unknown as CurriculumDoc

test.each([
  ['learner', []], ['instructor', []], ['strangeAuthor', []], ['strangeSignatory', []],
  ['auditor', ['see']], ['admin', ['see']],
  ['officer', ['see', 'edit', 'submit', 'withdraw', 'return', 'signOff', 'schedule', 'publish', 'revise', 'archive']],
  ['author', ['see', 'edit', 'submit', 'withdraw', 'signOff', 'schedule', 'revise']],
  ['agencySignatory', ['see', 'return', 'approve', 'signOff', 'delegate', 'schedule']], ['partnerSignatory', ['see', 'return', 'approve', 'signOff', 'delegate', 'schedule']],
] as [string, Ability[]][])('%s may %j', (name, allowed) => {
  expect(abilities.filter(ability => curriculumPolicy[ability](viewers[name]!, curriculum()))).toEqual(allowed)
})

describe('what is offered follows the state', () => {
  const offered = (name: string, of: CurriculumDoc) => abilities.filter(ability => curriculumAbilities[ability](viewers[name]!, of))
  test.each([
    ['officer', 'DRAFT', ['see', 'edit', 'submit', 'archive']],
    ['officer', 'IN_REVIEW', ['see', 'edit', 'withdraw', 'return', 'signOff', 'schedule']],
    ['officer', 'APPROVED', ['see', 'edit', 'withdraw', 'return', 'publish']],
    ['officer', 'PUBLISHED', ['see', 'revise', 'archive']],
    ['officer', 'ARCHIVED', ['see']],
    ['agencySignatory', 'IN_REVIEW', ['see', 'return', 'approve', 'signOff', 'delegate', 'schedule']],
    ['author', 'PUBLISHED', ['see', 'revise']],
  ] as [string, CurriculumDoc['state'], Ability[]][])('to the %s in %s', (name, state, expected) => expect(offered(name, curriculum(state))).toEqual(expected))

  test('who has approved is not asked again', () => {
    const approvals = [{ side: 'AGENCY' as const, by: new Types.ObjectId(), at: new Date(), hash: 'h' }]
    expect(offered('agencySignatory', curriculum('IN_REVIEW', approvals))).not.toContain('approve')
    expect(offered('partnerSignatory', curriculum('IN_REVIEW', approvals))).toContain('approve')
  })
})

describe('standing in for a signatory', () => {
  const stoodIn = (who: string, side: 'AGENCY' | 'PARTNER') => ({
    ...curriculum('IN_REVIEW'), delegations: [{ side, from: new Types.ObjectId(), to: new Types.ObjectId(viewers[who]!.id!) }],
  }) as unknown as CurriculumDoc
  test.each([
    ['author', 'PARTNER', true], ['officer', 'AGENCY', true],
    // A role of the other side, or none of this one any more, gives nothing.
    ['author', 'AGENCY', false], ['officer', 'PARTNER', false], ['strangeAuthor', 'PARTNER', false], ['learner', 'AGENCY', false], ['auditor', 'AGENCY', false],
  ] as const)('%s for %s approves: %s', (who, side, may) => {
    expect(curriculumPolicy.approve(viewers[who]!, stoodIn(who, side))).toBe(may)
    expect(curriculumPolicy.delegate(viewers[who]!, stoodIn(who, side))).toBe(false)
  })
})

const text = (value: unknown) => JSON.parse(JSON.stringify(value))

test.each(Object.entries(viewers))('what a %s may see is what a list shows them', (_, who) => {
  const all = [ours, theirs].map(partner => ({ ...curriculum(), partner }))
  const listed = all.map(text).filter(sift(text(visibleCurricula(who)))).map(({ _id }) => _id)
  expect(listed).toEqual(all.filter(one => curriculumPolicy.see(who, one)).map(({ _id }) => String(_id)))
})
