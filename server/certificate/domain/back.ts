import type { CertificateFacts } from './facts.ts'
import { markText, textBox } from './front.ts'
import { margin, paper, type Box, type Page, type RowBox, type Words } from './boxes.ts'
import type { Measure, Style } from '../../lib/text.ts'

const inner = paper.width - 2 * margin
const bottom = paper.height - margin - 16
const columns = [0.06, 0.54, 0.07, 0.07, 0.07, 0.07, 0.12].map(share => share * inner)
const cell: Style = { face: 'sans', size: 9.5, leading: 1.3 }
const pad = 4

/** The back: subjects with hours and marks, competencies attained, who taught. Flows onto as many pages as it takes. */
export function backPages(facts: CertificateFacts, words: Words, measure: Measure): Page[] {
  const { say, language } = words
  const pages: Page[] = []
  let boxes: Box[] = []
  let y = 0
  const turn = () => {
    boxes = []
    pages.push({ boxes })
    const heading = textBox(say('back'), { face: 'serifBold', size: 15, leading: 1.2 }, { x: margin, y: margin, width: inner, align: 'center', colour: 'primary', role: 'H2' }, measure)
    const about = `${facts.person.name} · ${facts.training.title}`
    const whose = textBox(about, { face: 'sansBold', size: 9, leading: 1.3 }, { x: margin, y: heading.y + heading.height + 3, width: inner, align: 'center', colour: 'ink', role: 'P' }, measure)
    const number = textBox(say('page', { number: facts.number, page: pages.length + 1 }), { face: 'sans', size: 8.5, leading: 1.3 }, { x: margin, y: whose.y + whose.height + 1, width: inner, align: 'center', colour: 'soft', role: 'P' }, measure)
    boxes.push(heading, whose, number)
    y = number.y + number.height + 8
  }
  const room = (height: number) => {
    if (y + height > bottom) turn()
  }
  const row = (texts: string[], head = false, bold = head) => {
    const made = rowOf(texts, y, { head, bold }, measure)
    if (y + made.height > bottom) {
      turn()
      if (!head) row(heads(say), true)
      row(texts, head, bold)
      return
    }
    boxes.push(made, { kind: 'rule', x: margin, y: made.y + made.height, width: inner, colour: head ? 'primary' : 'soft' })
    y = made.y + made.height
  }

  turn()
  row(heads(say), true)
  facts.subjects.forEach(({ title, theory, practice, field, mark }, at) => {
    row([String(at + 1), title, ...[theory, practice, field, theory + practice + field].map(String), markText(mark, language)])
  })
  const sum = (key: 'theory' | 'practice' | 'field') => facts.subjects.reduce((total, subject) => total + subject[key], 0)
  const sums = [sum('theory'), sum('practice'), sum('field')]
  row(['', say('sum'), ...[...sums, sums.reduce((total, part) => total + part, 0)].map(String), ''], false, true)
  const paragraph = (text: string, style: Style, before: number, colour: 'ink' | 'soft' | 'primary' = 'ink') => {
    const height = textBox(text, style, { x: margin, y: 0, width: inner, align: 'left', colour, role: 'P' }, measure).height
    room(height + before)
    const box = textBox(text, style, { x: margin, y: y + before, width: inner, align: 'left', colour, role: 'P' }, measure)
    boxes.push(box)
    y = box.y + box.height
  }
  paragraph(say('hours'), { ...cell, size: 8 }, 4, 'soft')
  if (facts.qualification) {
    const { code, mark } = facts.qualification
    paragraph(say('final', { mark: markText(mark, language), qualification: say(`qualification.${code}`) }), { ...cell, face: 'sansBold', size: 11 }, 8, 'primary')
  }
  for (const [key, list] of [['competencies', facts.competencies], ['instructors', facts.instructors]] as const) {
    if (list.length === 0) continue
    paragraph(say(key), { ...cell, face: 'sansBold' }, 8)
    for (const text of list) paragraph(`•  ${text}`, cell, 1)
  }
  return pages
}

const heads = (say: Words['say']) => ['no', 'subject', 'theory', 'practice', 'field', 'total', 'mark'].map(key => say(`col.${key}`))

function rowOf(texts: readonly string[], y: number, { head, bold }: { head: boolean; bold: boolean }, measure: Measure): RowBox {
  let x = margin
  const cells = texts.map((text, at) => {
    const width = columns[at]!
    const box = textBox(text, { ...cell, face: bold ? 'sansBold' : 'sans' }, {
      x: x + pad, y: y + pad, width: width - 2 * pad, align: at === 1 ? 'left' : 'center', colour: head ? 'primary' : 'ink', role: head ? 'TH' : 'TD',
    }, measure)
    x += width
    return box
  })
  return { kind: 'row', x: margin, y, width: inner, height: Math.max(...cells.map(box => box.height)) + 2 * pad, cells, head, table: 'subjects' }
}
