import { dateSpan, decimal, longDate, numberInWords } from '../../lib/words.ts'
import { formatNip } from '../../people/index.ts'
import type { CertificateFacts } from './facts.ts'
import { margin, paper, type Box, type Colour, type Page, type Role, type TextBox, type Words } from './boxes.ts'
import { wrap, type Face, type Measure, type Style } from '../../lib/text.ts'

const inner = paper.width - 2 * margin
const footHeight = 118
const emblem = 44

type Block = { style: Style; text: string; width: number; colour: Colour; role: Role; before: number }

/** The front: what is said about whom, from the top; who signs and how to verify, at the foot. Long texts shrink to fit. */
export function frontPage(facts: CertificateFacts, words: Words, measure: Measure): Page {
  const foot = paper.height - margin - footHeight
  // A tenth smaller at a time; at half size even 120 letters of name and 200 of title fit.
  for (let scale = 1; ; scale *= 0.94) {
    const body = bodyOf(facts, words, measure, scale)
    if (body.bottom <= foot - 8 || scale < 0.45) {
      const slack = Math.max(0, foot - 8 - body.bottom) / 2
      return { boxes: [...body.boxes.map(box => ({ ...box, y: box.y + slack * 0.8 })), ...footOf(facts, words, measure, foot)] }
    }
  }
}

function bodyOf(facts: CertificateFacts, words: Words, measure: Measure, scale: number): { boxes: Box[]; bottom: number } {
  const { say, language } = words
  const { training, qualification, person } = facts
  const style = (face: Face, size: number, leading = 1.25): Style => ({ face, size: size * scale, leading })
  const boxes: Box[] = [{ kind: 'emblem', x: paper.width / 2 - (emblem * scale) / 2, y: margin, width: emblem * scale, height: emblem * scale, alt: say('alt.emblem') }]
  let y = margin + emblem * scale
  const add = ({ style, text, width, colour, role, before }: Block) => {
    const box = textBox(text, style, { x: (paper.width - width) / 2, y: y + before * scale, width, align: 'center', colour, role }, measure)
    boxes.push(box)
    y = box.y + box.height
  }
  add({ style: style('sansBold', 11), text: training.organiser.toUpperCase(), width: inner * 0.9, colour: 'primary', role: 'P', before: 5 })
  add({ style: style('sans', 9), text: `${say('with')} ${training.partner}`, width: inner * 0.9, colour: 'soft', role: 'P', before: 1 })
  add({ style: style('serifBold', 25, 1.15), text: say(`title.${facts.kind}`), width: inner, colour: 'primary', role: 'H1', before: 9 })
  add({ style: style('sans', 10), text: say('number', { number: facts.number }), width: inner, colour: 'ink', role: 'P', before: 5 })
  add({ style: style('serif', 10.5, 1.3), text: say('legal'), width: inner * 0.78, colour: 'ink', role: 'P', before: 8 })
  add({ style: style('serifBold', 22, 1.15), text: person.name, width: inner * 0.92, colour: 'ink', role: 'H2', before: 8 })
  y = identity(facts, words, measure, scale, y + 11 * scale, boxes)
  const verdict = qualification ? say('passed', { qualification: say(`qualification.${qualification.code}`) }) : say('attended')
  add({ style: style('sansBold', 12), text: verdict, width: inner * 0.9, colour: 'primary', role: 'P', before: 9 })
  add({ style: style('serifBold', 14, 1.2), text: training.title, width: inner * 0.92, colour: 'ink', role: 'P', before: 5 })
  const told = say(training.venue ? 'training' : 'training.anywhere', {
    code: training.code, className: training.className, organiser: training.organiser, partner: training.partner,
    method: say(`method.${training.method}`), dates: dateSpan(training.startsOn, training.endsOn, language), venue: training.venue,
    jp: facts.jp, words: numberInWords(facts.jp, language),
  })
  add({ style: style('serif', 10.5, 1.35), text: told, width: inner * 0.88, colour: 'ink', role: 'P', before: 4 })
  return { boxes, bottom: y }
}

/** Label and value, in two columns. Rows that are not known are left out. Gives where they end. */
function identity({ person }: CertificateFacts, { say, language }: Words, measure: Measure, scale: number, top: number, boxes: Box[]): number {
  const birth = [person.birthPlace, person.birthDate && longDate(person.birthDate, language)].filter(Boolean).join(', ')
  const rows: [string, string | null][] = [
    ['nip', person.nip && formatNip(person.nip)], ['birth', birth], ['rank', person.rank], ['position', person.position], ['agency', person.agency],
  ]
  const known = rows.filter((row): row is [string, string] => Boolean(row[1]))
  const half = Math.ceil(known.length / 2)
  const columnWidth = inner * 0.45
  const labelWidth = 112 * scale
  const style: Style = { face: 'sans', size: 9.5 * scale, leading: 1.3 }
  const ends = [known.slice(0, half), known.slice(half)].map((column, at) => {
    let y = top
    const x = margin + inner * 0.04 + at * (columnWidth + inner * 0.03)
    for (const [key, value] of column) {
      const label = textBox(say(key), style, { x, y, width: labelWidth, align: 'left', colour: 'soft', role: 'P' }, measure)
      const text = textBox(value, { ...style, face: 'sansBold' }, { x: x + labelWidth, y, width: columnWidth - labelWidth, align: 'left', colour: 'ink', role: 'P' }, measure)
      boxes.push(label, text)
      y += Math.max(label.height, text.height) + 2 * scale
    }
    return y
  })
  return Math.max(...ends)
}

/** Left: QR code, address, and that this is no electronic signature. Right: place, day, and who signs. */
function footOf(facts: CertificateFacts, { say, language }: Words, measure: Measure, top: number): Box[] {
  const qr = 94
  const left = margin + 8
  const { signatory } = facts
  const beside = { x: left + qr + 12, width: 240, align: 'left', role: 'P' } as const
  const small: Style = { face: 'sans', size: 8, leading: 1.3 }
  const verify = textBox(say('verify'), small, { ...beside, y: top + 20, colour: 'soft' }, measure)
  const url = textBox(facts.verifyUrl, small, { ...beside, y: verify.y + verify.height, colour: 'ink' }, measure)
  const unsigned = textBox(say('unsigned'), { ...small, face: 'sansBold' }, { ...beside, y: url.y + url.height + 6, colour: 'accent' }, measure)

  const signing = { x: paper.width - margin - 300, width: 292, align: 'center', role: 'P' } as const
  const fit = (text: string, face: Face, size: number, lines: number): Style => {
    let style: Style = { face, size, leading: 1.25 }
    while (wrap(text, style, signing.width, measure).length > lines && style.size > 5) style = { ...style, size: style.size - 0.5 }
    return style
  }
  const day = textBox(say('placeDate', { place: facts.issuePlace, date: longDate(facts.issuedAt, language) }), fit('x', 'sans', 9.5, 1), { ...signing, y: top, colour: 'ink' }, measure)
  const position = textBox(signatory.position, fit(signatory.position, 'sansBold', 9.5, 2), { ...signing, y: day.y + day.height, colour: 'ink' }, measure)
  const nip = signatory.nip ? say('signatoryNip', { nip: formatNip(signatory.nip) }) : ''
  const nipBox = textBox(nip, { face: 'sans', size: 9, leading: 1.25 }, { ...signing, y: top + footHeight - 20, colour: 'soft' }, measure)
  const nameStyle = fit(signatory.name, 'serifBold', 11.5, 1)
  const name = textBox(signatory.name, nameStyle, { ...signing, y: nipBox.y - nameStyle.size * nameStyle.leading - 1, colour: 'ink' }, measure)
  return [
    { kind: 'qr', x: left, y: top + 6, width: qr, height: qr, alt: say('alt.qr', { url: facts.verifyUrl }) },
    verify, url, unsigned, day, position, name, ...(nip ? [nipBox] : []),
  ]
}

type Place = Pick<TextBox, 'x' | 'y' | 'width' | 'align' | 'colour' | 'role'>

/** A box of wrapped text, as high as its lines. */
export function textBox(text: string, style: Style, place: Place, measure: Measure): TextBox {
  const lines = wrap(text, style, place.width, measure)
  return { kind: 'text', ...place, lines, style, height: lines.length * style.size * style.leading }
}

export const markText = (mark: number | null, language: 'id' | 'en'): string => (mark === null ? '–' : decimal(mark, 2, language))
