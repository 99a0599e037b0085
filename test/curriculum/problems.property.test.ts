import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Content } from '../../server/curriculum/index.ts'
import { problemsOf, type Problem } from '../../server/curriculum/domain/problems.ts'
import { trainingKindOf } from '../../server/curriculum/domain/trainingKinds.ts'
import { BIG, bigContent } from '../support/bigCurriculum.ts'

const kind = trainingKindOf(3)
const found = (content: Content) => problemsOf(content, kind)
const heldBack = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity !== 'NOTE')

/** A content that may be submitted, of any size. */
const contents = fc.record({ seed: fc.integer({ min: 0, max: 1e9 }), outcomes: fc.integer({ min: 2, max: 14 }), competencies: fc.integer({ min: 1, max: 5 }), subjects: fc.integer({ min: 2, max: 8 }), assessments: fc.integer({ min: 4, max: 16 }) })
  .map(sizes => bigContent({ ...sizes, activities: sizes.subjects * 4 }))

type Expected = { code: Problem['code']; at: string | null; facts?: Record<string, unknown> }
type Broken = { content: Content; expected: Expected }
/** One thing broken: `pick` chooses which, among so many. */
type Breakage = (content: Content, pick: (count: number) => number) => Broken | null

const at = <T>(list: readonly T[], pick: (count: number) => number): T => list[pick(list.length)]!
const without = (ids: readonly string[], id: string) => ids.filter(one => one !== id)
const swap = <T extends { id: string }>(list: readonly T[], id: string, change: (one: T) => T): T[] => list.map(one => (one.id === id ? change(one) : one))
const strange = 'tidak-ada'

const breakages: Record<string, Breakage> = {
  'an outcome no subject teaches': (content, pick) => {
    const { id } = at(content.outcomes, pick)
    return { content: { ...content, subjects: content.subjects.map(one => ({ ...one, outcomes: without(one.outcomes, id) })) }, expected: { code: 'OUTCOME_NOT_TAUGHT', at: id } }
  },
  'an outcome no activity serves': (content, pick) => {
    const { id } = at(content.outcomes, pick)
    const subjects = content.subjects.map(one => ({ ...one, activities: one.activities.map(activity => ({ ...activity, outcomes: without(activity.outcomes, id) })) }))
    return { content: { ...content, subjects }, expected: { code: 'OUTCOME_NOT_PRACTISED', at: id } }
  },
  'an outcome nothing assesses': (content, pick) => {
    const { id } = at(content.outcomes, pick)
    const [other] = content.outcomes.filter(one => one.id !== id)
    const assessments = content.assessments.map(one => {
      const outcomes = without(one.outcomes, id)
      return { ...one, outcomes: outcomes.length > 0 ? outcomes : [other!.id], blueprint: one.blueprint.filter(row => row.outcome !== id) }
    })
    return { content: { ...content, assessments }, expected: { code: 'OUTCOME_NOT_ASSESSED', at: id } }
  },
  'an activity of other minutes': (content, pick) => {
    const subject = at(content.subjects, pick)
    const { id } = at(subject.activities, pick)
    return { content: { ...content, subjects: swap(content.subjects, subject.id, one => ({ ...one, activities: swap(one.activities, id, activity => ({ ...activity, minutes: activity.minutes + 1 + pick(90) })) })) }, expected: { code: 'ACTIVITIES_NOT_HOURS', at: subject.id } }
  },
  'a subject of other hours': (content, pick) => {
    const { id } = at(content.subjects, pick)
    return { content: { ...content, subjects: swap(content.subjects, id, one => ({ ...one, hours: { ...one.hours, theory: one.hours.theory + 1 } })) }, expected: { code: 'ACTIVITIES_NOT_HOURS', at: id, facts: { form: 'theory' } } }
  },
  'an assessment of another weight': (content, pick) => {
    const { id, kind: of } = at(content.assessments, pick)
    return { content: { ...content, assessments: swap(content.assessments, id, one => ({ ...one, weight: one.weight + 1 + pick(20) })) }, expected: { code: 'WEIGHTS_NOT_100', at: null, facts: { kind: of } } }
  },
  'a competency nothing develops': (content, pick) => {
    const { id } = at(content.competencies, pick)
    return { content: { ...content, competencies: swap(content.competencies, id, one => ({ ...one, outcomes: [] })) }, expected: { code: 'COMPETENCY_NOT_DEVELOPED', at: id } }
  },
  'a competency the framework does not know': (content, pick) => {
    const { id } = at(content.competencies, pick)
    return { content: { ...content, competencies: swap(content.competencies, id, one => ({ ...one, code: `M.${20 + pick(50)}`, kind: 'MANAGERIAL' as const })) }, expected: { code: 'COMPETENCY_UNKNOWN', at: id } }
  },
  'an assessment of no outcome': (content, pick) => {
    const { subject } = at(content.assessments, pick)
    return { content: { ...content, assessments: [...content.assessments, { id: 'baru', kind: 'QUIZ', title: 'Baru', subject, outcomes: [], instructions: '', weight: 0, blueprint: [] }] }, expected: { code: 'ASSESSMENT_WITHOUT_OUTCOME', at: 'baru' } }
  },
  'one id for two things': (content, pick) => {
    const { id } = at([...content.outcomes, ...content.subjects, ...content.subjects.flatMap(({ activities }) => activities), ...content.assessments.flatMap(({ blueprint }) => blueprint)], pick)
    return { content: { ...content, team: [...content.team.slice(1), { ...content.team[0]!, id }] }, expected: { code: 'DUPLICATE_ID', at: id } }
  },
  'a competency of an outcome that is not there': (content, pick) => {
    const { id } = at(content.competencies, pick)
    return { content: { ...content, competencies: swap(content.competencies, id, one => ({ ...one, outcomes: [...one.outcomes, strange] })) }, expected: { code: 'UNKNOWN_REFERENCE', at: id } }
  },
  'a subject of an outcome that is not there': (content, pick) => {
    const { id } = at(content.subjects, pick)
    return { content: { ...content, subjects: swap(content.subjects, id, one => ({ ...one, outcomes: [...one.outcomes, strange] })) }, expected: { code: 'UNKNOWN_REFERENCE', at: id } }
  },
  'an activity of an outcome that is not there': (content, pick) => {
    const subject = at(content.subjects, pick)
    const { id } = at(subject.activities, pick)
    return { content: { ...content, subjects: swap(content.subjects, subject.id, one => ({ ...one, activities: swap(one.activities, id, activity => ({ ...activity, outcomes: [...activity.outcomes, strange] })) })) }, expected: { code: 'UNKNOWN_REFERENCE', at: id } }
  },
  'a quiz in a subject that is not there': (content, pick) => {
    const { id } = at(content.assessments.filter(one => one.kind === 'QUIZ'), pick)
    return { content: { ...content, assessments: swap(content.assessments, id, one => ({ ...one, subject: strange })) }, expected: { code: 'UNKNOWN_REFERENCE', at: id } }
  },
  'a subject without hours': (content, pick) => {
    const subject = at(content.subjects, pick)
    return { content: { ...content, subjects: [...content.subjects, { ...subject, id: 'baru', hours: { theory: 0, practice: 0, field: 0 }, activities: [] }] }, expected: { code: 'SUBJECT_WITHOUT_HOURS', at: 'baru' } }
  },
  'practice no practicum assesses': (content, pick) => {
    const practicum = at(content.assessments.filter(one => one.kind === 'PRACTICUM'), pick)
    const [other] = content.subjects.filter(({ id }) => id !== practicum.subject)
    return { content: { ...content, assessments: swap(content.assessments, practicum.id, one => ({ ...one, subject: other!.id })) }, expected: { code: 'PRACTICE_WITHOUT_PRACTICUM', at: practicum.subject } }
  },
  'a blueprint that asks what the quiz does not assess': (content, pick) => {
    const quiz = at(content.assessments.filter(one => one.kind === 'QUIZ' && one.outcomes.length < content.outcomes.length), pick)
    if (!quiz) return null
    const outcome = at(content.outcomes.filter(({ id }) => !quiz.outcomes.includes(id)), pick)
    return {
      content: { ...content, assessments: swap(content.assessments, quiz.id, one => ({ ...one, blueprint: [...one.blueprint, { id: 'baru', outcome: outcome.id, level: outcome.level!, items: 1 }] })) },
      expected: { code: 'BLUEPRINT_OUTCOME', at: 'baru' },
    }
  },
}

describe('the checks of a curriculum', () => {
  test('find nothing to hold back a valid curriculum, of whatever size', () =>
    fc.assert(fc.property(contents, content => expect(found(content).filter(({ severity }) => severity === 'BLOCKING')).toEqual([])), { numRuns: 200 }))
  test('find nothing at all to hold back the largest one', () => {
    const content = bigContent()
    expect(heldBack(found(content))).toEqual([])
    expect([content.subjects.length, content.subjects.flatMap(({ activities }) => activities).length, content.outcomes.length]).toEqual([BIG.subjects, BIG.activities, BIG.outcomes])
    expect(bigContent()).toEqual(content)
    expect(bigContent({ seed: 2 })).not.toEqual(content)
  })

  test.each(Object.keys(breakages))('%s is found, where it is, and nothing else', name =>
    fc.assert(fc.property(contents, fc.infiniteStream(fc.nat()), (content, numbers) => {
      const broken = breakages[name]!(content, count => (count === 0 ? 0 : numbers.next().value! % count))
      fc.pre(broken !== null)
      const { content: after, expected: { facts = {}, ...expected } } = broken!
      expect(found(after).filter(({ severity }) => severity === 'BLOCKING')).toEqual([expect.objectContaining({ ...expected, facts: expect.objectContaining(facts) })])
    }), { numRuns: 60 }))

  test('an outcome aimed higher than anything asks of it is a warning that names it', () =>
    fc.assert(fc.property(contents, fc.nat(), (content, number) => {
      const practised = new Set(content.assessments.filter(one => one.kind === 'PRACTICUM').flatMap(one => one.outcomes))
      const candidates = content.outcomes.filter(({ id }) => !practised.has(id))
      fc.pre(candidates.length > 0)
      const { id } = candidates[number % candidates.length]!
      const after = { ...content, outcomes: swap(content.outcomes, id, one => ({ ...one, level: 'C6' as const })) }
      expect(heldBack(found(after)).filter(({ code }) => code === 'BLUEPRINT_LEVEL_LOW').map(one => one.at)).toEqual([id])
    })))

  test('hints hold nothing back, and name what they are about', () =>
    fc.assert(fc.property(contents, fc.nat(), fc.constantFrom('Memahami layanan.', 'Mampu mengetahui standar.', 'peserta dapat mengenal risiko'), (content, number, text) => {
      const { id } = content.outcomes[number % content.outcomes.length]!
      const after = { ...content, outcomes: swap(content.outcomes, id, one => ({ ...one, text, level: null })) }
      expect(heldBack(found(after))).toEqual(heldBack(found(content)))
      expect(found(after).filter(({ code }) => code === 'OUTCOME_NOT_MEASURABLE' || code === 'OUTCOME_WITHOUT_LEVEL').map(one => one.at)).toEqual([id, id])
    })))

  test('depend on nothing but the content: the same twice, and it is left as it was', () =>
    fc.assert(fc.property(contents, content => {
      const before = JSON.stringify(content)
      expect(found(content)).toEqual(found(JSON.parse(before) as Content))
      expect(JSON.stringify(content)).toBe(before)
    })))
})
