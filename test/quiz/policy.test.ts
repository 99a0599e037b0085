import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import type { AttemptDoc, QuizDoc } from '../../server/quiz/model.ts'
import { attemptPolicy, quizPolicy, takerPolicy, visibleAttempts, visibleStatistics } from '../../server/quiz/policy.ts'
import { guest, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const id = () => new Types.ObjectId().toString()
const [usu, del, course, cls, otherClass, me, other, unit] = Array.from({ length: 8 }, id) as [string, ...string[]] as
  [string, string, string, string, string, string, string, string]
const quiz = { course, partner: usu } as unknown as QuizDoc
const attempt = (person: string, of: string, state: AttemptDoc['state'] = 'IN_PROGRESS') => ({ _id: id(), person, class: of, course, state }) as unknown as AttemptDoc
const attempts = [attempt(me, cls), attempt(me, cls, 'FINISHED'), attempt(other, cls), attempt(other, otherClass)]

const viewer = (name: string, roles: [Role, ScopeKind?, string?][], fields: Partial<Viewer> = {}) =>
  ({ name, ...guest, id: me, grants: roles.map(([role, kind = 'AGENCY', scope = null]) => ({ role, kind, id: scope })), ...fields })
const learning = (state: 'ENROLLED' | 'WAITING') => new Map([[cls, { enrolment: id(), course, state }]])
const viewers = [
  { name: 'the signed out', ...guest },
  viewer('learner', [['LEARNER']], { learning: learning('ENROLLED') }),
  viewer('learner who waits', [['LEARNER']], { learning: learning('WAITING') }),
  viewer('learner elsewhere', [['LEARNER']]),
  viewer('instructor', [['INSTRUCTOR', 'CLASS', cls]], { id: id(), teaching: new Map([[cls, course]]) }),
  viewer('instructor elsewhere', [['INSTRUCTOR', 'CLASS', otherClass]], { id: id(), teaching: new Map([[otherClass, id()]]) }),
  viewer('author', [['PARTNER_AUTHOR', 'PARTNER', usu]], { id: id() }),
  viewer('author who learns', [['PARTNER_AUTHOR', 'PARTNER', usu], ['LEARNER']], { learning: learning('ENROLLED') }),
  viewer('author of another partner', [['PARTNER_AUTHOR', 'PARTNER', del]], { id: id() }),
  viewer('signatory', [['PARTNER_SIGNATORY', 'PARTNER', usu]], { id: id() }),
  viewer('head of a unit', [['UNIT_HEAD', 'UNIT', unit]], { id: id() }),
  viewer('officer', [['CURRICULUM_OFFICER']], { id: id() }),
  viewer('auditor', [['AUDITOR']], { id: id() }),
  viewer('administrator', [['ADMIN']], { id: id() }),
]
const allowed = <Thing>(rule: (who: Viewer, thing: Thing) => boolean, thing: Thing) => viewers.filter(who => rule(who, thing)).map(({ name }) => name)

test.each(viewers)('what $name may see of attempts is what a list shows', who =>
  expect(attempts.filter(sift(visibleAttempts(who) as object))).toEqual(attempts.filter(one => attemptPolicy.see(who, one))))

test.each(viewers)('whose statistics $name may see is what a list shows', who =>
  expect([quiz, { course: id(), partner: del } as unknown as QuizDoc].map(one => [one].filter(sift(visibleStatistics(who) as object)).length > 0))
    .toEqual([quizPolicy.seeStatistics(who, quiz), quizPolicy.seeStatistics(who, { course: id(), partner: del } as unknown as QuizDoc)]))

describe('rights', () => {
  test('the key is for editors, and never for who takes the course', () =>
    expect(allowed(quizPolicy.edit, quiz)).toEqual(['instructor', 'author', 'officer']))
  test('a quiz is seen by who takes, teaches, wrote or runs the course', () => expect(allowed(quizPolicy.see, quiz)).toEqual([
    'learner', 'instructor', 'author', 'author who learns', 'signatory', 'officer', 'auditor', 'administrator',
  ]))
  test('attempts are for who teaches and the agency, not for the partner', () =>
    expect(allowed(quizPolicy.seeAttempts, quiz)).toEqual(['instructor', 'officer', 'auditor', 'administrator']))
  test('one answers in one’s own attempt, while enrolled and while it is open', () => {
    expect(allowed(attemptPolicy.answer, attempts[0]!)).toEqual(['learner', 'author who learns'])
    expect(allowed(attemptPolicy.answer, attempts[1]!)).toEqual([])
    expect(allowed(takerPolicy.take, attempts[1]!)).toEqual(['learner', 'author who learns'])
    expect(allowed(attemptPolicy.answer, attempts[2]!)).toEqual([])
  })
})
