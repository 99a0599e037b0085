import { variantOf } from './kinds/calculated.ts'
import { gapsIn } from './kinds/cloze.ts'
import { formula } from './kinds/formula.ts'
import { mediaIn, textsOf } from './media.ts'
import type { Calculated, Gap, Hotspot, Matching, NumberKey, Ordering, Pattern, Question } from './question.ts'

/** What a question still lacks to be asked and marked. */
export type QuestionFault = {
  code:
    | 'NO_RIGHT_CHOICE' | 'ONE_RIGHT_CHOICE' | 'TOO_FEW_CHOICES' | 'NO_ACCEPTED_ANSWER' | 'NO_VALUE' | 'REQUIRED' | 'NOT_UNIQUE'
    | 'TOO_FEW_PAIRS' | 'TOO_FEW_ITEMS' | 'GAPS_NOT_IN_TEXT' | 'NOT_A_FORMULA' | 'UNKNOWN_VARIABLE' | 'NO_NUMBER' | 'NO_ZONE' | 'FRACTIONS_NOT_WHOLE' | 'OUT_OF_RANGE' | 'NO_WORDS'
  field: string
}
type Fault = QuestionFault
const fault = (code: Fault['code'], field: string): Fault => ({ code, field })

/** Every fault of a question, each with the field it is to be shown beside. */
export const faultsOf = (question: Question): Fault[] => [...ofMedia(question), ...ofKey(question)]

/** A picture or a sound says in words what it is, for who does not see or hear it. */
const ofMedia = (question: Question): Fault[] => [
  ...textsOf(question).flatMap(({ html, field }) => (mediaIn(html).some(({ words }) => words === '') ? [fault('NO_WORDS', field)] : [])),
  ...question.choices.flatMap(({ media }, at) => (media && media.alternative === '' ? [fault('NO_WORDS', `choices.${at}.media`)] : [])),
]

function ofKey(question: Question): Fault[] {
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return ofChoices(question)
    case 'TRUE_FALSE': return question.right === null ? [fault('REQUIRED', 'right')] : []
    case 'SHORT_ANSWER': return ofPatterns(question.patterns, 'patterns')
    case 'NUMERIC': return ofNumber(question.number, 'number')
    case 'MATCHING': return ofMatching(question.matching)
    case 'ORDERING': return ofOrdering(question.ordering)
    case 'CLOZE': return ofGaps(question)
    case 'CALCULATED': return ofCalculated(question.calculated)
    case 'ESSAY': return question.essay === null ? [fault('REQUIRED', 'essay')] : ofWords(question.essay)
    case 'FILE': return question.file === null || question.file.accept.length === 0 ? [fault('REQUIRED', 'file.accept')] : []
    case 'HOTSPOT': return ofHotspot(question.hotspot)
  }
}

const repeats = (texts: readonly string[], field: (at: number) => string): Fault[] => {
  const plain = texts.map(text => text.trim().toLowerCase())
  return plain.flatMap((text, at) => (plain.indexOf(text) < at ? [fault('NOT_UNIQUE', field(at))] : []))
}

function ofChoices({ kind, choices, scoring }: Question): Fault[] {
  if (choices.length < 2) return [fault('TOO_FEW_CHOICES', 'choices')]
  const repeated = repeats(choices.map(({ text }) => text), at => `choices.${at}.text`)
  if (scoring === 'WEIGHTED') return [...repeated, ...ofFractions(choices.map(({ fraction }) => fraction ?? 0), kind === 'SINGLE_CHOICE')]
  const right = choices.filter(choice => choice.right).length
  if (right === 0) return [...repeated, fault('NO_RIGHT_CHOICE', 'choices')]
  return kind === 'SINGLE_CHOICE' && right > 1 ? [...repeated, fault('ONE_RIGHT_CHOICE', 'choices')] : repeated
}

/** One answer of a single choice is wholly right; the right ones of a multiple choice together are the whole. */
function ofFractions(fractions: readonly number[], single: boolean): Fault[] {
  const whole = single ? Math.max(...fractions) : fractions.filter(one => one > 0).reduce((sum, one) => sum + one, 0)
  return Math.abs(whole - 1) < 0.001 ? [] : [fault('FRACTIONS_NOT_WHOLE', 'choices')]
}

/** A pattern of stars alone takes any answer: it asks nothing. One is wholly right. */
function ofPatterns(patterns: readonly Pattern[], field: string): Fault[] {
  const open = patterns.some(({ text, fraction }) => fraction > 0 && /^[*\s]*$/.test(text))
  return open || !patterns.some(({ fraction }) => fraction > 0.999999) ? [fault('NO_ACCEPTED_ANSWER', field)] : []
}

function ofNumber(key: NumberKey | null, field: string): Fault[] {
  if (key === null || !Number.isFinite(key.value)) return [fault('NO_VALUE', `${field}.value`)]
  return ofTolerance(key, field)
}

function ofTolerance({ toleranceKind, tolerance, value, unit, units, unitPenalty }: Omit<NumberKey, 'value'> & { value?: number }, field: string): Fault[] {
  return [
    ...(tolerance < 0 || (toleranceKind === 'GEOMETRIC' && value === 0) ? [fault('OUT_OF_RANGE', `${field}.tolerance`)] : []),
    ...(units.length > 0 && unit === null ? [fault('REQUIRED', `${field}.unit`)] : []),
    ...(unitPenalty < 0 || unitPenalty > 1 ? [fault('OUT_OF_RANGE', `${field}.unitPenalty`)] : []),
    ...units.flatMap((one, at) => (one.multiplier > 0 ? [] : [fault('OUT_OF_RANGE', `${field}.units.${at}.multiplier`)])),
  ]
}

function ofMatching(matching: Matching | null): Fault[] {
  if (!matching || matching.pairs.length < 2) return [fault('TOO_FEW_PAIRS', 'matching.pairs')]
  return repeats(matching.pairs.map(({ stem }) => stem), at => `matching.pairs.${at}.stem`)
}

function ofOrdering(ordering: Ordering | null): Fault[] {
  if (!ordering || ordering.items.length < 2) return [fault('TOO_FEW_ITEMS', 'ordering.items')]
  return repeats(ordering.items.map(({ text }) => text), at => `ordering.items.${at}.text`)
}

/** Each gap stands in the text once, and the text has no other. */
function ofGaps({ text, gaps }: Question): Fault[] {
  const there = gapsIn(text)
  const same = there.length === gaps.length && new Set(there).size === there.length && gaps.every(({ id }) => there.includes(id))
  return [
    ...(gaps.length === 0 || !same ? [fault('GAPS_NOT_IN_TEXT', 'text')] : []),
    ...gaps.flatMap((gap, at) => ofGap(gap, `gaps.${at}`)),
  ]
}

function ofGap(gap: Gap, field: string): Fault[] {
  const heavy = gap.weight > 0 ? [] : [fault('OUT_OF_RANGE', `${field}.weight`)]
  switch (gap.kind) {
    case 'TEXT': return [...heavy, ...ofPatterns(gap.patterns, `${field}.patterns`)]
    case 'NUMBER': return [...heavy, ...ofNumber(gap.number, `${field}.number`)]
    case 'CHOICE': return [
      ...heavy, ...(gap.choices.length < 2 ? [fault('TOO_FEW_CHOICES', `${field}.choices`)] : []),
      ...(gap.choices.filter(({ right }) => right).length === 1 ? [] : [fault('ONE_RIGHT_CHOICE', `${field}.choices`)]),
    ]
  }
}

/** Copies of a question deal other variants than itself: what these many draws, each tried so often, found sound is dealt with any seed. */
const SAMPLES = 100
const SAMPLE_TRIES = 50

/** That the formula can be read, speaks of the variables only, and gives a number wherever it is drawn. */
function ofCalculated(calculated: Calculated | null): Fault[] {
  if (!calculated || calculated.variables.length === 0) return [fault('REQUIRED', 'calculated.variables')]
  const { variables } = calculated
  const bounds = variables.flatMap(({ min, max, decimals }, at) =>
    (max >= min && Math.ceil(min * 10 ** decimals) <= Math.floor(max * 10 ** decimals) ? [] : [fault('OUT_OF_RANGE', `calculated.variables.${at}`)]))
  const named = repeats(variables.map(({ name }) => name), at => `calculated.variables.${at}.name`)
  const early = [...bounds, ...named, ...ofTolerance({ ...calculated.answer, value: undefined }, 'calculated.answer')]
  if (early.length > 0) return early
  try {
    const { names } = formula(calculated.formula)
    if (names.some(name => !variables.some(one => one.name === name))) return [fault('UNKNOWN_VARIABLE', 'calculated.formula')]
    for (let at = 0; at < SAMPLES; at++) variantOf(calculated, 0, at, SAMPLE_TRIES)
    return []
  } catch (error) {
    if (error instanceof SyntaxError) return [fault('NOT_A_FORMULA', 'calculated.formula')]
    if (error instanceof RangeError) return [fault('NO_NUMBER', 'calculated.formula')]
    throw error
  }
}

const ofWords = ({ minWords, maxWords }: { minWords: number | null; maxWords: number | null }): Fault[] =>
  (minWords !== null && maxWords !== null && minWords > maxWords ? [fault('OUT_OF_RANGE', 'essay.maxWords')] : [])

function ofHotspot(hotspot: Hotspot | null): Fault[] {
  if (!hotspot || hotspot.image === '') return [fault('REQUIRED', 'hotspot.image')]
  const { zones, picks } = hotspot
  const right = zones.filter(zone => zone.right).length
  return [
    ...(hotspot.alternative.trim() === '' ? [fault('REQUIRED', 'hotspot.alternative')] : []),
    ...(right === 0 ? [fault('NO_ZONE', 'hotspot.zones')] : []), ...(picks < right ? [fault('OUT_OF_RANGE', 'hotspot.picks')] : []),
    ...repeats(zones.map(({ label }) => label), at => `hotspot.zones.${at}.label`),
    ...zones.flatMap(({ x, y, width, height }, at) =>
      (x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 100.001 && y + height <= 100.001 ? [] : [fault('OUT_OF_RANGE', `hotspot.zones.${at}`)])),
  ]
}
