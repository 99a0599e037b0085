import { openEssay, type ForeignBody, type ForeignChoice, type LossCode, type UnreadableCode } from '../foreign.ts'
import { bare, linesAsHtml } from '../written.ts'
import { childOf, childrenOf, within, type Element } from '../xml.ts'
import { shareOf, type Declared } from './declared.ts'
import { joined, takenFrom } from './feedback.ts'
import { gapMatchOf, numbersOf, textsOf } from './gaps.ts'
import { htmlOf, type Found } from './tree.ts'

/** A body with what of it is lost; `text` where the interaction holds the text itself. Or why there is none. */
export type Read = { body: ForeignBody; lost?: LossCode[]; text?: string } | { code: UnreadableCode }
const noneRight = { code: 'NO_RIGHT_ANSWER' } as const
const other = (type: string): Read => ({ body: { kind: 'OTHER', type: type.slice(0, 40) } })

/** What a block interaction asks, by its name. */
export function bodyOf(interaction: Element, declared: Declared, found: Found): Read {
  switch (interaction.name) {
    case 'choiceInteraction': return choiceOf(interaction, childrenOf(interaction, 'simpleChoice'), declared, found)
    case 'hottextInteraction': {
      const read = choiceOf(interaction, within(interaction, 'hottext'), declared, found)
      return 'code' in read ? read : { ...read, lost: [...(read.lost ?? []), 'FORM'], text: htmlOf(interaction, found, one => (one.name === 'hottext' ? `<u>${htmlOf(one, found)}</u>` : undefined)) }
    }
    case 'textEntryInteraction': {
      if (declared.isNumber) return numberOf(declared)
      const answers = textsOf(declared).map(one => ({ ...one, feedback: takenFrom(found.said!, one.text) }))
      return answers.length === 0 ? noneRight : { body: { kind: 'SHORT_ANSWER', caseSensitive: declared.caseSensitive, answers } }
    }
    case 'sliderInteraction': return { lost: ['FORM'], ...numberOf(declared) }
    case 'orderInteraction': return orderOf(interaction, declared, found)
    case 'matchInteraction': return matchOf(interaction, declared, found)
    case 'associateInteraction': return associateOf(interaction, declared, found)
    case 'gapMatchInteraction': {
      if (childOf(interaction, 'gapImg')) return other('gapMatchInteraction (gapImg)')
      const made = gapMatchOf(interaction, declared, found)
      return made ? { body: { kind: 'CLOZE', gaps: made.gaps }, text: made.text } : noneRight
    }
    case 'extendedTextInteraction': {
      const limit = (name: string) => Number(interaction.attributes[name]) || null
      return { body: { ...openEssay, minWords: limit('data-min-words'), maxWords: limit('data-max-words'), template: linesAsHtml(interaction.attributes['data-template'] ?? '') } }
    }
    case 'uploadInteraction': return { body: { kind: 'FILE', file: { maxFiles: Number(interaction.attributes['data-max-files']) || 1, accept: acceptOf(interaction.attributes.type ?? '') } } }
    default: return other(interaction.name)
  }
}

const yes = /^(true|benar|t)$/i
const no = /^(false|salah|f)$/i

function choiceOf(interaction: Element, elements: readonly Element[], declared: Declared, found: Found): Read {
  const choices = elements.map((element): ForeignChoice => {
    const own = within(element, 'feedbackInline').filter(one => one.attributes.identifier === element.attributes.identifier)
    const text = htmlOf(element, found, one => (own.includes(one) ? '' : undefined))
    return { text, fraction: shareOf(declared, element.attributes.identifier ?? ''), feedback: joined(own.map(one => htmlOf(one, found)).join(' ').trim(), takenFrom(found.said!, element.attributes.identifier ?? '')) }
  })
  if (choices.length < 2) return { code: 'NO_ANSWER' }
  const best = Math.max(...choices.map(({ fraction }) => fraction))
  if (best <= 0) return noneRight
  const texts = choices.map(({ text }) => bare(text))
  const truth = texts.findIndex(text => yes.test(text))
  if (choices.length === 2 && declared.single && declared.rule !== 'MAP' && truth >= 0 && no.test(texts[1 - truth]!)) {
    const right = choices[truth]!.fraction > 0
    return { body: { kind: 'TRUE_FALSE', right, feedbackRight: choices[right ? truth : 1 - truth]!.feedback, feedbackWrong: choices[right ? 1 - truth : truth]!.feedback } }
  }
  const fixed = elements.filter(one => one.attributes.fixed === 'true').length
  const lost: LossCode[] = interaction.attributes.shuffle === 'true' && fixed > 0 && fixed < elements.length ? ['FIXED_PLACES'] : []
  return { body: { kind: 'CHOICE', single: declared.single, choices, ...(declared.rule === 'MAP' || declared.single ? {} : { allOrNothing: true }) }, lost }
}

function numberOf(declared: Declared): Read {
  const answers = numbersOf(declared)
  return answers.length === 0 ? noneRight : { body: { kind: 'NUMERIC', answers, units: [], unitPenalty: 0.1 } }
}

const orderScorings = ['PLACES', 'PAIRS', 'SUBSEQUENCE'] as const

function orderOf(interaction: Element, declared: Declared, found: Found): Read {
  const items = new Map(childrenOf(interaction, 'simpleChoice').map(one => [one.attributes.identifier ?? '', htmlOf(one, found)]))
  const order = declared.correct.flatMap(id => items.get(id) ?? [])
  if (order.length < 2) return noneRight
  const scoring = orderScorings.find(one => one === interaction.attributes['data-scoring']) ?? null
  return { body: { kind: 'ORDERING', items: order, scoring }, lost: order.length < items.size ? ['FORM'] : [] }
}

/** Pairs that are right, and whether each counts the same and a wrong one nothing. */
function pairsOf(declared: Declared): { pairs: [string, string][]; even: boolean } {
  const gains = declared.rule === 'MAP' ? [...declared.shares!].filter(([, share]) => share > 0) : declared.correct.map((pair): [string, number] => [pair, 1])
  const even = declared.rule === 'MAP' && gains.every(([, share]) => Math.abs(share - gains[0]![1]) < 1e-9) && declared.otherwise === 0 && [...declared.shares!.values()].every(share => share >= 0)
  return { pairs: gains.map(([pair]) => pair.split(/\s+/) as [string, string]), even }
}

function matchOf(interaction: Element, declared: Declared, found: Found): Read {
  const [left, right] = childrenOf(interaction, 'simpleMatchSet').map(set => new Map(childrenOf(set, 'simpleAssociableChoice').map(one => [one.attributes.identifier ?? '', htmlOf(one, found)])))
  const { pairs, even } = pairsOf(declared)
  if (!left || !right || pairs.length === 0) return noneRight
  const partners = new Map([...left.keys()].map(id => [id, pairs.filter(([stem]) => stem === id)]))
  if ([...partners.values()].some(list => list.length > 1)) return other('matchInteraction (n:m)')
  const matched = [...partners].flatMap(([id, [pair]]) => (pair && right.has(pair[1]) ? [{ stem: left.get(id)!, match: pair[1] }] : []))
  const unused = [...right].filter(([id]) => !matched.some(({ match }) => match === id)).map(([, text]) => ({ stem: '', match: text }))
  return {
    body: { kind: 'MATCHING', pairs: plainMatches([...matched.map(({ stem, match }) => ({ stem, match: right.get(match)! })), ...unused]) },
    lost: [...(even ? [] : ['PART_MARKS' as const]), ...(matched.length < left.size ? ['FORM' as const] : [])],
  }
}

/** Partners found among one set: the first named is asked for the second. */
function associateOf(interaction: Element, declared: Declared, found: Found): Read {
  const texts = new Map(childrenOf(interaction, 'simpleAssociableChoice').map(one => [one.attributes.identifier ?? '', htmlOf(one, found)]))
  const { pairs, even } = pairsOf(declared)
  const known = pairs.filter(([a, b]) => texts.has(a) && texts.has(b))
  if (known.length === 0) return noneRight
  if (new Set(known.map(([stem]) => stem)).size < known.length) return other('associateInteraction (n:m)')
  const rest = [...texts].filter(([id]) => !known.flat().includes(id)).map(([, match]) => ({ stem: '', match }))
  return { body: { kind: 'MATCHING', pairs: plainMatches([...known.map(([a, b]) => ({ stem: texts.get(a)!, match: texts.get(b)! })), ...rest]) }, lost: ['FORM', ...(even ? [] : ['PART_MARKS' as const])] }
}

/** Matches are plain text: their markup is left out, their signs are themselves. */
const plainMatches = (pairs: readonly { stem: string; match: string }[]) => pairs.map(({ stem, match }) => ({ stem, match: bare(match) }))

const kindsOfFiles = { PDF: /pdf/, DOCUMENT: /word|opendocument\.text/, SHEET: /sheet|excel/, SLIDES: /presentation|powerpoint/, IMAGE: /image/, ARCHIVE: /zip|archive/ } as const
type FileKind = keyof typeof kindsOfFiles

/** MIME types it takes; none named is any. */
function acceptOf(types: string): FileKind[] {
  const all = Object.keys(kindsOfFiles) as FileKind[]
  const named = all.filter(kind => types.split(/[\s,]+/).some(type => kindsOfFiles[kind].test(type)))
  return named.length === 0 ? all : named
}
