import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sectionsOf } from '../../server/course/domain/recompile.ts'
import { ruleChanges, standardRules } from '../../server/course/domain/rules.ts'
import { skeletonOf } from '../../server/course/service/skeleton.ts'
import type { Content } from '../../server/curriculum/index.ts'
import { driftsOf, type CourseFacts } from '../../server/conformance/domain/drifts.ts'
import { driftMoves, reconcile } from '../../server/conformance/domain/standing.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { coverageOf } from '../../server/quiz/domain/blueprint.ts'
import { contents } from './contents.ts'

/** The facts of a course as it is right after it was compiled. */
const compiledFacts = (content: Content): CourseFacts => ({
  taught: false, rules: standardRules, changedRules: [],
  sections: sectionsOf(content, null, skeletonOf).sections.map(({ subject, lessons }) =>
    ({ subject: subject.id, lessons: lessons.length, minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) })),
  quizzes: content.assessments.filter(({ kind }) => kind === 'QUIZ').map(({ id, weight, blueprint }) => ({ assessment: id, weight, questions: 0, ...coverageOf(blueprint, []) })),
  practicums: content.assessments.filter(({ kind }) => kind === 'PRACTICUM').map(({ id, weight }) => ({ assessment: id, weight, ready: false })),
})

const content: Content = {
  title: 'P', kind: 3, mode: 'BLENDED', audience: '', summary: '', faculty: '', team: [], competencies: [], references: [],
  outcomes: [{ id: 'o1', code: 'CP-1', text: 'Menjelaskan', level: 'C2', indicators: [] }, { id: 'o2', code: 'CP-2', text: 'Menyusun', level: 'C6', indicators: [] }],
  subjects: [
    { id: 's1', title: 'Satu', description: '', topics: [], hours: { theory: 4, practice: 0, field: 0 }, outcomes: ['o1'], activities: [
      { id: 'k1', title: 'Paparan', form: 'THEORY', stage: 'CORE', minutes: 180, facilitator: '', participants: '', method: '', media: '', outcomes: ['o1'] }] },
    { id: 's2', title: 'Dua', description: '', topics: [], hours: { theory: 0, practice: 4, field: 0 }, outcomes: ['o2'], activities: [] },
  ],
  assessments: [
    { id: 'a1', kind: 'QUIZ', title: 'Kuis', subject: 's1', outcomes: ['o1'], instructions: '', weight: 100, blueprint: [{ id: 'b1', outcome: 'o1', level: 'C2', items: 4 }] },
    { id: 'a2', kind: 'PRACTICUM', title: 'Praktik', subject: 's2', outcomes: ['o2'], instructions: '', weight: 100, blueprint: [] },
  ],
}
const kinds = (change: (facts: CourseFacts) => Partial<CourseFacts>) => {
  const facts = compiledFacts(content)
  return driftsOf(content, { ...facts, ...change(facts) }).map(({ kind, element, size }) => [kind, element, Math.round(size * 100) / 100])
}
const sections = (minutes: number, lessons = 1) => () => ({ sections: [{ subject: 's1', lessons, minutes }, { subject: 's2', lessons: 0, minutes: 0 }] })
const quiz = (fields: Partial<CourseFacts['quizzes'][number]>) => (facts: CourseFacts) => ({ quizzes: [{ ...facts.quizzes[0]!, ...fields }] })

test('right after a version is compiled nothing has drifted, whatever it says', () => {
  fc.assert(fc.property(contents, made => expect(driftsOf(made, compiledFacts(made))).toEqual([])), { numRuns: 200 })
})

describe('a drift', () => {
  test.each<[string, (facts: CourseFacts) => Partial<CourseFacts>, unknown[]]>([
    ['is none within a fifth or one JP', sections(225), []],
    ['is lessons that take more than was approved', sections(360), [['HOURS', 's1', 1]]],
    ['is lessons that take less', sections(90), [['HOURS', 's1', 0.5]]],
    ['is none where a subject without activities has few lessons', () => ({ sections: [{ subject: 's1', lessons: 1, minutes: 180 }, { subject: 's2', lessons: 1, minutes: 30 }] }), []],
    ['is a subject without activities with more than its hours', () => ({ sections: [{ subject: 's1', lessons: 1, minutes: 180 }, { subject: 's2', lessons: 2, minutes: 270 }] }), [['HOURS', 's2', 0.5]]],
    ['is a section that was emptied', sections(0, 0), [['SECTION_REMOVED', 's1', 1]]],
    ['is a section that is gone', () => ({ sections: [{ subject: 's1', lessons: 1, minutes: 180 }] }), [['SECTION_REMOVED', 's2', 1]]],
    ['is none for quizzes nobody has written before a class begins', quiz({ questions: 0 }), []],
    ['is an outcome that nothing assesses once a class began', facts => ({ ...quiz({ questions: 4, covered: 4 })(facts), taught: true }), [['OUTCOME_NOT_ASSESSED', 'o2', 1]]],
    ['is an assessment that is gone', () => ({ quizzes: [] }), [['OUTCOME_NOT_ASSESSED', 'o1', 1]]],
    ['is another weight', quiz({ weight: 60 }), [['WEIGHT', 'a1', 0.4]]],
    ['is a full quiz that asks something else', quiz({ questions: 4, covered: 1 }), [['BLUEPRINT', 'a1', 0.75]]],
    ['is none while its questions are being written', quiz({ questions: 3, covered: 1 }), []],
    ['is a quiz that is taken with too few', facts => ({ ...quiz({ questions: 1, covered: 1 })(facts), practicums: [{ assessment: 'a2', weight: 100, ready: true }], taught: true }), [['BLUEPRINT', 'a1', 0.75]]],
    ['is another rule of completion', () => ({ changedRules: ruleChanges(standardRules, { ...standardRules, attendance: 0.5 }) }), [['RULES', 'rules', 0.4]]],
    ['is a rule that was dropped', () => ({ changedRules: ruleChanges(standardRules, { ...standardRules, finalMark: null }) }), [['RULES', 'rules', 1]]],
  ])('%s', (_, change, drifts) => expect(kinds(change)).toEqual(drifts))
})

describe('what is found and what was known', () => {
  test('opens what is new, brings back what was closed, closes what is gone', () => {
    const known = [{ hash: 'a', state: 'OPEN' as const }, { hash: 'b', state: 'CLOSED' as const }, { hash: 'c', state: 'ACCEPTED' as const }, { hash: 'd', state: 'CLOSED' as const }]
    expect(reconcile(known, ['a', 'b', 'n', 'n'])).toEqual({ fresh: ['n'], back: ['b'], gone: ['c'] })
  })
  test('looked at twice changes nothing', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), found =>
      expect(reconcile(found.map(hash => ({ hash, state: 'OPEN' as const })), found)).toEqual({ fresh: [], back: [], gone: [] })))
  })
  test('every state is reached', () => expect(unreachable(driftMoves, 'OPEN')).toEqual([]))
})
