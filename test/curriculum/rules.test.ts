import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { canonical } from '../../server/curriculum/domain/canonical.ts'
import { afterApproval, sideToSpeak } from '../../server/curriculum/domain/approval.ts'
import { practiceShareOf, sumOf, totalOf } from '../../server/curriculum/domain/hours.ts'
import { sentenceLength } from '../../server/curriculum/domain/checks/wording.ts'
import { problemsOf, type Problem } from '../../server/curriculum/domain/problems.ts'
import { changedSections, staleSections } from '../../server/curriculum/domain/sections.ts'
import { trainingKindOf, trainingKinds } from '../../server/curriculum/domain/trainingKinds.ts'
import { holdsBack, waiverOf, waiversInUse } from '../../server/curriculum/domain/waivers.ts'
import { curriculumMoves, isEditable } from '../../server/curriculum/domain/workflow.ts'
import { hashOf, type Content } from '../../server/curriculum/index.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { aContent } from '../support/curriculum.ts'

describe('the way of a curriculum', () => {
  test('leads to every state', () => expect(unreachable(curriculumMoves, 'DRAFT')).toEqual([]))
  test('ends in the archive', () => expect(curriculumMoves.ARCHIVED).toEqual({}))
  test('what is published is revised, not edited', () => {
    expect((['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'ARCHIVED'] as const).filter(isEditable)).toEqual(['DRAFT', 'IN_REVIEW', 'APPROVED'])
  })
})

describe('approval', () => {
  const agency = { side: 'AGENCY' as const, hash: 'h' }
  const partner = { side: 'PARTNER' as const, hash: 'h' }
  test.each([
    ['nobody', [], 'IN_REVIEW'], ['the agency alone', [agency], 'IN_REVIEW'], ['the partner alone', [partner], 'IN_REVIEW'],
    ['both', [partner, agency], 'APPROVED'], ['both, but one of another content', [agency, { ...partner, hash: 'g' }], 'IN_REVIEW'],
  ])('by %s', (_, given, state) => expect(afterApproval(given, 'h')).toBe(state))

  test.each([
    ['an agency signatory speaks for the agency', ['AGENCY' as const], [], 'AGENCY'], ['once', ['AGENCY' as const], [agency], null],
    ['who signs for both speaks twice', ['AGENCY' as const, 'PARTNER' as const], [agency], 'PARTNER'], ['others not at all', [], [], null],
  ])('%s', (_, may, given, side) => expect(sideToSpeak(may, given)).toBe(side))
})

describe('the hash', () => {
  test('does not depend on the order of keys', () => {
    const { title, ...rest } = aContent()
    expect(hashOf({ ...rest, title } as Content)).toBe(hashOf(aContent()))
  })
  test('nor on the form of letters', () => expect(hashOf(aContent({ title: 'Cafe\u0301' }))).toBe(hashOf(aContent({ title: 'Caf\u00e9' }))))
  test('but on the order of subjects, and on every text', () => {
    expect(hashOf(aContent({ subjects: [...aContent().subjects].reverse() }))).not.toBe(hashOf(aContent()))
    expect(hashOf(aContent({ references: ['UU 25/2009.'] }))).not.toBe(hashOf(aContent()))
  })
  test('is SHA-256 in hex', () => expect(hashOf(aContent())).toMatch(/^[0-9a-f]{64}$/))
  test.each([
    [{ b: 1, a: [null, 'x'] }, '{"a":[null,"x"],"b":1}'], [{ a: undefined }, '{}'], ['"', '"\\""'],
  ])('canonical %j is %s', (value, text) => expect(canonical(value)).toBe(text))
  test('a number that is none has no canonical form', () => expect(() => canonical({ a: Number.NaN })).toThrow(RangeError))
})

describe('sections', () => {
  test('are found changed one by one', () => {
    expect(changedSections(aContent(), aContent())).toEqual([])
    expect(changedSections(aContent(), aContent({ title: 'Lain', references: [] }))).toEqual(['IDENTITY', 'REFERENCES'])
  })
  test('are stale only when somebody changed them since', () => {
    expect(staleSections(['OUTCOMES', 'SUBJECTS', 'REFERENCES'], { OUTCOMES: 4, SUBJECTS: 3 }, 3)).toEqual(['OUTCOMES'])
  })
})

describe('hours', () => {
  // DOMAIN §10.3: 14T + 18P + 8PL = 40 JP, 65 %.
  test('14 T, 18 P and 8 PL are 40 JP with 65 % practice', () => {
    const hours = { theory: 14, practice: 18, field: 8 }
    expect([totalOf(hours), practiceShareOf(hours)]).toEqual([40, 0.65])
  })
  test('none is no practice, not a division by nothing', () => expect(practiceShareOf(sumOf([]))).toBe(0))
})

describe('kinds of training', () => {
  test('are the 25 of SIASN, with its ids', () => expect(trainingKinds.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1)))
  test('three count as seminars', () => expect(trainingKinds.filter(({ flag }) => flag === 'P').map(({ id }) => id)).toEqual([4, 7, 9]))
  test.each([
    ['Diklat Teknis', 3, 0.5, 0.6], ['Workshop', 4, 0.5, 0.6], ['Bimbingan Teknis', 8, 0.5, 0.6], ['Pelatihan Manajerial', 5, 0.4, 0.4],
    ['Pelatihan Sosial Kultural', 6, 0.4, 0.4], ['Sosialisasi', 7, null, null], ['Seminar', 9, null, null], ['Magang', 10, null, null],
  ])('%s (%i) is warned below %s and aims at %s', (name, id, floor, target) => {
    expect(trainingKindOf(id)).toMatchObject({ name, practiceFloor: floor, practiceTarget: target })
  })
  test.each([0, 26, 1.5])('%d is none', id => expect(trainingKindOf(id)).toBeNull())
})

describe('problems', () => {
  const of = (fields: Partial<Content>) => {
    const content = aContent(fields)
    return problemsOf(content, trainingKindOf(content.kind)).map(({ code, at, section, severity }) => ({ code, at, section, severity }))
  }
  const [first, second] = aContent().subjects as [Content['subjects'][0], Content['subjects'][0]]
  const [quiz, practicum] = aContent().assessments as [Content['assessments'][0], Content['assessments'][0]]

  const [lecture] = first.activities as [Content['subjects'][0]['activities'][0]]
  const [service] = aContent().competencies as [Content['competencies'][0]]
  const [row] = quiz.blueprint as [Content['assessments'][0]['blueprint'][0]]
  const [outcome, other] = aContent().outcomes as [Content['outcomes'][0], Content['outcomes'][0]]

  test('there are none in a whole curriculum', () => expect(of({})).toEqual([]))

  test.each<[string, Partial<Content>, object]>([
    ['no outcomes', { outcomes: [], subjects: [{ ...first, outcomes: [] }], assessments: [] }, { code: 'NO_OUTCOMES', section: 'OUTCOMES', severity: 'BLOCKING' }],
    ['no subjects', { subjects: [], assessments: [] }, { code: 'NO_SUBJECTS', section: 'SUBJECTS' }],
    ['an outcome that no subject teaches', { subjects: [first, { ...second, outcomes: [] }] }, { code: 'OUTCOME_NOT_TAUGHT', at: 'o2', section: 'SUBJECTS', severity: 'BLOCKING' }],
    ['an outcome that nothing assesses', { assessments: [{ ...quiz, outcomes: [] }, practicum] }, { code: 'OUTCOME_NOT_ASSESSED', at: 'o1', section: 'ASSESSMENTS', severity: 'BLOCKING' }],
    ['a subject without hours', { subjects: [{ ...first, hours: { theory: 0, practice: 0, field: 0 } }, second] }, { code: 'SUBJECT_WITHOUT_HOURS', at: 's1' }],
    ['practice that nobody assesses by a practicum', { assessments: [quiz, { ...practicum, kind: 'QUIZ', weight: 0 }] }, { code: 'PRACTICE_WITHOUT_PRACTICUM', at: 's2' }],
    ['field practice too', { subjects: [{ ...first, hours: { theory: 0, practice: 0, field: 8 } }, second] }, { code: 'PRACTICE_WITHOUT_PRACTICUM', at: 's1' }],
    ['weights of quizzes that are not 100', { assessments: [{ ...quiz, weight: 99 }, practicum] }, { code: 'WEIGHTS_NOT_100', section: 'ASSESSMENTS' }],
    ['a subject of an unknown outcome', { subjects: [{ ...first, outcomes: ['o1', 'o9'] }, second] }, { code: 'UNKNOWN_REFERENCE', at: 's1' }],
    ['an assessment of an unknown subject', { assessments: [{ ...quiz, subject: 's9' }, practicum] }, { code: 'UNKNOWN_REFERENCE', at: 'a1' }],
    ['an activity of an unknown outcome', { subjects: [{ ...first, activities: [{ ...lecture, outcomes: ['o1', 'o9'] }] }, second] }, { code: 'UNKNOWN_REFERENCE', at: 'g1' }],
    ['a competency of an unknown outcome', { competencies: [{ ...service, outcomes: ['o9'] }] }, { code: 'UNKNOWN_REFERENCE', at: 'k1' }],
    ['minutes that are not the hours', { subjects: [{ ...first, activities: [{ ...lecture, minutes: 175 }] }, second] }, { code: 'ACTIVITIES_NOT_HOURS', at: 's1', severity: 'BLOCKING' }],
    ['minutes of another form', { subjects: [{ ...first, activities: [{ ...lecture, form: 'PRACTICE' }] }, second] }, { code: 'ACTIVITIES_NOT_HOURS', at: 's1' }],
    ['a subject whose activities are not planned', { subjects: [{ ...first, activities: [] }, second] }, { code: 'NO_ACTIVITIES', at: 's1', severity: 'WARNING' }],
    ['an outcome that no activity practises', { subjects: [{ ...first, activities: [{ ...lecture, outcomes: [] }] }, second] }, { code: 'OUTCOME_NOT_PRACTISED', at: 'o1' }],
    ['a competency that no outcome develops', { competencies: [{ ...service, outcomes: [] }] }, { code: 'COMPETENCY_NOT_DEVELOPED', at: 'k1' }],
    ['a competency the framework does not know', { competencies: [{ ...service, code: 'M.09' }] }, { code: 'COMPETENCY_UNKNOWN', at: 'k1' }],
    ['one of the framework under another kind', { competencies: [{ ...service, kind: 'TECHNICAL' }] }, { code: 'COMPETENCY_UNKNOWN', at: 'k1' }],
    ['an assessment of nothing', { assessments: [{ ...quiz, outcomes: [], blueprint: [] }, practicum] }, { code: 'ASSESSMENT_WITHOUT_OUTCOME', at: 'a1' }],
    ['a blueprint that asks what the quiz does not assess', { assessments: [{ ...quiz, blueprint: [{ ...row, outcome: 'o2' }] }, practicum] }, { code: 'BLUEPRINT_OUTCOME', at: 'b1' }],
    ['a quiz that asks below the level aimed at', { assessments: [{ ...quiz, blueprint: [{ ...row, level: 'C1' }] }, practicum] }, { code: 'BLUEPRINT_LEVEL_LOW', at: 'o1', severity: 'WARNING' }],
    ['an outcome nobody can see', { outcomes: [{ ...outcome, text: 'Memahami layanan.' }, other] }, { code: 'OUTCOME_NOT_MEASURABLE', at: 'o1', severity: 'NOTE' }],
    ['an outcome without a level', { outcomes: [{ ...outcome, level: null }, other] }, { code: 'OUTCOME_WITHOUT_LEVEL', at: 'o1', severity: 'NOTE' }],
    ['an outcome that is an essay', { outcomes: [{ ...outcome, text: 'Menjelaskan '.repeat(40) }, other] }, { code: 'TEXT_LONG', at: 'o1', severity: 'NOTE' }],
    ['sentences that do not end', { summary: 'kata '.repeat(30) }, { code: 'TEXT_HARD', section: 'IDENTITY', severity: 'NOTE' }],
    ['one id for two things', { assessments: [quiz, practicum, { ...quiz, id: 's1', weight: 0 }] }, { code: 'DUPLICATE_ID', at: 's1', section: 'ASSESSMENTS' }],
  ])('%s', (_, fields, problem) => expect(of(fields)).toContainEqual(expect.objectContaining(problem)))

  test('weights are of no matter where there is nothing to weigh', () => {
    expect(of({ subjects: [{ ...first, outcomes: ['o1', 'o2'], activities: [] }], assessments: [{ ...quiz, outcomes: ['o1', 'o2'] }], kind: 9 }).map(({ code }) => code)).toEqual(['NO_ACTIVITIES'])
  })

  test.each([
    ['a technical training of 49 % practice is warned', 3, { theory: 51, practice: 40, field: 9 }, true],
    ['of 50 % not, though it aims at 60 %', 3, { theory: 50, practice: 40, field: 10 }, false],
    ['a managerial one of 40 % not', 5, { theory: 60, practice: 40, field: 0 }, false],
    ['a sociocultural one of 39 % is', 6, { theory: 61, practice: 39, field: 0 }, true],
    ['a seminar never is', 9, { theory: 100, practice: 0, field: 0 }, false],
    ['nor is a sosialisasi', 7, { theory: 100, practice: 0, field: 0 }, false],
  ])('%s', (_, kind, hours, warned) => {
    const found = of({ kind, subjects: [{ ...first, outcomes: ['o1', 'o2'], hours }], assessments: [] }).find(({ code }) => code === 'PRACTICE_SHARE_LOW')
    expect(found?.severity ?? null).toBe(warned ? 'WARNING' : null)
  })

  test.each([[24, false], [25, true]])('%i JP exceed what a PPPK may be given a year: %s', (theory, exceeds) => {
    const found = of({ kind: 9, subjects: [{ ...first, outcomes: ['o1', 'o2'], hours: { theory, practice: 0, field: 0 } }], assessments: [] })
    expect(found.filter(({ code }) => code === 'PPPK_HOURS_EXCEEDED').map(({ severity }) => severity)).toEqual(exceeds ? ['NOTE'] : [])
  })
})

describe('a reason for a warning', () => {
  const content = aContent({ subjects: aContent().subjects.map(subject => ({ ...subject, activities: [] })) })
  const [warning] = problemsOf(content, trainingKindOf(3)).filter(({ severity }) => severity === 'WARNING') as [Problem]
  const waiver = { code: warning.code, at: warning.at, facts: canonical(warning.facts), reason: 'Disusun pengajar.', by: new Types.ObjectId(), on: new Date() }

  test('covers it', () => expect(waiverOf(warning, [waiver])).toBe(waiver))
  test('no longer once its facts change', () => expect(waiverOf({ ...warning, facts: { count: 1 } }, [waiver])).toBeNull())
  test('nor at another element', () => expect(waiverOf({ ...warning, at: 's9' }, [waiver])).toBeNull())
  test('is asked before it may be submitted', () => {
    expect(holdsBack([warning], [])).toEqual([warning])
    expect(holdsBack([warning], [waiver])).toEqual([])
  })
  test('lets nothing pass that blocks', () => expect(holdsBack([{ ...warning, severity: 'BLOCKING' }], [waiver])).toHaveLength(1))
  test('is not asked for a note', () => expect(holdsBack([{ ...warning, severity: 'NOTE' }], [])).toEqual([]))
  test('of the past is not kept', () => expect(waiversInUse([], [waiver])).toEqual([]))
})

test.each([['', 0], ['Satu dua tiga.', 3], ['Satu dua. Tiga empat lima enam!', 3], ['Nomor 5.2 tetap satu kalimat', 5]])('%j has %d words a sentence', (text, words) =>
  expect(sentenceLength(text)).toBe(words))
