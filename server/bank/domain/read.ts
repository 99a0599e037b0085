import { noAnswer, type Answer, type Given } from './answer.ts'
import type { Asked } from './deal.ts'
import type { QuestionKind } from './question.ts'
import { wordsIn } from './text.ts'

/** The answer to store, null for one that is taken back; or why it is none. */
export type Reading = { ok: true; answer: Answer | null } | { ok: false; why: 'KIND' | 'UNKNOWN_CHOICE' | 'TOO_MANY' | 'TOO_LONG' }

const partsOf: Record<QuestionKind, readonly (keyof Answer)[]> = {
  SINGLE_CHOICE: ['choices'], MULTIPLE_CHOICE: ['choices'], TRUE_FALSE: ['truth'], SHORT_ANSWER: ['text'], NUMERIC: ['number', 'unit'], MATCHING: ['pairs'],
  ORDERING: ['order'], CLOZE: ['gaps'], CALCULATED: ['number', 'unit'], ESSAY: ['text'], FILE: ['files'], HOTSPOT: ['choices'],
}
/** Characters of one answer; an essay's words are judged apart. */
const TEXT_MAX = { SHORT_ANSWER: 500, ESSAY: 100_000, GAP: 200, UNIT: 30 } as const
const bad = (why: Extract<Reading, { ok: false }>['why']): Reading => ({ ok: false, why })

/** Reads an answer to a question as it was dealt: exactly the parts its kind asks for, of the choices it has. All empty is a taking back. */
export function readAnswer(asked: Asked, given: Given): Reading {
  const parts = partsOf[asked.kind]
  const filled = (Object.keys(noAnswer) as (keyof Answer)[]).filter(part => given[part] !== null && given[part] !== undefined)
  if (filled.some(part => !parts.includes(part))) return bad('KIND')
  if (filled.length === 0) return { ok: true, answer: null }
  switch (asked.kind) {
    case 'SINGLE_CHOICE': return given.choices!.length > 1 ? bad('KIND') : choicesOf(asked.choices, given.choices!, 1)
    case 'MULTIPLE_CHOICE': return choicesOf(asked.choices, given.choices!, asked.choices.length)
    case 'HOTSPOT': return choicesOf(asked.hotspot!.zones, given.choices!, asked.hotspot!.picks)
    case 'TRUE_FALSE': return { ok: true, answer: { ...noAnswer, truth: given.truth! } }
    case 'SHORT_ANSWER': return textOf(given.text!, TEXT_MAX.SHORT_ANSWER)
    case 'ESSAY': return textOf(given.text!, TEXT_MAX.ESSAY, asked.essay!.maxWords)
    case 'NUMERIC':
    case 'CALCULATED': return numberOf(given)
    case 'MATCHING': return pairsOf(asked, given.pairs!)
    case 'ORDERING': return orderOf(asked.items, given.order!)
    case 'CLOZE': return gapsOf(asked, given.gaps!)
    case 'FILE': return filesOf(given.files!, asked.file!.maxFiles)
  }
}

function choicesOf(known: readonly { id: string }[], picked: readonly string[], most: number): Reading {
  const choices = [...new Set(picked)]
  if (choices.some(choice => !known.some(({ id }) => id === choice))) return bad('UNKNOWN_CHOICE')
  if (choices.length > most) return bad('TOO_MANY')
  return { ok: true, answer: choices.length === 0 ? null : { ...noAnswer, choices } }
}

function textOf(said: string, most: number, words: number | null = null): Reading {
  const text = said.normalize('NFC').trim()
  if (text.length > most || (words !== null && wordsIn(text) > words)) return bad('TOO_LONG')
  return { ok: true, answer: text === '' ? null : { ...noAnswer, text } }
}

function numberOf({ number, unit }: Given): Reading {
  if (number !== null && number !== undefined && !Number.isFinite(number)) return bad('KIND')
  if ((unit ?? '').length > TEXT_MAX.UNIT) return bad('TOO_LONG')
  if (number === null || number === undefined) return { ok: true, answer: null }
  return { ok: true, answer: { ...noAnswer, number, unit: unit?.normalize('NFC').trim() || null } }
}

function pairsOf({ matching }: Asked, given: readonly { stem: string; match: string }[]): Reading {
  const known = (list: readonly { id: string }[], id: string) => list.some(one => one.id === id)
  if (given.some(({ stem, match }) => !known(matching!.stems, stem) || !known(matching!.matches, match))) return bad('UNKNOWN_CHOICE')
  const pairs = [...new Map(given.map(({ stem, match }) => [stem, { stem, match }])).values()]
  return { ok: true, answer: pairs.length === 0 ? null : { ...noAnswer, pairs } }
}

function orderOf(items: readonly { id: string }[], given: readonly string[]): Reading {
  if (given.length === 0) return { ok: true, answer: null }
  const all = new Set(items.map(({ id }) => id))
  if (given.some(id => !all.has(id))) return bad('UNKNOWN_CHOICE')
  return new Set(given).size === all.size && given.length === all.size ? { ok: true, answer: { ...noAnswer, order: [...given] } } : bad('KIND')
}

function gapsOf({ gaps }: Asked, given: readonly { gap: string; text: string }[]): Reading {
  const known = new Map(gaps.map(gap => [gap.id, gap]))
  const said = [...new Map(given.map(({ gap, text }) => [gap, { gap, text: text.normalize('NFC').trim() }])).values()].filter(({ text }) => text !== '')
  if (said.some(({ gap }) => !known.has(gap))) return bad('UNKNOWN_CHOICE')
  if (said.some(({ text }) => text.length > TEXT_MAX.GAP)) return bad('TOO_LONG')
  const chosen = said.every(({ gap, text }) => known.get(gap)!.kind !== 'CHOICE' || known.get(gap)!.choices.some(({ id }) => id === text))
  if (!chosen) return bad('UNKNOWN_CHOICE')
  return { ok: true, answer: said.length === 0 ? null : { ...noAnswer, gaps: said } }
}

function filesOf(given: readonly string[], most: number): Reading {
  const files = [...new Set(given)]
  if (files.length > most) return bad('TOO_MANY')
  return { ok: true, answer: files.length === 0 ? null : { ...noAnswer, files } }
}
