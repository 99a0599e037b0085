import type { AskedZone } from './kinds/hotspot.ts'
import { keyOf as numberOf, textOf, variantOf } from './kinds/calculated.ts'
import type { ChoiceKey } from './kinds/choice.ts'
import { gapsIn, type AskedGap } from './kinds/cloze.ts'
import { dealMatching, type AskedMatching, type MatchingKey } from './kinds/matching.ts'
import { shuffled, type Chance, type ChoiceMedia, type Essay, type FileAnswer, type Gap, type NumberKey, type OrderScoring, type Pattern, type Question, type QuestionKind } from './question.ts'

/** A question as it is put to a learner: built part by part, with no key in it. What was shuffled is stored as it was dealt. */
export type Asked = {
  id: string; kind: QuestionKind; text: string; points: number
  choices: { id: string; text: string; media?: ChoiceMedia }[]
  unit: string | null
  /** Naming a unit is part of the answer. */
  namesUnit: boolean
  matching: AskedMatching | null
  items: { id: string; text: string }[]
  gaps: AskedGap[]
  essay: Essay | null
  file: FileAnswer | null
  hotspot: { image: string; alternative: string; zones: AskedZone[]; picks: number } | null
  /** The number of the variant dealt; null where there is but one. */
  variant: number | null
}

/** What is right. Shares no type with the question, so that it cannot be sent along by mistake. */
export type Key =
  | ({ kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' } & ChoiceKey)
  | { kind: 'TRUE_FALSE'; truth: boolean }
  | { kind: 'SHORT_ANSWER'; patterns: Pattern[]; caseSensitive: boolean }
  | { kind: 'NUMERIC' | 'CALCULATED'; number: NumberKey }
  | { kind: 'MATCHING'; matching: MatchingKey }
  | { kind: 'ORDERING'; right: string[]; scoring: OrderScoring }
  | { kind: 'CLOZE'; gaps: Gap[]; caseSensitive: boolean }
  | { kind: 'ESSAY' | 'FILE' }
  | { kind: 'HOTSPOT'; zones: { id: string; right: boolean }[] }

/** One question dealt: what is asked, and its key apart. `seed` draws the variant of a calculated one. */
export function deal(question: Question, { shuffle, chance, seed }: { shuffle: boolean; chance: Chance; seed: number }): { asked: Asked; key: Key } {
  const { id, kind, text, points } = question
  const mixed = <T>(things: readonly T[]): T[] => (shuffle ? shuffled(things, chance) : [...things])
  const bare: Asked = { id, kind, text, points, choices: [], unit: null, namesUnit: false, matching: null, items: [], gaps: [], essay: null, file: null, hotspot: null, variant: null }
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return {
      asked: { ...bare, choices: mixed(question.choices).map(choice => ({ id: choice.id, text: choice.text, ...(choice.media && { media: choice.media }) })) },
      key: { kind, scoring: question.scoring, choices: question.choices.map(({ id: choice, right, fraction, feedback }) => ({ id: choice, right, fraction, ...(feedback && { feedback }) })) },
    }
    case 'TRUE_FALSE': return { asked: bare, key: { kind, truth: question.right! } }
    case 'SHORT_ANSWER': return { asked: bare, key: { kind, patterns: question.patterns, caseSensitive: question.caseSensitive } }
    case 'NUMERIC': return { asked: { ...bare, ...unitAsked(question.number!) }, key: { kind, number: keyAsked(question.number!) } }
    case 'MATCHING': {
      const { asked, key } = dealMatching(question.matching!, shuffle, chance)
      return { asked: { ...bare, matching: asked }, key: { kind, matching: key } }
    }
    // An order that is shown right asks nothing: it is always mixed.
    case 'ORDERING': return {
      asked: { ...bare, items: shuffled(question.ordering!.items, chance).map(item => ({ id: item.id, text: item.text })) },
      key: { kind, right: question.ordering!.items.map(item => item.id), scoring: question.ordering!.scoring },
    }
    case 'CLOZE': {
      // An author may have named a gap by its answer: what is asked has names of its own.
      const order = gapsIn(text)
      const gaps = [...question.gaps].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map((gap, at) => ({ ...gap, id: `g${at + 1}`, named: gap.id }))
      const said = text.replace(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g, (_, name: string) => `[[${gaps.find(({ named }) => named === name)?.id ?? name}]]`)
      return {
        asked: { ...bare, text: said, gaps: gaps.map(gap => ({ id: gap.id, kind: gap.kind, choices: mixed(gap.choices).map(choice => ({ id: choice.id, text: choice.text })) })) },
        key: { kind, gaps: gaps.map(({ named: _, ...gap }) => gap), caseSensitive: question.caseSensitive },
      }
    }
    case 'CALCULATED': {
      const calculated = question.calculated!
      const variant = variantOf(calculated, seedOf(id), seed % calculated.variants)
      const number = numberOf(calculated, variant)
      return { asked: { ...bare, text: textOf(text, variant), ...unitAsked(number), variant: variant.number }, key: { kind, number: keyAsked(number) } }
    }
    case 'ESSAY': return { asked: { ...bare, essay: question.essay! }, key: { kind } }
    case 'FILE': return { asked: { ...bare, file: question.file! }, key: { kind } }
    case 'HOTSPOT': return {
      asked: { ...bare, hotspot: { ...question.hotspot!, zones: mixed(question.hotspot!.zones).map(({ id: zone, label, x, y, width, height }) => ({ id: zone, label, x, y, width, height })) } },
      key: { kind, zones: question.hotspot!.zones.map(({ id: zone, right }) => ({ id: zone, right })) },
    }
  }
}

/** Where several units are taken, naming one is part of the answer; where there is one, it stands beside the field. */
const unitAsked = ({ unit, units }: NumberKey): Pick<Asked, 'unit' | 'namesUnit'> => (units.length > 0 ? { unit: null, namesUnit: true } : { unit, namesUnit: false })

/** What was not asked costs nothing: beside the field, the unit is given. */
const keyAsked = (key: NumberKey): NumberKey => (key.units.length > 0 ? key : { ...key, unit: null })

/** A question's own seed, from its id: its variants are the same for everyone, at any time. */
function seedOf(id: string): number {
  let hash = 2_166_136_261
  for (const sign of id) hash = Math.imul(hash ^ sign.codePointAt(0)!, 16_777_619)
  return hash >>> 0
}
