import fc from 'fast-check'
import { describe, expect, test } from '@jest/globals'
import { diffOf, type ContentChange } from '../../server/curriculum/domain/diff.ts'
import { longestRise } from '../../server/curriculum/domain/diffOrder.ts'
import { redline } from '../../server/curriculum/domain/redline.ts'
import type { Content } from '../../server/curriculum/model.ts'
import { hashOf } from '../../server/curriculum/service/hash.ts'
import { contents } from './arbitraryContent.ts'

const activity = (id: string) => ({
  id, title: `Kegiatan ${id}`, form: 'THEORY' as const, stage: 'CORE' as const, minutes: 45, facilitator: '', participants: '', method: 'Ceramah', media: '', outcomes: ['o1'],
})
const base: Content = {
  title: 'Pelayanan Publik', kind: 3, mode: 'BLENDED', audience: 'Pelaksana', summary: 'Ringkas', faculty: 'FISIP',
  team: [{ id: 't1', name: 'Sari', institution: 'USU', role: 'DEVELOPER' }, { id: 't2', name: 'Budi', institution: 'USU', role: 'HEAD' }],
  outcomes: [
    { id: 'o1', code: 'CP-1', text: 'Menjelaskan standar pelayanan', level: 'C2', indicators: ['Menyebut unsur'] },
    { id: 'o2', code: 'CP-2', text: 'Menyusun maklumat', level: 'C6', indicators: [] },
  ],
  competencies: [{ id: 'k1', code: 'MP.03', name: 'Pelayanan', kind: 'MANAGERIAL', fromLevel: 1, toLevel: 2, outcomes: ['o1'], need: '' }],
  subjects: [
    { id: 's1', title: 'Standar', description: '', topics: ['Dasar'], hours: { theory: 2, practice: 0, field: 0 }, outcomes: ['o1'], activities: [activity('v1'), activity('v2')] },
    { id: 's2', title: 'Maklumat', description: '', topics: [], hours: { theory: 0, practice: 4, field: 0 }, outcomes: ['o2'], activities: [activity('v3')] },
    { id: 's3', title: 'Evaluasi', description: '', topics: [], hours: { theory: 1, practice: 0, field: 0 }, outcomes: ['o2'], activities: [] },
  ],
  assessments: [{
    id: 'a1', kind: 'QUIZ', title: 'Kuis', subject: 's1', outcomes: ['o1'], instructions: '', weight: 100, blueprint: [{ id: 'b1', outcome: 'o1', level: 'C2', items: 5 }],
  }],
  references: ['UU 25/2009 tentang Pelayanan Publik', 'PermenPANRB 15/2014'],
}
const copy = (): Content => structuredClone(base)
const told = (edit: (content: Content) => void) => {
  const after = copy()
  edit(after)
  return diffOf(base, after).map(({ kind, section, element, field }) => [kind, section, element, field].filter(Boolean).join(' '))
}

describe('what changed, by meaning', () => {
  test.each<[string, (content: Content) => void, string[]]>([
    ['an outcome reworded', c => { c.outcomes[0]!.text = 'Menerapkan standar pelayanan' }, ['REWORDED OUTCOMES o1 text']],
    ['an outcome added', c => { c.outcomes.push({ ...c.outcomes[0]!, id: 'o9' }) }, ['ADDED OUTCOMES o9']],
    ['an outcome removed', c => { c.outcomes.shift() }, ['REMOVED OUTCOMES o1']],
    ['the cognitive level of an outcome', c => { c.outcomes[0]!.level = 'C3' }, ['LEVEL OUTCOMES o1 level']],
    ['an indicator', c => { c.outcomes[0]!.indicators.push('Menyusun') }, ['REWORDED OUTCOMES o1 indicators']],
    ['the level of a competency', c => { c.competencies[0]!.toLevel = 3 }, ['LEVEL COMPETENCIES k1 toLevel']],
    ['hours moved from theory to practice', c => { c.subjects[0]!.hours = { theory: 1, practice: 1, field: 0 } }, ['HOURS SUBJECTS s1 hours.theory', 'HOURS SUBJECTS s1 hours.practice']],
    ['the minutes of an activity', c => { c.subjects[0]!.activities[1]!.minutes = 90 }, ['HOURS SUBJECTS v2 minutes']],
    ['the weight of an assessment', c => { c.assessments[0]!.weight = 60 }, ['WEIGHT ASSESSMENTS a1 weight']],
    ['a line of the blueprint', c => { c.assessments[0]!.blueprint[0]!.items = 7 }, ['VALUE ASSESSMENTS b1 items']],
    ['a person', c => { c.team[1]!.name = 'Rina' }, ['PEOPLE TEAM t2 name']],
    ['links', c => { c.subjects[0]!.outcomes = ['o1', 'o2'] }, ['LINKS SUBJECTS s1 outcomes']],
    ['the last subject carried to the front: one move', c => { c.subjects.unshift(c.subjects.pop()!) }, ['MOVED SUBJECTS s3 order']],
    ['an activity carried to another subject', c => { c.subjects[1]!.activities.push(c.subjects[0]!.activities.pop()!) }, ['MOVED SUBJECTS v2 parent']],
    ['a subject removed with its activities: one change', c => { c.subjects.splice(0, 1) }, ['REMOVED SUBJECTS s1']],
    ['an activity saved from a removed subject', c => { c.subjects[1]!.activities.push(...c.subjects.shift()!.activities.slice(0, 1)) }, ['REMOVED SUBJECTS s1', 'MOVED SUBJECTS v1 parent']],
    ['the title', c => { c.title = 'Pelayanan Prima' }, ['REWORDED IDENTITY title']],
    ['a reference mended', c => { c.references[0] = 'UU 25/2009 tentang Pelayanan Publik Prima' }, ['REWORDED REFERENCES text']],
    ['another reference', c => { c.references[1] = 'Perda Kota Medan' }, ['ADDED REFERENCES', 'REMOVED REFERENCES']],
    ['references in another order', c => { c.references.reverse() }, ['MOVED REFERENCES order']],
  ])('%s', (_, edit, expected) => {
    expect(told(edit)).toEqual(expected)
  })

  test('a change names its element, where it stands, and both values', () => {
    const after = copy()
    after.subjects[0]!.activities[0]!.method = 'Simulasi'
    expect(diffOf(base, after)).toEqual([
      { section: 'SUBJECTS', element: 'v1', parent: 's1', kind: 'REWORDED', field: 'method', label: 'Kegiatan v1', from: 'Ceramah', to: 'Simulasi' },
    ])
  })

  test('letters composed in another way are no change', () => {
    expect(told(c => { c.title = 'Pelayanan Publik'.normalize('NFD') })).toEqual([])
  })
})

describe('for any two contents', () => {
  test('a content does not differ from itself', () => {
    fc.assert(fc.property(contents(true), content => { expect(diffOf(content, structuredClone(content))).toEqual([]) }), { numRuns: 100 })
  })

  test('no change is told exactly when the hash is the same, even where an id is there twice', () => {
    fc.assert(fc.property(contents(true), contents(true), (from, to) => {
      expect(diffOf(from, to).length === 0).toBe(hashOf(from) === hashOf(to))
    }), { numRuns: 200 })
  })

  test('whatever one field of one thing becomes, that element and no other is told', () => {
    const lists = ['team', 'outcomes', 'competencies', 'subjects', 'assessments'] as const
    fc.assert(fc.property(contents(), fc.constantFrom(...lists), fc.nat(), fc.nat(), (content, list, which, field) => {
      const after = structuredClone(content)
      const thing = after[list][which % Math.max(after[list].length, 1)] as Record<string, unknown> | undefined
      fc.pre(thing !== undefined)
      const keys = Object.keys(thing!).filter(key => !['id', 'activities', 'blueprint', 'hours'].includes(key))
      const key = keys[field % keys.length]!
      const value = thing![key]
      thing![key] = Array.isArray(value) ? [...(value as unknown[]), 'baru'] : typeof value === 'number' ? value + 1 : value === 'C1' ? 'C2' : `${value as string} lagi`
      expect(diffOf(content, after).map(({ element, field: told }) => [element, told])).toEqual([[thing!.id, key]])
    }), { numRuns: 300 })
  })

  test('what was added one way was removed the other', () => {
    fc.assert(fc.property(contents(), contents(), (from, to) => {
      const count = (changes: ContentChange[], kind: string) => changes.filter(one => one.kind === kind).length
      const [there, back] = [diffOf(from, to), diffOf(to, from)]
      for (const kind of ['REWORDED', 'LEVEL', 'HOURS', 'WEIGHT', 'PEOPLE', 'VALUE', 'LINKS']) {
        if (kind !== 'REWORDED') expect(count(there, kind)).toBe(count(back, kind))
      }
      expect(there.filter(one => one.kind === 'ADDED' && one.parent === null && one.element).length)
        .toBe(back.filter(one => one.kind === 'REMOVED' && one.parent === null && one.element).length)
    }), { numRuns: 100 })
  })

  test('the longest rise rises, and none is longer', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 9 }), numbers => {
      const rise = longestRise(numbers)
      expect(rise.every((index, at) => at === 0 || (rise[at - 1]! < index && numbers[rise[at - 1]!]! < numbers[index]!))).toBe(true)
      let best = 0
      for (let mask = 0; mask < 1 << numbers.length; mask++) {
        const chosen = numbers.filter((_, index) => mask & (1 << index))
        if (chosen.every((number, at) => at === 0 || chosen[at - 1]! < number)) best = Math.max(best, chosen.length)
      }
      expect(rise.length).toBe(best)
    }), { numRuns: 60 })
  })
})

describe('redline', () => {
  test.each<[string, string, string, string]>([
    ['one word', 'Menjelaskan standar pelayanan', 'Menerapkan standar pelayanan', '[-Menjelaskan][+Menerapkan] standar pelayanan'],
    ['words side by side are one change', 'ia baca naskah ini', 'ia tulis surat ini', 'ia [-baca naskah][+tulis surat] ini'],
    ['at the end', 'data', 'data dan informasi', 'data[+ dan informasi]'],
    ['a comma', 'data, informasi', 'data informasi', 'data[-,] informasi'],
    ['from nothing', '', 'baru', '[+baru]'],
    ['to nothing', 'lama', '', '[-lama]'],
    ['nothing', 'sama saja', 'sama saja', 'sama saja'],
  ])('%s', (_, from, to, expected) => {
    expect(redline(from, to).map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`)).join('')).toBe(expected)
  })

  test('both texts can be read from it, whatever they are', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(fc.constantFrom('a', 'b', ' ', '  ', ',', 'é', '\n'), { maxLength: 30 }).map(list => list.join('')))
    fc.assert(fc.property(words, words, (from, to) => {
      const pieces = redline(from, to)
      const read = (not: string) => pieces.filter(({ kind }) => kind !== not).map(({ text }) => text).join('')
      expect(read('added')).toBe(from.normalize('NFC'))
      expect(read('removed')).toBe(to.normalize('NFC'))
      expect(pieces.every(({ text }) => text !== '')).toBe(true)
    }), { numRuns: 500 })
  })
})

test('two versions of 40 subjects and 400 activities are compared in less than 100 ms of CPU', () => {
  const big: Content = { ...copy(), subjects: Array.from({ length: 40 }, (_, s) => ({
    ...base.subjects[0]!, id: `s${s}`, activities: Array.from({ length: 10 }, (__, v) => activity(`v${s}-${v}`)),
  })) }
  const after = structuredClone(big)
  after.subjects.reverse().forEach((subject, index) => {
    subject.hours.practice += 1
    subject.activities.forEach(one => { one.method = `Metode ${index}` })
  })
  const spent = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    expect(diffOf(big, after).length).toBeGreaterThan(400)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  expect(Math.min(...spent)).toBeLessThan(100)
})
