import { describe, expect, test } from '@jest/globals'
import { draftOf, hoursOf, linesOf, nextCode, patchOf, type Content } from '../../client/curriculum/content.ts'
import { diffOf } from '../../client/curriculum/diff.ts'
import { shortHash } from '../../client/curriculum/looks.ts'
import { timelineOf } from '../../client/partner/timeline.ts'

const hours = (theory: number, practice: number, field: number) => {
  const total = theory + practice + field
  return { theory, practice, field, total, practiceShare: total ? (practice + field) / total : 0 }
}
const subject = (id: string, title: string, of = hours(2, 2, 0)) => ({ id, title, description: '', topics: [], outcomes: [], hours: of })
const content = (fields: Partial<Content> = {}): Content => ({
  title: 'Judul', mode: 'BLENDED', audience: '', summary: '', faculty: '', kind: { id: 3, name: 'Diklat Teknis', flag: 'T', practiceTarget: 0.6, practiceFloor: 0.5 },
  outcomes: [{ id: 'o1', code: 'CP-1', text: 'Satu' }], competencies: [], subjects: [subject('s1', 'Dasar'), subject('s2', 'Lanjut')], assessments: [],
  references: ['UU 25/2009'], hours: hours(4, 4, 0), ...fields,
})

describe('what changed between two contents', () => {
  test('nothing where they are alike', () => expect(diffOf(content(), content())).toEqual({ sections: [], hours: null }))
  test('is told by section, in names of things', () => {
    const after = content({ title: 'Judul baru', references: ['PermenPANRB 14/2017'], outcomes: [{ id: 'o1', code: 'CP-1', text: 'Lain' }, { id: 'o2', code: 'CP-2', text: 'Dua' }] })
    expect(diffOf(content(), after).sections).toEqual([
      { section: 'IDENTITY', added: [], removed: [], changed: ['title'], moved: false },
      { section: 'OUTCOMES', added: ['CP-2 Dua'], removed: [], changed: ['CP-1 Lain'], moved: false },
      { section: 'REFERENCES', added: ['PermenPANRB 14/2017'], removed: ['UU 25/2009'], changed: [], moved: false },
    ])
  })
  test('another order is a change of its own', () => {
    const after = content({ subjects: [...content().subjects].reverse() })
    expect(diffOf(content(), after).sections).toEqual([{ section: 'SUBJECTS', added: [], removed: [], changed: [], moved: true }])
  })
  test('what is only added or taken away moves nothing', () => {
    expect(diffOf(content(), content({ subjects: [subject('s0', 'Awal'), ...content().subjects] })).sections[0]).toMatchObject({ added: ['Awal'], moved: false })
  })
  test('says how many hours there were and are', () => expect(diffOf(content(), content({ hours: hours(5, 5, 2) })).hours).toEqual({ before: 8, after: 12 }))
})

describe('a draft', () => {
  test('is the author’s own copy', () => {
    const original = content()
    const draft = draftOf('SUBJECTS', original)
    draft[0]!.topics.push('baru')
    expect(original.subjects[0]!.topics).toEqual([])
  })
  test('is sent as the patch of its section, an empty number as 0', () => {
    const [first] = draftOf('SUBJECTS', content())
    expect(patchOf('SUBJECTS', [{ ...first!, theory: null }])).toEqual({ subjects: [expect.objectContaining({ id: 's1', theory: 0, practice: 2 })] })
  })
  test('a level one comes from may stay unknown', () => {
    const competency = { id: 'k', code: 'M.01', name: 'x', kind: 'MANAGERIAL' as const, fromLevel: null, toLevel: null }
    expect(patchOf('COMPETENCIES', [competency])).toEqual({ competencies: [{ ...competency, fromLevel: null, toLevel: 0 }] })
  })
  test('its hours add up while they are typed', () => expect(hoursOf([{ theory: 2, practice: null, field: 6 }])).toEqual(hours(2, 0, 6)))
})

test.each([[[], 'CP-1'], [['CP-1', 'CP-4', 'X'], 'CP-5']])('after %j comes %s', (codes, next) => expect(nextCode('CP-', codes)).toBe(next))
test('lines are what is written on them', () => expect(linesOf(' a \n\n b')).toEqual(['a', 'b']))
test('a hash is compared by its first twelve digits', () => expect(shortHash('0123456789abcdef')).toBe('0123 4567 89ab'))

describe('the timeline of agreements', () => {
  test('there is none of nothing', () => expect(timelineOf([], '2026-01-01')).toBeNull())
  test('reaches over whole years, with today on it; the last day counts', () => {
    const picture = timelineOf([
      { id: 'b', startsOn: '2026-01-01', endsOn: '2026-12-31' }, { id: 'a', startsOn: '2025-01-01', endsOn: '2025-12-31' },
    ], '2026-01-01')!
    expect(picture.years).toEqual([{ year: 2025, at: 0 }, { year: 2026, at: 50 }])
    expect(picture.now).toBe(50)
    expect(picture.bars.map(({ row, from, width }) => [row.id, from, width])).toEqual([['a', 0, 50], ['b', 50, 50]])
  })
})
