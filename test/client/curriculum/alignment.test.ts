import { describe, expect, test } from '@jest/globals'
import { alignmentOf, signatureOf, type AlignmentContent } from '../../../client/curriculum/alignment/alignment.ts'
import { placeAfter } from '../../../client/curriculum/alignment/gridKeys.ts'
import { open, linked, patchOf, possible, wished, type Link } from '../../../client/curriculum/alignment/links.ts'
import { besideOf, pathsOf, pictureOf } from '../../../client/curriculum/alignment/picture.ts'

const activity = (...outcomes: string[]) => ({ outcomes })
const content = (fields: Partial<AlignmentContent> = {}): AlignmentContent => ({
  outcomes: [{ id: 'o1', code: 'CP-1', text: 'Satu', level: 'C2' }, { id: 'o2', code: 'CP-2', text: 'Dua', level: null }, { id: 'o3', code: 'CP-3', text: 'Tiga' }],
  competencies: [{ id: 'k1', code: 'M.05', name: 'Pelayanan', need: '', outcomes: ['o1', 'o2'] }],
  subjects: [
    { id: 's1', title: 'Dasar', outcomes: ['o1', 'o2'], activities: [activity('o1'), activity('o1', 'o2')] },
    { id: 's2', title: 'Lanjut', outcomes: [], activities: [] },
  ],
  assessments: [
    { id: 'a1', kind: 'QUIZ', title: 'Kuis', subject: 's1', outcomes: ['o1'], blueprint: [{ outcome: 'o1', level: 'C2', items: 3 }, { outcome: 'o1', level: 'C1', items: 2 }] },
    { id: 'a2', kind: 'PRACTICUM', title: 'Praktik', subject: 's2', outcomes: ['o2'], blueprint: [] },
  ],
  ...fields,
})

describe('the alignment matrix', () => {
  test('has a row for each outcome and a column for each competency, subject and assessment', () => {
    const { rows, columns } = alignmentOf(content())
    expect(rows.map(({ code, level, cells }) => [code, level, cells.map(({ linked: is }) => (is ? 1 : 0)).join('')])).toEqual([['CP-1', 'C2', '11010'], ['CP-2', null, '11001'], ['CP-3', null, '00000']])
    expect(columns.map(({ side, id, number, kind }) => [side, id, number, kind])).toEqual([
      ['COMPETENCIES', 'k1', 1, null], ['SUBJECTS', 's1', 1, null], ['SUBJECTS', 's2', 2, null], ['ASSESSMENTS', 'a1', 1, 'QUIZ'], ['ASSESSMENTS', 'a2', 1, 'PRACTICUM'],
    ])
  })
  test('says how deep a link goes: activities of a subject, questions of a blueprint by level', () => {
    const [first] = alignmentOf(content()).rows
    expect(first!.cells.map(({ depth }) => depth)).toEqual([0, 2, 0, 5, 0])
    expect(first!.cells[3]!.levels).toEqual([['C1', 2], ['C2', 3]])
  })
  test('names what each outcome lacks and which columns link to nothing', () => {
    const { rows, gaps } = alignmentOf(content())
    expect(rows.map(row => row.gaps)).toEqual([[], [], ['NOT_TAUGHT', 'NOT_ASSESSED', 'NOT_DEVELOPING']])
    expect(gaps).toEqual([{ code: 'NOT_TAUGHT', ids: ['o3'] }, { code: 'NOT_ASSESSED', ids: ['o3'] }, { code: 'NOT_DEVELOPING', ids: ['o3'] }, { code: 'EMPTY_SUBJECTS', ids: ['s2'] }])
  })
  test('what a subject claims without an activity for it is a gap of its own', () => {
    const bare = content({ subjects: [{ id: 's1', title: 'Dasar', outcomes: ['o1', 'o2'], activities: [activity('o1')] }] })
    expect(alignmentOf(bare).rows[1]!.gaps).toEqual(['NOT_PRACTISED'])
  })
  test('a depth without a link is seen, and is no link', () => {
    const [first] = alignmentOf(content({ assessments: [{ ...content().assessments[0]!, outcomes: [] }] })).rows
    expect(first!.cells[3]).toMatchObject({ linked: false, depth: 5 })
    expect(first!.gaps).toEqual(['NOT_ASSESSED'])
  })
  test('links to outcomes that are not there are passed over', () => expect(() => alignmentOf(content({ outcomes: [] }))).not.toThrow())
  test('only a row that shows something else has another signature', () => {
    const [before, after] = [alignmentOf(content()), alignmentOf(linked(content(), [{ side: 'SUBJECTS', column: 's2', outcome: 'o3', on: true }]))]
    expect(after.rows.map((row, at) => signatureOf(row) === signatureOf(before.rows[at]!))).toEqual([true, true, false])
  })
})

describe('linking in place', () => {
  const link = (side: Link['side'], column: string, outcome: string, on: boolean): Link => ({ side, column, outcome, on })
  test('a link comes where its outcome stands, and leaves the others as they were', () => {
    const before = content({ subjects: [{ ...content().subjects[0]!, outcomes: ['o3', 'o1'] }] })
    expect(linked(before, [link('SUBJECTS', 's1', 'o2', true)]).subjects[0]!.outcomes).toEqual(['o2', 'o3', 'o1'])
    expect(linked(before, [link('SUBJECTS', 's1', 'o3', false)]).subjects[0]!.outcomes).toEqual(['o1'])
  })
  test('said twice it is said once, and the last word counts', () => {
    const wishes = [true, true, false].map(on => link('SUBJECTS', 's2', 'o1', on)).reduce<Link[]>(wished, [])
    expect(wishes).toEqual([link('SUBJECTS', 's2', 'o1', false)])
    expect(open(content(), wishes)).toEqual([])
    const once = linked(content(), [link('SUBJECTS', 's2', 'o1', true)])
    expect(linked(once, [link('SUBJECTS', 's2', 'o1', true)])).toEqual(once)
  })
  test('only the sections concerned are sent, whole; nothing when nothing would change', () => {
    const draft = { ...content(), subjects: content().subjects.map(one => ({ ...one, __typename: 'Subject', description: 'x', topics: [], hours: { theory: 2, practice: 1, field: 0, __typename: 'Hours' } })) }
    const patch = patchOf(draft, [link('SUBJECTS', 's2', 'o3', true), link('COMPETENCIES', 'k1', 'o1', true)])
    expect(Object.keys(patch!)).toEqual(['subjects'])
    expect(patch!.subjects![1]).toEqual({ id: 's2', title: 'Lanjut', description: 'x', topics: [], theory: 2, practice: 1, field: 0, outcomes: ['o3'], activities: [] })
    expect(patchOf(draft, [link('COMPETENCIES', 'k1', 'o1', true)])).toBeNull()
  })
  test('what somebody removed meanwhile can no longer be linked', () => {
    expect(possible(content(), link('SUBJECTS', 'gone', 'o1', true))).toBe(false)
    expect(open(content(), [link('ASSESSMENTS', 'a1', 'gone', true)])).toEqual([])
  })
})

test.each([
  ['ArrowRight', false, [0, 1]], ['ArrowLeft', false, [0, 0]], ['ArrowDown', false, [1, 0]], ['ArrowUp', false, [0, 0]], ['End', false, [0, 4]], ['End', true, [2, 4]],
  ['Home', true, [0, 0]], ['PageDown', false, [2, 0]], ['Tab', false, null], ['a', false, null],
] as const)('in the grid %s (ctrl %s) leads to %j', (key, ctrl, to) =>
  expect(placeAfter({ key, ctrl }, { row: 0, column: 0 }, { rows: 3, columns: 5 })).toEqual(to && { row: to[0], column: to[1] }))

describe('the picture', () => {
  const names = { subject: (number: number) => `MP ${number}`, assessment: (kind: string, number: number) => `${kind} ${number}` }
  const picture = pictureOf(content(), names)
  const knot = (id: string) => picture.knots.find(one => one.id === id)!
  test('joins competencies, outcomes, subjects and assessments by what links them', () => {
    expect(picture.threads.map(({ key, gap }) => `${key}${gap ? ' gap' : ''}`)).toEqual(['k1>o1', 'k1>o2', 'o1>s1', 'o2>s1', 's1>a1', 's2>a2 gap', 'o2>a2 gap'])
  })
  test('marks what hangs loose', () => expect(picture.knots.filter(({ loose }) => loose).map(({ id }) => id)).toEqual(['o3', 's2']))
  test('lights up the paths through a thing, and nothing else of its own layer', () => {
    const { knots, threads } = pathsOf(picture, knot('a1'))
    expect([...knots]).toEqual(['k1', 'o1', 's1', 'a1'])
    expect([...threads]).toEqual(['k1>o1', 'o1>s1', 's1>a1'])
  })
  test('stands nothing upon another', () => {
    for (const a of picture.knots) for (const b of picture.knots) if (a !== b && a.layer === b.layer) expect(Math.abs(a.y - b.y)).toBeGreaterThan(44)
    expect(Math.max(...picture.knots.map(({ y }) => y + 44))).toBeLessThanOrEqual(picture.height)
  })
  test('arrow keys lead along a layer and to the nearest beside it', () => {
    expect(besideOf(picture, knot('o1'), 'ArrowDown')?.id).toBe('o2')
    expect(besideOf(picture, knot('o1'), 'ArrowUp')).toBeNull()
    expect(besideOf(picture, knot('k1'), 'ArrowRight')?.layer).toBe('OUTCOMES')
    expect(besideOf(picture, knot('a1'), 'ArrowRight')).toBeNull()
  })
})
