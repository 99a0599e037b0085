import { describe, expect, test } from '@jest/globals'
import type { Content } from '../../server/curriculum/index.ts'
import { elementsOf, findElement, patchOf, valuesOf, withValue, type Place } from '../../server/discussion/domain/elements.ts'
import { nowOf, standingOf, suggestionMoves } from '../../server/discussion/domain/suggestion.ts'
import { threadMoves } from '../../server/discussion/domain/thread.ts'
import { movesFrom, unreachable } from '../../server/lib/transitions.ts'
import { aContent } from '../support/curriculum.ts'

const whole = (section: Place['section']): Place => ({ section, element: null })
const at = (section: Place['section'], element: string): Place => ({ section, element })
const content = (): Content => {
  const it = aContent()
  const [subject] = it.subjects
  return {
    ...it, team: [{ id: 't1', name: 'Demo Dosen', institution: 'USU', role: 'DEVELOPER' }],
    outcomes: it.outcomes.map((one, index) => ({ ...one, indicators: index === 0 ? ['Menyebut standar', 'Memberi contoh'] : one.indicators })),
    subjects: [{ ...subject!, activities: [{ id: 'g1', title: 'Diskusi kasus', form: 'THEORY', stage: 'CORE', minutes: 90, facilitator: '', participants: '', method: '', media: '', outcomes: [] }] }, ...it.subjects.slice(1)],
    assessments: it.assessments.map((one, index) => ({ ...one, blueprint: index === 0 ? [{ id: 'b1', outcome: 'o1', level: 'C2', items: 5 }] : [] })),
  }
}

describe('an element', () => {
  test.each([
    [at('OUTCOMES', 'o1'), 'text'], [at('COMPETENCIES', 'k1'), 'name'], [at('SUBJECTS', 's2'), 'description'], [at('SUBJECTS', 'g1'), 'minutes'],
    [at('ASSESSMENTS', 'a1'), 'weight'], [at('ASSESSMENTS', 'b1'), 'items'], [at('TEAM', 't1'), 'name'], [whole('IDENTITY'), 'audience'], [whole('REFERENCES'), 'references'],
  ])('%j is found, with its %s to be suggested anew', (place, field) => expect(Object.keys(findElement(content(), place)!.fields)).toContain(field))

  test.each([at('OUTCOMES', 's1'), at('SUBJECTS', 'none'), { section: null, element: null }, whole('OUTCOMES')])('%j has nothing to be suggested anew', place =>
    expect(findElement(content(), place)?.fields ?? {}).toEqual({}))

  test('each is called by a name of its own', () => {
    const labels = elementsOf(content()).filter(({ element }) => element !== null).map(({ label }) => label)
    expect(labels.every(label => label.length > 0)).toBe(true)
    expect(labels).toContain('Kuis dasar: CP-1 C2')
  })
})

describe('a value in the place of another', () => {
  test.each([
    ['a text', at('OUTCOMES', 'o1'), 'text', 'Menjelaskan layanan.', 'Menguraikan layanan.', ['Menguraikan layanan.']],
    ['hours, which lie deeper', at('SUBJECTS', 's2'), 'practice', '6', '8', ['8']],
    ['an activity within a subject', at('SUBJECTS', 'g1'), 'minutes', '90', '135', ['135']],
    ['a level that is taken away', at('COMPETENCIES', 'k1'), 'fromLevel', '2', '', ['']],
    ['a line of a list', at('OUTCOMES', 'o1'), 'indicators', 'Memberi contoh', 'Memberi dua contoh', ['Menyebut standar', 'Memberi dua contoh']],
    ['a line more', at('OUTCOMES', 'o1'), 'indicators', '', 'Membandingkan', ['Menyebut standar', 'Memberi contoh', 'Membandingkan']],
    ['a line struck', at('OUTCOMES', 'o1'), 'indicators', 'Menyebut standar', '', ['Memberi contoh']],
  ])('%s', (_, place, field, from, to, values) => {
    const before = content()
    const copy = structuredClone(before)
    const after = withValue(before, place, field, from, to)
    expect(valuesOf(findElement(after, place)!, field)).toEqual(values)
    expect(before).toEqual(copy)
  })

  test('nothing else changes', () => {
    const after = withValue(content(), at('SUBJECTS', 's2'), 'practice', '6', '8')
    expect(withValue(after, at('SUBJECTS', 's2'), 'practice', '8', '6')).toEqual(content())
  })

  test('a section is sent as an edit takes it', () => {
    const { subjects } = patchOf(content(), 'SUBJECTS')
    expect(subjects![1]).toMatchObject({ id: 's2', theory: 2, practice: 6, field: 2 })
    expect(subjects![1]).not.toHaveProperty('hours')
  })
})

describe('how a suggestion stands to the draft', () => {
  const title = { field: 'title', from: 'Pelatihan Uji', to: 'Pelatihan Ujian' }
  test.each([
    ['CURRENT', content(), title],
    ['SAME', { ...content(), title: 'Pelatihan Ujian' }, title],
    ['OUTDATED', { ...content(), title: 'Lain sama sekali' }, title],
    ['GONE', content(), { ...title, field: 'nothing' }],
  ] as [string, Content, typeof title][])('%s', (standing, draft, suggestion) => expect(standingOf(draft, whole('IDENTITY'), suggestion)).toBe(standing))

  test.each([
    ['the line is there', 'Memberi contoh', 'Memberi dua contoh', 'CURRENT'],
    ['the line was reworded by somebody', 'Memberi contoh baik', 'x', 'OUTDATED'],
    ['the line says it already', 'Memberi contoh lama', 'Memberi contoh', 'SAME'],
    ['a line more', '', 'Baru', 'CURRENT'],
    ['a line more that is there', '', 'Memberi contoh', 'SAME'],
    ['a line to strike that is gone', 'Sudah hilang', '', 'SAME'],
  ])('of a list: %s', (_, from, to, standing) => expect(standingOf(content(), at('OUTCOMES', 'o1'), { field: 'indicators', from, to })).toBe(standing))

  test('of an element that was taken away: gone', () => {
    const place = at('OUTCOMES', 'o9')
    expect(standingOf(content(), place, { field: 'text', from: '', to: 'x' })).toBe('GONE')
    expect(nowOf(content(), place, { field: 'text', from: '' })).toBeNull()
  })
})

describe('the tables of states', () => {
  test('every state is reached', () => {
    expect(unreachable(threadMoves, 'OPEN')).toEqual([])
    expect(unreachable(suggestionMoves, 'PENDING')).toEqual([])
  })
  test('what was answered is answered', () => {
    for (const state of ['ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const) expect(movesFrom(suggestionMoves, state)).toEqual([])
  })
})
