import { blank, type Foreign, type ForeignBody, type ForeignGap, type LossCode, type Unreadable } from '../foreign.ts'
import { folderOf } from '../references.ts'
import { childOf, within, type Element } from '../xml.ts'
import { declaredOf, pointsOf, type Declared } from './declared.ts'
import { saidIn } from './feedback.ts'
import { gapOf } from './gaps.ts'
import { bodyOf, type Read } from './interactions.ts'
import { htmlOf, wordsOf, type Found } from './tree.ts'

/** What a learner does something with; `endAttempt` asks for hints and is no answer. */
const interactions = [
  'choiceInteraction', 'orderInteraction', 'associateInteraction', 'matchInteraction', 'gapMatchInteraction', 'inlineChoiceInteraction', 'textEntryInteraction',
  'extendedTextInteraction', 'hottextInteraction', 'hotspotInteraction', 'selectPointInteraction', 'graphicOrderInteraction', 'graphicAssociateInteraction', 'graphicGapMatchInteraction',
  'positionObjectInteraction', 'sliderInteraction', 'mediaInteraction', 'drawingInteraction', 'uploadInteraction', 'customInteraction', 'portableCustomInteraction',
]
const inline = ['textEntryInteraction', 'inlineChoiceInteraction']
/** Answered freely: nothing is declared to be right. */
const open = ['extendedTextInteraction', 'uploadInteraction']

/** An item of QTI 2.1, 2.2 or 3.0 (`asQti2` first): one question, or why it is none. */
export function parseItem(item: Element, part: string): Foreign | Unreadable {
  const found: Found = { lost: new Set(), folder: folderOf(part), files: [], feedback: [] }
  const body = childOf(item, 'itemBody')
  const asked = within(body, ...interactions)
  const at = { line: item.line, part }
  const response = asked.length === 1 ? asked[0]!.attributes.responseIdentifier ?? '' : null
  found.said = saidIn(item, response, response === null ? [] : declaredOf(item, response)?.correct ?? [], found)
  const read = !body ? { code: 'NO_ANSWER' as const } : readBody(item, body, asked, found)
  if ('code' in read) return { ...at, code: read.code, facts: { name: (item.attributes.title ?? '').slice(0, 100) } }
  const [first] = asked
  const declared = first ? declaredOf(item, first.attributes.responseIdentifier ?? '') : null
  const feedback = feedbackOf(found)
  if (within(body, 'endAttemptInteraction').length > 0 || item.attributes.adaptive === 'true') found.lost.add('FEEDBACK_RULES')
  const lost: LossCode[] = [...(read.lost ?? []), ...found.lost, ...(asked.length === 1 && declared?.rule === 'CUSTOM' && !open.includes(first!.name) ? ['PART_MARKS' as const] : [])]
  return {
    ...blank(item.line, read.body), part, name: item.attributes.title ?? '', text: read.text, format: 'HTML', feedback, outcomeFeedback: found.said.outcome,
    points: asked.length > 1 ? pointsOf(item, null) : pointsOf(item, declared), files: found.files, lost: [...new Set(lost)],
  }
}

type Whole = { body: ForeignBody; text: string; lost?: LossCode[] } | Extract<Read, { code: string }>

function readBody(item: Element, body: Element, asked: readonly Element[], found: Found): Whole {
  const text = () => htmlOf(body, found, one => (interactions.includes(one.name) ? '' : undefined))
  const other = (type: string): Whole => ({ body: { kind: 'OTHER', type }, text: text() })
  if (childOf(item, 'templateDeclaration')) return other('template')
  if (asked.length === 0) return { body: { kind: 'DESCRIPTION' }, text: text() }
  const [first] = asked
  if (asked.every(({ name }) => inline.includes(name)) && (asked.length > 1 || first!.name === 'inlineChoiceInteraction' || first!.attributes['data-weight'])) return gapsOf(item, body, asked, found)
  if (asked.length > 1) return other(item.attributes.adaptive === 'true' ? 'adaptive' : 'composite')
  const declared = declaredOf(item, first!.attributes.responseIdentifier ?? '') ?? nothingDeclared
  const read = bodyOf(first!, declared, found)
  if ('code' in read) return read
  const prompt = childOf(first, 'prompt')
  const asks = prompt ? paragraph(htmlOf(prompt, found)) : ''
  const standsFor = first!.name === 'textEntryInteraction' ? gapSign(body, first!) : first!.name === 'gapMatchInteraction' ? read.text! : `${asks}${read.text ?? ''}`
  // A paragraph that held the place to write and nothing else goes with it.
  const around = standsFor === '' ? within(body, 'p', 'div').find(one => one.nodes.includes(first!) && one.children.length === 1 && one.text.trim() === '') : undefined
  return { body: read.body, lost: read.lost, text: htmlOf(body, found, one => (one === around ? '' : one === first ? standsFor : one.name === 'endAttemptInteraction' ? '' : undefined)) }
}

/** What asks is a paragraph, unless it has its own. */
const paragraph = (html: string): string => (/<(p|div|table|ul|ol|blockquote|pre)\b/.test(html) ? html : `<p>${html}</p>`)

const nothingDeclared: Declared = { single: true, isNumber: false, correct: [], rule: 'MATCH', shares: null, otherwise: 0, most: 1, caseSensitive: false, tolerance: () => 0 }

/** A place to write in the midst of a sentence shows as one; after it, it needs none. */
function gapSign(body: Element, interaction: Element): string {
  const block = [body, ...within(body, 'p', 'div', 'blockquote', 'td', 'li')].find(one => one.nodes.includes(interaction))
  const after = block?.nodes.slice(block.nodes.indexOf(interaction) + 1).map(node => (typeof node === 'string' ? node : wordsOf(node))).join('').trim()
  return after ? '_____' : ''
}

function gapsOf(item: Element, body: Element, asked: readonly Element[], found: Found): Whole {
  const gaps: ForeignGap[] = []
  for (const one of asked) {
    const declared = declaredOf(item, one.attributes.responseIdentifier ?? '')
    const gap = declared && gapOf(`g${gaps.length + 1}`, one, declared, found)
    if (!gap) return { code: 'NO_RIGHT_ANSWER' }
    gaps.push(gap)
  }
  return { body: { kind: 'CLOZE', gaps }, text: htmlOf(body, found, one => (asked.includes(one) ? `[[g${asked.indexOf(one) + 1}]]` : one.name === 'endAttemptInteraction' ? '' : undefined)) }
}

/** What is said to everyone; what depends on the answer in another way is joined to it. */
function feedbackOf({ said, feedback, lost }: Found): string {
  const rest = [...said!.byAnswer.values(), ...said!.rest]
  if (rest.length > 0) lost.add('FEEDBACK_RULES')
  return [...said!.general, ...rest, ...feedback].filter(Boolean).join(' ')
}
