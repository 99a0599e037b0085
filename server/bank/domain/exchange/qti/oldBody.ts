import { openEssay, type ForeignBody, type ForeignGap, type ForeignNumber, type LossCode, type UnreadableCode } from '../foreign.ts'
import { bare, xml } from '../written.ts'
import { childOf, childrenOf, within, type Element } from '../xml.ts'
import { takenFrom, type Said } from './feedback.ts'
import { oldCalculated } from './oldCalculated.ts'

export type OldRead = { body: ForeignBody; text?: string; lost?: LossCode[] } | { code: UnreadableCode }
const noneRight: OldRead = { code: 'NO_RIGHT_ANSWER' }
const FILE_KINDS = ['PDF', 'DOCUMENT', 'SHEET', 'SLIDES', 'IMAGE', 'ARCHIVE'] as const

/** The words of a material as HTML, whatever it says they are. */
export function htmlIn(material: Element | undefined): string {
  return childrenOf(material, 'mattext').map(one => (one.attributes.texttype === 'text/html' ? one.text : xml(one.text))).join(' ').trim()
}

/** What an item of QTI 1.2 asks, by Canvas's name for its type. */
export function oldBody(type: string, item: Element, presentation: Element | undefined, said: Said): OldRead {
  switch (type) {
    case 'multiple_choice_question':
    case 'multiple_answers_question': return choiceOf(item, presentation, said, type === 'multiple_choice_question')
    case 'true_false_question': return truthOf(item, presentation, said)
    case 'short_answer_question': {
      const answers = rightOf(item).map(({ value }) => ({ text: value, fraction: 1, feedback: takenFrom(said, value) }))
      return answers.length === 0 ? noneRight : { body: { kind: 'SHORT_ANSWER', caseSensitive: false, answers } }
    }
    case 'numerical_question': {
      const answers = numbersOf(item)
      return answers.length === 0 ? noneRight : { body: { kind: 'NUMERIC', answers, units: [], unitPenalty: 0.1 } }
    }
    case 'matching_question': return matchOf(item, presentation)
    case 'fill_in_multiple_blanks_question':
    case 'multiple_dropdowns_question': return blanksOf(item, presentation, type === 'multiple_dropdowns_question')
    case 'calculated_question': return oldCalculated(item, htmlIn(childOf(presentation, 'material')))
    case 'essay_question': return { body: openEssay }
    case 'file_upload_question': return { body: { kind: 'FILE', file: { maxFiles: 1, accept: [...FILE_KINDS] } } }
    case 'text_only_question': return { body: { kind: 'DESCRIPTION' } }
    default: return { body: { kind: 'OTHER', type: (type || 'qti 1.2').slice(0, 40) } }
  }
}

type Right = { respident: string; value: string }
/** What is said to be equal within a condition that gives points; what stands in a `not` is not. */
function rightOf(item: Element): Right[] {
  const giving = within(childOf(item, 'resprocessing'), 'respcondition').filter(one => childrenOf(one, 'setvar').some(set => Number(set.text) > 0))
  const equal = (element: Element): Right[] => element.children.flatMap(child => (child.name === 'not' ? [] : child.name === 'varequal' ? [{ respident: child.attributes.respident ?? '', value: child.text.trim() }] : equal(child)))
  return giving.flatMap(one => childrenOf(one, 'conditionvar').flatMap(equal))
}

const labelsIn = (element: Element | undefined) => within(element, 'response_label').map(one => ({ id: one.attributes.ident ?? '', html: htmlIn(childOf(one, 'material')) }))

function choiceOf(item: Element, presentation: Element | undefined, said: Said, single: boolean): OldRead {
  const labels = labelsIn(presentation)
  const right = new Set(rightOf(item).map(({ value }) => value))
  if (labels.length < 2) return { code: 'NO_ANSWER' }
  if (!labels.some(({ id }) => right.has(id))) return noneRight
  return { body: { kind: 'CHOICE', single, choices: labels.map(({ id, html }) => ({ text: html, fraction: right.has(id) ? 1 : 0, feedback: takenFrom(said, id) })), ...(single ? {} : { allOrNothing: true }) } }
}

function truthOf(item: Element, presentation: Element | undefined, said: Said): OldRead {
  const [right] = rightOf(item)
  const labels = labelsIn(presentation)
  const name = labels.find(({ id }) => id === right?.value)?.html.trim().toLowerCase()
  if (name === undefined) return noneRight
  const feedback = (isRight: boolean) => labels.filter(({ id }) => (id === right!.value) === isRight).map(({ id }) => takenFrom(said, id)).filter(Boolean).join(' ')
  return { body: { kind: 'TRUE_FALSE', right: /^(true|benar|t)$/.test(name), feedbackRight: feedback(true), feedbackWrong: feedback(false) } }
}

/** A number with what may be added and taken away, or the middle of two bounds. */
function numbersOf(item: Element): ForeignNumber[] {
  const conditions = within(childOf(item, 'resprocessing'), 'respcondition').filter(one => childrenOf(one, 'setvar').some(set => Number(set.text) > 0))
  return conditions.flatMap((one): ForeignNumber[] => {
    const bound = (name: string) => within(one, name).map(({ text }) => Number(text)).find(Number.isFinite)
    const [exact, low, high] = [bound('varequal'), bound('vargte') ?? bound('vargt'), bound('varlte') ?? bound('varlt')]
    if (low !== undefined && high !== undefined) {
      const value = exact ?? (low + high) / 2
      return [{ value, tolerance: Math.max(Math.abs(value - low), Math.abs(high - value)), fraction: 1, feedback: '' }]
    }
    return exact === undefined ? [] : [{ value: exact, tolerance: 0, fraction: 1, feedback: '' }]
  })
}

function matchOf(item: Element, presentation: Element | undefined): OldRead {
  const right = new Map(rightOf(item).map(({ respident, value }) => [respident, value]))
  const groups = within(presentation, 'response_lid').map(one => ({ stem: htmlIn(childOf(one, 'material')), labels: labelsIn(one), right: right.get(one.attributes.ident ?? '') }))
  const pairs = groups.flatMap(({ stem, labels, right: id }) => labels.filter(label => label.id === id).map(({ html }) => ({ stem, match: bare(html) })))
  const matched = new Set(pairs.map(({ match }) => match))
  const unused = [...new Set(groups.flatMap(({ labels }) => labels.map(({ html }) => bare(html))))].filter(match => !matched.has(match)).map(match => ({ stem: '', match }))
  return pairs.length < 2 ? noneRight : { body: { kind: 'MATCHING', pairs: [...pairs, ...unused] } }
}

/** Blanks named in the text as [name]: typed, or chosen from a list. */
function blanksOf(item: Element, presentation: Element | undefined, chosen: boolean): OldRead {
  const right = rightOf(item)
  const gaps: ForeignGap[] = []
  let text = htmlIn(childOf(presentation, 'material')).replaceAll('[[', '[ [')
  for (const lid of within(presentation, 'response_lid')) {
    const name = childOf(lid, 'material')?.children[0]?.text.trim() ?? ''
    const accepted = new Set(right.filter(({ respident }) => respident === lid.attributes.ident).map(({ value }) => value))
    const answers = labelsIn(lid).map(({ id: label, html }) => ({ text: html, fraction: accepted.has(label) ? 1 : 0, feedback: '' }))
    const id = `g${gaps.length + 1}`
    if (!text.includes(`[${name}]`) || !answers.some(({ fraction }) => fraction > 0)) return noneRight
    text = text.replace(`[${name}]`, () => `[[${id}]]`)
    gaps.push(chosen ? { id, weight: 1, kind: 'CHOICE', answers } : { id, weight: 1, kind: 'TEXT', answers, caseSensitive: false })
  }
  return gaps.length === 0 ? noneRight : { body: { kind: 'CLOZE', gaps }, text }
}
