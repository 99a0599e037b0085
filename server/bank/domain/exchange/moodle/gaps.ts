import type { ForeignBody, ForeignChoice, ForeignGap, ForeignNumber } from '../foreign.ts'
import { childOf, childrenOf, type Element } from '../xml.ts'
import { lacks, textIn } from './answers.ts'
import type { Body } from './read.ts'

/** What stands between `{weight:TYPE:` and `}`; a backslash keeps a sign from meaning anything (qtype_multianswer, 4.5). */
const GAP = /\{(\d*):([A-Z_]+):((?:\\[\s\S]|[^}\\])*)\}/g
const kinds: Readonly<Record<string, { kind: ForeignGap['kind']; caseSensitive?: true }>> = {
  ...each(['SHORTANSWER', 'SA', 'MW'], { kind: 'TEXT' }),
  ...each(['SHORTANSWER_C', 'SAC', 'MWC'], { kind: 'TEXT', caseSensitive: true }),
  ...each(['NUMERICAL', 'NM'], { kind: 'NUMBER' }),
  ...each(['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH', 'MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'], { kind: 'CHOICE' }),
}
function each<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map(name => [name, value]))
}

/** Longer than any question may be: what opens thousands of gaps and closes none would be searched for ever. */
const TEXT_MAX = 40_000

/** Moodle's embedded answers: a text with gaps in it, each with its own kind and weight. */
export function gapsOf(element: Element): Body {
  const read = gapsIn(textIn(childOf(element, 'questiontext')))
  return read && 'code' in read ? { ...read, line: element.line } : (read ?? lacks(element))
}

type Gaps = { body: ForeignBody; text: string } | { code: 'NO_RIGHT_ANSWER'; facts: { text: string } }

/** A text with gaps written in it as Moodle does; null where there are none. */
export function gapsIn(written: string): Gaps | null {
  if (written.length > TEXT_MAX) return null
  const gaps: ForeignGap[] = []
  let failed: Gaps | null = null
  const text = written.replaceAll('[[', '[ [').replace(GAP, (whole, weight: string, type: string, answers: string) => {
    const known = kinds[type]
    const gap = known ? gapOf(`g${gaps.length + 1}`, known, weight === '' ? 1 : Number(weight), answers) : null
    if (!known) failed ??= { body: { kind: 'OTHER', type: `cloze ${type}`.slice(0, 40) }, text: written }
    else if (!gap) failed ??= { code: 'NO_RIGHT_ANSWER', facts: { text: whole.slice(0, 40) } }
    if (!gap) return whole
    gaps.push(gap)
    return `[[${gap.id}]]`
  })
  return failed ?? (gaps.length === 0 ? null : { body: { kind: 'CLOZE', gaps }, text })
}

function gapOf(id: string, { kind, caseSensitive }: { kind: ForeignGap['kind']; caseSensitive?: true }, weight: number, source: string): ForeignGap | null {
  const answers = [...source.matchAll(/(?:\\[\s\S]|[^~\\])+/g)].map(([piece]) => piece.trim()).filter(Boolean).map(answerIn)
  if (!answers.some(({ fraction }) => fraction > 0)) return null
  switch (kind) {
    case 'TEXT': return { id, weight, kind, answers, caseSensitive: caseSensitive ?? false }
    case 'CHOICE': return { id, weight, kind, answers }
    case 'NUMBER': {
      const numbers = answers.filter(({ text }) => text !== '*').map(numberIn)
      return numbers.length > 0 && numbers.every(({ value, tolerance }) => Number.isFinite(value) && Number.isFinite(tolerance)) ? { id, weight, kind, numbers } : null
    }
  }
}

/** A # of an entity (&#39;) parts nothing. */
function answerIn(piece: string): ForeignChoice {
  const [, percent, right, rest] = /^(?:%(-?\d+(?:\.\d+)?)%|(=))?([\s\S]*)$/.exec(piece)!
  const [, text, feedback = ''] = /^((?:\\[\s\S]|&(?:amp;)?#|[^#\\])*)#?([\s\S]*)$/.exec(rest!)!
  return { text: plain(text!), fraction: percent === undefined ? (right ? 1 : 0) : Number(percent) / 100, feedback: plain(feedback) }
}

function numberIn({ text, fraction, feedback }: ForeignChoice): ForeignNumber {
  const [value, tolerance = '0'] = text.split(':')
  return { value: value!.trim() === '' ? Number.NaN : Number(value), tolerance: Number(tolerance), fraction, feedback }
}

const plain = (text: string): string => text.replace(/\\([}#~/"\\])/g, '$1').trim()

/** Words chosen or dragged into a text: each gap [[n]] has the n-th word as its right one, among those of its group. */
export function optionsOf(element: Element): Body {
  const options = [...childrenOf(element, 'selectoption'), ...childrenOf(element, 'dragbox')].map(option => ({ text: textIn(option), group: childOf(option, 'group')?.text.trim() || '1' }))
  const gaps: ForeignGap[] = []
  let failed: Body | null = null
  const text = textIn(childOf(element, 'questiontext')).replace(/\[\[(\d{1,3})\]\]/g, whole => {
    const at = Number(whole.slice(2, -2)) - 1
    const right = options[at]
    if (!right) {
      failed ??= { line: element.line, code: 'NO_RIGHT_ANSWER', facts: { text: whole } }
      return whole
    }
    const id = `g${gaps.length + 1}`
    gaps.push({ id, weight: 1, kind: 'CHOICE', answers: options.filter(({ group }) => group === right.group).map(one => ({ text: one.text, fraction: one === right ? 1 : 0, feedback: '' })) })
    return `[[${id}]]`
  })
  return failed ?? (gaps.length === 0 ? lacks(element) : { body: { kind: 'CLOZE', gaps }, text })
}
