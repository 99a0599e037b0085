import { describe, expect, test } from '@jest/globals'
import { paper, type Box, type Say } from '../../server/certificate/domain/boxes.ts'
import { layout } from '../../server/certificate/domain/layout.ts'
import { wrap } from '../../server/lib/text.ts'
import { someFacts } from '../support/certificate.ts'

/** As wide as a plain typeface: exactness is the drawing's, order is the layout's. */
const measure = (text: string, _: string, size: number) => text.length * size * 0.52
const say: Say = (key, facts = {}) => `${key} ${Object.values(facts).join(' ')}`
const pagesOf = (facts = someFacts()) => layout(facts, { say, language: 'id' }, measure)
const extent = (box: Box) => ({ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + ('height' in box ? box.height : 0) })
const textsOn = (boxes: readonly Box[]) => boxes.flatMap(box => (box.kind === 'text' ? box.lines : box.kind === 'row' ? box.cells.flatMap(cell => cell.lines) : [])).join(' ')

const words = (count: number, word = 'Penatausahaan') => Array.from({ length: count }, () => word).join(' ')

const cases: [string, ReturnType<typeof someFacts>][] = [
  ['as usual', someFacts()],
  ['a name of one word', someFacts({ person: { name: 'Sukarno' } })],
  ['a name of 120 letters', someFacts({ person: { name: words(9).slice(0, 120) } })],
  ['a name without a space', someFacts({ person: { name: 'x'.repeat(120) } })],
  ['a title of 200 letters', someFacts({ training: { title: words(16).slice(0, 200) } })],
  ['everything long', someFacts({ person: { name: words(9), position: words(12), agency: words(12), rank: words(6) }, training: { title: words(16), venue: words(10), partner: words(8), organiser: words(8) }, signatory: { position: words(12), name: words(8), nip: '197511031997112954' } })],
  ['nothing but what must be', someFacts({ person: { nip: null, birthPlace: null, birthDate: null, rank: null, position: null }, qualification: null, competencies: [], instructors: [] })],
  ['forty subjects', someFacts({ subjects: Array.from({ length: 40 }, (_, n) => ({ title: words(1 + (n % 9)), theory: 1, practice: 2, field: 0, mark: n % 3 ? 80.5 : null })) })],
]

describe.each(cases)('%s', (_, facts) => {
  const pages = pagesOf(facts)
  test('nothing leaves the paper’s border', () => {
    for (const { boxes } of pages) for (const box of boxes) {
      const { left, top, right, bottom } = extent(box)
      expect(left).toBeGreaterThanOrEqual(36)
      expect(top).toBeGreaterThanOrEqual(36)
      expect(right).toBeLessThanOrEqual(paper.width - 36)
      expect(bottom).toBeLessThanOrEqual(paper.height - 36)
    }
  })
  test('nothing covers anything else', () => {
    for (const { boxes } of pages) {
      const solid = boxes.filter(box => box.kind !== 'rule').map(extent)
      solid.forEach((a, at) => solid.slice(at + 1).forEach(b => {
        const apart = a.right <= b.left + 0.01 || b.right <= a.left + 0.01 || a.bottom <= b.top + 0.01 || b.bottom <= a.top + 0.01
        expect({ a, b, apart }).toEqual({ a, b, apart: true })
      }))
    }
  })
  test('all that must be said is said', () => {
    const front = textsOn(pages[0]!.boxes).replace(/\s+/g, '')
    for (const text of [facts.number, facts.person.name, facts.training.title, facts.training.partner, facts.signatory.name, facts.verifyUrl]) expect(front).toContain(text.replace(/\s+/g, ''))
    expect(front).toContain('unsigned')
    const back = textsOn(pages.slice(1).flatMap(page => page.boxes))
    expect(pages.slice(1).flatMap(page => page.boxes).filter(box => box.kind === 'row' && !box.head)).toHaveLength(facts.subjects.length + 1)
    for (const name of facts.competencies) expect(back).toContain(name)
  })
})

test('lines are never wider than they may be', () => {
  for (const width of [20, 60, 200]) for (const line of wrap(`${words(7)} ${'y'.repeat(80)}`, { face: 'sans', size: 10, leading: 1 }, width, measure)) {
    expect(measure(line, 'sans', 10)).toBeLessThanOrEqual(width)
  }
})
