/**
 * What a question is, whoever asks it. Each kind has its own part; the others' are null. A question as its author wrote it
 * holds the key; a learner is given `Asked` and scoring `Key`, which share no type with it and none with each other.
 */
export const questionKinds = [
  'SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ORDERING', 'CLOZE', 'CALCULATED', 'ESSAY', 'FILE', 'HOTSPOT',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** How several choices are marked: hits less misses (Canvas's family), the sum of fractions (Moodle's), or all or nothing. */
export type ChoiceScoring = 'HITS_LESS_MISSES' | 'WEIGHTED' | 'ALL_OR_NOTHING'
/** How an order is marked: places, pairs in the right relation, or the longest run kept in order. */
export type OrderScoring = 'PLACES' | 'PAIRS' | 'SUBSEQUENCE'
/** |x - a| <= t, <= t |a|, or a / (1 + t) <= x <= a (1 + t). */
export type ToleranceKind = 'NOMINAL' | 'RELATIVE' | 'GEOMETRIC'

/** `fraction` is what picking it gives, -1 to 1: of WEIGHTED alone. `media` and `feedback` are absent where there is none, and from older ones. */
export type Choice = { id: string; text: string; right: boolean; fraction: number | null; media?: ChoiceMedia | null; feedback?: string }
export type MediaKind = 'PICTURE' | 'SOUND'
/** A picture or sound of a choice: the id of its file, and what it is in words. */
export type ChoiceMedia = { file: string; kind: MediaKind; alternative: string }
/** `feedback`, rich text, is of a short answer's alone; absent where there is none. */
export type Pattern = { text: string; fraction: number; feedback?: string }
/** A unit other than the value's own, and how many of the value's one of it is. */
export type Unit = { name: string; multiplier: number }
export type NumberKey = { value: number; tolerance: number; toleranceKind: ToleranceKind; unit: string | null; units: Unit[]; unitPenalty: number }
export type Matching = { pairs: { id: string; stem: string; match: string }[]; distractors: string[] }
/** In the right order. */
export type Ordering = { items: { id: string; text: string }[]; scoring: OrderScoring }
/** A gap stands in the text as [[id]]. Exactly the part of its kind is filled. */
export type Gap = {
  id: string; kind: 'TEXT' | 'NUMBER' | 'CHOICE'; weight: number
  patterns: Pattern[]; number: NumberKey | null; choices: { id: string; text: string; right: boolean }[]
}
/** `formula` speaks of the variables by name; each variant draws every variable anew, and its value takes the place of the answer's. */
export type Calculated = { variables: { name: string; min: number; max: number; decimals: number }[]; formula: string; answer: NumberKey; variants: number }
export type Essay = { minWords: number | null; maxWords: number | null; template: string }
export type FileAnswer = { maxFiles: number; accept: ('PDF' | 'DOCUMENT' | 'SHEET' | 'SLIDES' | 'IMAGE' | 'ARCHIVE')[] }
/** In hundredths of the picture's width and height. `label` is what the choice is called where no picture is seen. */
export type Zone = { id: string; label: string; x: number; y: number; width: number; height: number; right: boolean }
export type Hotspot = { image: string; alternative: string; zones: Zone[]; picks: number }

/** What is said of an answer by how right it is: rich text, empty where nothing is said (Moodle's combined feedback). */
export type OutcomeFeedback = { right: string; partly: string; wrong: string }

/** Said after a wrong try: which wrong parts are taken away, and whether the number of right ones is told. */
export type Hint = { text: string; clearWrong: boolean; showCount: boolean }

export type Question = {
  id: string
  kind: QuestionKind
  /** Rich text, sanitised. */
  text: string
  points: number
  feedback: string
  choices: Choice[]
  scoring: ChoiceScoring
  right: boolean | null
  patterns: Pattern[]
  caseSensitive: boolean
  number: NumberKey | null
  matching: Matching | null
  ordering: Ordering | null
  gaps: Gap[]
  calculated: Calculated | null
  essay: Essay | null
  file: FileAnswer | null
  hotspot: Hotspot | null
  /** In their order; absent where there is none. */
  hints?: Hint[]
  /** Of what machines mark; absent where nothing is said by outcome. */
  outcomeFeedback?: OutcomeFeedback
}

/** Marked by people: nothing a machine can say is worth a mark. */
export const isManual = (kind: QuestionKind): boolean => kind === 'ESSAY' || kind === 'FILE'

/** A question with no part filled, for who makes one. */
export const bareQuestion = (id: string, kind: QuestionKind, text: string): Question => ({
  id, kind, text, points: 1, feedback: '', choices: [], scoring: 'HITS_LESS_MISSES', right: null, patterns: [], caseSensitive: false, number: null,
  matching: null, ordering: null, gaps: [], calculated: null, essay: null, file: null, hotspot: null,
})

/** A number from 0 up to, not including, 1. */
export type Chance = () => number

/** In an order by chance, each as likely as any other (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

/** The same numbers from the same seed (mulberry32): what was drawn once can be drawn again. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
