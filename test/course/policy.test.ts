import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { ClassDoc, CourseDoc, EnrolmentDoc } from '../../server/course/model.ts'
import {
  classPolicy, coursePolicy, enrolmentPolicy, lessonPolicy, ownClasses, visibleClasses, visibleCourses, visibleEnrolments,
} from '../../server/course/policy.ts'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import { guest, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const ids = Array.from({ length: 10 }, () => new Types.ObjectId().toString()) as [string, ...string[]]
const [usu, del, courseA, courseB, a1, a2, b1, me, other] = ids as [string, string, string, string, string, string, string, string, string]

// Documents as plain data, ids as text: sift compares them as they are.
const course = (_id: string, partner: string) => ({ _id, partner }) as unknown as CourseDoc
const cls = (_id: string, of: string, partner: string, cancelledReason: string | null = null) => ({ _id, course: of, partner, cancelledReason }) as unknown as ClassDoc
const courses = [course(courseA, usu), course(courseB, del)]
const classes = [cls(a1, courseA, usu), cls(a2, courseA, usu, 'Batal'), cls(b1, courseB, del)]

const viewer = (name: string, roles: [Role, ScopeKind?, string?][], fields: Partial<Viewer> = {}) =>
  ({ name, ...guest, id: me, grants: roles.map(([role, kind = 'AGENCY', id = null]) => ({ role, kind, id })), ...fields })
const learning = (of: string, id: string, state: 'ENROLLED' | 'WAITING') => new Map([[of, { enrolment: id, course: courseA, state }]])
const viewers = [
  { name: 'the signed out', ...guest },
  viewer('learner in no class', [['LEARNER']]),
  viewer('learner in a class', [['LEARNER']], { learning: learning(a1, ids[9]!, 'ENROLLED') }),
  viewer('learner who waits', [['LEARNER']], { learning: learning(a1, ids[9]!, 'WAITING') }),
  viewer('learner of a cancelled class', [['LEARNER']], { learning: learning(a2, ids[9]!, 'ENROLLED') }),
  viewer('instructor', [['INSTRUCTOR'], ['INSTRUCTOR', 'CLASS', a1]], { teaching: new Map([[a1, courseA]]) }),
  viewer('instructor of nothing', [['INSTRUCTOR']]),
  viewer('lead of USU', [['PARTNER_LEAD', 'PARTNER', usu]]),
  viewer('author of USU', [['PARTNER_AUTHOR', 'PARTNER', usu]]),
  viewer('signatory of DEL', [['PARTNER_SIGNATORY', 'PARTNER', del]]),
  viewer('head of a unit', [['UNIT_HEAD', 'UNIT', other]]),
  viewer('officer', [['CURRICULUM_OFFICER']]),
  viewer('auditor', [['AUDITOR']]),
  viewer('administrator', [['ADMIN']]),
]

const listed = <Thing>(things: readonly Thing[], filter: object) => things.filter(sift(filter))

describe('what one may see is what a list shows', () => {
  test.each(viewers)('courses, $name', who =>
    expect(listed(courses, visibleCourses(who))).toEqual(courses.filter(one => coursePolicy.see(who, one))))
  test.each(viewers)('classes, $name', who =>
    expect(listed(classes, visibleClasses(who))).toEqual(classes.filter(one => classPolicy.see(who, one))))
  test.each(viewers)('own classes are seen, $name', who => {
    for (const one of listed(classes, ownClasses(who))) expect(classPolicy.see(who, one)).toBe(true)
  })
  const enrolments = [me, other].map(person => ({ _id: person, class: a1, person, state: 'ENROLLED' })) as unknown as EnrolmentDoc[]
  test.each(viewers)('enrolments of a class, $name', who =>
    expect(listed(enrolments, visibleEnrolments(who, classes[0]!))).toEqual(enrolments.filter(one => enrolmentPolicy.see(who, one))))
})

const named = (name: string) => viewers.find(one => one.name === name)!
const allowed = <Thing>(rule: (who: Viewer, thing: Thing) => boolean, thing: Thing) => viewers.filter(who => rule(who, thing)).map(({ name }) => name)

describe('rights', () => {
  test('lessons are seen by who takes, teaches, wrote or runs the course', () => expect(allowed(lessonPolicy.see, courses[0]!)).toEqual([
    'learner in a class', 'learner of a cancelled class', 'instructor', 'lead of USU', 'author of USU', 'officer', 'auditor', 'administrator',
  ]))
  test('lessons are edited by authors of the partner, who teaches, and officers', () =>
    expect(allowed(coursePolicy.edit, courses[0]!)).toEqual(['instructor', 'author of USU', 'officer']))
  test('classes are made and changed by officers alone', () => {
    expect(allowed(coursePolicy.createClass, courses[0]!)).toEqual(['officer'])
    expect(allowed(classPolicy.edit, classes[0]!)).toEqual(['officer'])
  })
  test('learners enrol themselves, once, and not in what they teach', () => {
    expect(allowed(classPolicy.enrol, classes[0]!)).toEqual(['learner in no class', 'learner of a cancelled class'])
    const both = { ...named('instructor'), grants: [...named('instructor').grants, { role: 'LEARNER' as const, kind: 'AGENCY' as const, id: null }] }
    expect(classPolicy.enrol(both, classes[0]!)).toBe(false)
  })
  test('others are enrolled by officers and heads of units', () =>
    expect(allowed(classPolicy.enrolOthers, classes[0]!)).toEqual(['head of a unit', 'officer']))
  test('attendance is recorded by who teaches, and officers', () => expect(allowed(classPolicy.teach, classes[0]!)).toEqual(['instructor', 'officer']))
  test('learners are known to who teaches them and the agency, not to the partner', () =>
    expect(allowed(classPolicy.seeLearners, classes[0]!)).toEqual(['instructor', 'officer', 'auditor', 'administrator']))
  test('one learns in one’s own enrolment, while enrolled', () => {
    const own = { person: me, class: a1, state: 'ENROLLED' } as unknown as EnrolmentDoc
    expect(allowed(enrolmentPolicy.learn, { ...own, person: other } as unknown as EnrolmentDoc)).toEqual([])
    expect(enrolmentPolicy.learn(named('learner in a class'), own)).toBe(true)
    expect(enrolmentPolicy.learn(named('learner in a class'), { ...own, state: 'WAITING' })).toBe(false)
    expect(enrolmentPolicy.withdraw(named('officer'), own)).toBe(true)
    expect(enrolmentPolicy.withdraw(named('instructor'), { ...own, person: other } as unknown as EnrolmentDoc)).toBe(false)
  })
})
