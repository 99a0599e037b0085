import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import type { PracticumDoc, SubmissionDoc } from '../../server/practicum/model.ts'
import { awaiting, practicumPolicy, submissionPolicy, visibleSubmissions, workPolicy } from '../../server/practicum/policy.ts'
import { guest, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const id = () => new Types.ObjectId().toString()
const [usu, del, course, cls, otherClass, me, other] = Array.from({ length: 7 }, id) as [string, string, string, string, string, string, string]
const practicum = { course, partner: usu } as unknown as PracticumDoc
const submission = (person: string, group: string, state: SubmissionDoc['state']) => ({ _id: id(), person, class: group, course, state }) as unknown as SubmissionDoc
const [draft, submitted, returned, graded] = (['DRAFT', 'SUBMITTED', 'RETURNED', 'GRADED'] as const).map(state => submission(me, cls, state)) as
  [SubmissionDoc, SubmissionDoc, SubmissionDoc, SubmissionDoc]
const submissions = [draft, submitted, returned, graded, submission(other, cls, 'SUBMITTED'), submission(other, otherClass, 'SUBMITTED'), submission(other, otherClass, 'DRAFT')]

const viewer = (name: string, roles: [Role, ScopeKind?, string?][], fields: Partial<Viewer> = {}) =>
  ({ name, ...guest, id: id(), grants: roles.map(([role, kind = 'AGENCY', scope = null]) => ({ role, kind, id: scope })), ...fields })
const learning = (state: 'ENROLLED' | 'WAITING' | 'WITHDRAWN') => new Map([[cls, { enrolment: id(), course, state }]])
const teaching = new Map([[cls, course]])
const viewers = [
  { name: 'the signed out', ...guest },
  viewer('learner', [['LEARNER']], { id: me, learning: learning('ENROLLED') }),
  viewer('learner who left', [['LEARNER']], { id: me, learning: learning('WITHDRAWN') }),
  viewer('learner beside', [['LEARNER']], { learning: learning('ENROLLED') }),
  viewer('learner elsewhere', [['LEARNER']]),
  viewer('instructor', [['INSTRUCTOR', 'CLASS', cls]], { teaching }),
  viewer('instructor who learns', [['INSTRUCTOR', 'CLASS', cls], ['LEARNER']], { id: me, teaching, learning: learning('ENROLLED') }),
  viewer('instructor elsewhere', [['INSTRUCTOR', 'CLASS', otherClass]], { teaching: new Map([[otherClass, id()]]) }),
  viewer('author', [['PARTNER_AUTHOR', 'PARTNER', usu]]),
  viewer('author of another partner', [['PARTNER_AUTHOR', 'PARTNER', del]]),
  viewer('signatory', [['PARTNER_SIGNATORY', 'PARTNER', usu]]),
  viewer('officer', [['CURRICULUM_OFFICER']]),
  viewer('auditor', [['AUDITOR']]),
  viewer('administrator', [['ADMIN']]),
]
const allowed = <Thing>(rule: (who: Viewer, thing: Thing) => boolean, thing: Thing) => viewers.filter(who => rule(who, thing)).map(({ name }) => name)
const mine = ['learner', 'instructor who learns']

test.each(viewers)('what $name may see of submissions is what a list shows', who =>
  expect(submissions.filter(sift(visibleSubmissions(who) as object))).toEqual(submissions.filter(one => submissionPolicy.see(who, one))))

test.each(viewers)('what waits for $name is what they may grade and is handed in', who =>
  expect(submissions.filter(sift(awaiting(who) as object))).toEqual(submissions.filter(one => one.state === 'SUBMITTED' && submissionPolicy.grade(who, one))))

describe('rights', () => {
  test('the rubric is written by who designs and teaches, never by who is judged by it', () =>
    expect(allowed(practicumPolicy.edit, practicum)).toEqual(['instructor', 'author', 'officer']))
  test('a practicum is seen by who takes, teaches, wrote or runs the course', () => expect(allowed(practicumPolicy.see, practicum)).toEqual([
    'learner', 'learner beside', 'instructor', 'instructor who learns', 'author', 'signatory', 'officer', 'auditor', 'administrator',
  ]))
  test('work is seen by its author, the class’s instructors and who reads all', () => expect(allowed(submissionPolicy.see, submitted)).toEqual([
    'learner', 'learner who left', 'instructor', 'instructor who learns', 'officer', 'auditor', 'administrator',
  ]))
  test('instructors of the class grade: no officer, no auditor, and nobody their own', () => {
    for (const one of [submitted, graded]) expect(allowed(submissionPolicy.grade, one)).toEqual(['instructor'])
    for (const one of [draft, returned]) expect(allowed(submissionPolicy.grade, one)).toEqual([])
    expect(allowed(submissionPolicy.return, submitted)).toEqual(['instructor'])
    expect(allowed(submissionPolicy.return, graded)).toEqual([])
    expect(allowed(workPolicy.judge, draft)).toEqual(['instructor'])
  })
  test('one changes one’s own work, while enrolled and until it is handed in', () => {
    for (const one of [draft, returned]) {
      expect(allowed(submissionPolicy.edit, one)).toEqual(mine)
      expect(allowed(submissionPolicy.submit, one)).toEqual(mine)
    }
    for (const one of [submitted, graded]) expect(allowed(submissionPolicy.edit, one)).toEqual([])
  })
})
