import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Types } from 'mongoose'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import { move, unreachable } from '../../server/lib/transitions.ts'
import { appealMoves, appealUntil, barredFrom, isMore, leavesRoom } from '../../server/quiz/domain/appeal.ts'
import { withMark } from '../../server/quiz/domain/marking.ts'
import type { AppealDoc } from '../../server/quiz/appealModel.ts'
import { appealPolicy, judgePolicy, visibleAppeals } from '../../server/quiz/appealPolicy.ts'
import { guest, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

describe('an appeal', () => {
  test('is decided once, either way, for good', () => {
    expect(move(appealMoves, 'OPEN', 'uphold')).toBe('UPHELD')
    expect(move(appealMoves, 'OPEN', 'dismiss')).toBe('DISMISSED')
    for (const state of ['UPHELD', 'DISMISSED'] as const) for (const action of ['uphold', 'dismiss'] as const) expect(() => move(appealMoves, state, action)).toThrow()
    expect(unreachable(appealMoves, 'OPEN')).toEqual([])
  })

  const handedIn = new Date('2026-03-02T20:00:00Z')
  test.each([
    ['a week after handing in, to the end of the day in WIB', [], 7, '2026-03-10T17:00:00.000Z'],
    ['of a mark given by people later, from then', [new Date('2026-03-05T01:00:00Z')], 7, '2026-03-12T17:00:00.000Z'],
    ['the same day', [], 1, '2026-03-04T17:00:00.000Z'],
    ['a mark older than handing in changes nothing', [new Date('2026-03-01T01:00:00Z')], 1, '2026-03-04T17:00:00.000Z'],
  ] as const)('is open %s', (_, markedAt, days, until) => expect(appealUntil({ finishedAt: handedIn, markedAt }, days)?.toISOString()).toBe(until))
  test('is open from when marks are shown, where that is later', () =>
    expect(appealUntil({ finishedAt: handedIn, markedAt: [], shownFrom: new Date('2026-03-20T17:00:00Z') }, 7)?.toISOString()).toBe('2026-03-28T17:00:00.000Z'))
  test('is open never where a quiz gives no days', () => expect(appealUntil({ finishedAt: handedIn, markedAt: [] }, 0)).toBeNull())

  test.each([[{ points: 2, mark: 0.5 }, true], [{ points: 2, mark: -0.5 }, true], [{ points: 2, mark: 1 }, false], [{ points: 0, mark: 0 }, false], [{ points: 2, mark: null }, false]])(
    'has something to gain from %j: %s', (question, room) => expect(leavesRoom(question)).toBe(room))

  test('is not judged by its learner, nor by who marked it; who wrote the question only where a machine marked it', () => {
    expect(barredFrom({ learner: 'l', marker: null, writers: ['w', 'w', 'l'] })).toEqual(['l', 'w'])
    expect(barredFrom({ learner: 'l', marker: 'm', writers: ['w'] })).toEqual(['l', 'm'])
  })

  test('upheld never lowers the mark of the attempt', () => fc.assert(fc.property(
    fc.array(fc.record({ points: fc.integer({ min: 1, max: 10 }), mark: fc.double({ noNaN: true, min: -2, max: 1 }) }), { minLength: 1, maxLength: 8 }), fc.double({ noNaN: true, min: 0, max: 10 }),
    (rows, points) => {
      const questions = rows.map((row, at) => ({ id: `q${at}`, ...row }))
      const first = questions[0]!
      fc.pre(isMore(points, first.mark * first.points, first.points))
      const before = withMark(questions, 'q0', first.mark, 0.7)
      const after = withMark(questions, 'q0', points / first.points, 0.7)
      expect(after.mark!).toBeGreaterThanOrEqual(before.mark! - 1e-12)
      expect(after.passed || !before.passed).toBe(true)
    },
  )))
})

const id = () => new Types.ObjectId().toString()
const [course, elsewhere, cls, sameCourse, otherClass, learner, marker] = Array.from({ length: 7 }, id) as [string, string, string, string, string, string, string]
const appeal = (person: string, of: string, state: AppealDoc['state'] = 'OPEN') => ({ _id: id(), person, course: of, state, barred: [person, marker] }) as unknown as AppealDoc
const appeals = [appeal(learner, course), appeal(learner, course, 'UPHELD'), appeal(id(), course), appeal(id(), elsewhere)]
const viewer = (name: string, roles: [Role, ScopeKind?, string?][], fields: Partial<Viewer> = {}) =>
  ({ name, ...guest, id: id(), grants: roles.map(([role, kind = 'AGENCY', scope = null]) => ({ role, kind, id: scope })), ...fields })
const learning = new Map([[cls, { enrolment: id(), course, state: 'ENROLLED' as const }]])
const teaching = new Map([[cls, course]])
const viewers = [
  { name: 'the signed out', ...guest },
  viewer('its learner', [['LEARNER']], { id: learner, learning }),
  viewer('another learner', [['LEARNER']], { learning }),
  viewer('instructor', [['INSTRUCTOR', 'CLASS', cls]], { teaching }),
  viewer('who marked it', [['INSTRUCTOR', 'CLASS', cls]], { id: marker, teaching }),
  viewer('instructor of another class of the course', [['INSTRUCTOR', 'CLASS', sameCourse]], { teaching: new Map([[sameCourse, course]]) }),
  viewer('instructor who learns in the course', [['INSTRUCTOR', 'CLASS', sameCourse]], { teaching: new Map([[sameCourse, course]]), learning }),
  viewer('instructor elsewhere', [['INSTRUCTOR', 'CLASS', otherClass]], { teaching: new Map([[otherClass, elsewhere]]) }),
  viewer('author', [['PARTNER_AUTHOR', 'PARTNER', id()]]),
  viewer('officer', [['CURRICULUM_OFFICER']]),
  viewer('officer who learns in the course', [['CURRICULUM_OFFICER']], { learning }),
  viewer('auditor', [['AUDITOR']]),
  viewer('administrator', [['ADMIN']]),
]
const allowed = (rule: (who: Viewer, thing: AppealDoc) => boolean, thing: AppealDoc) => viewers.filter(who => rule(who, thing)).map(({ name }) => name)

describe('rights', () => {
  test.each(viewers)('what $name may see of appeals is what a list shows', who =>
    expect(appeals.filter(sift(visibleAppeals(who) as object))).toEqual(appeals.filter(one => appealPolicy.see(who, one))))
  test('it is judged by who teaches the course or the officer: never by who marked it, nor by who learns there', () => {
    expect(allowed(appealPolicy.decide, appeals[0]!)).toEqual(['instructor', 'instructor of another class of the course', 'officer'])
    expect(allowed(appealPolicy.decide, appeals[1]!)).toEqual([])
    expect(allowed(judgePolicy.judge, appeals[1]!)).toEqual(['instructor', 'instructor of another class of the course', 'officer'])
  })
  test('partners, who see figures and not persons, see none', () => expect(allowed(appealPolicy.see, appeals[0]!)).not.toContain('author'))
})
