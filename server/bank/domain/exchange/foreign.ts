import type { CognitiveLevel } from '../../../graphql.ts'
import type { Calculated, FileAnswer, Hint, OrderScoring, OutcomeFeedback, ToleranceKind } from '../question.ts'

/**
 * A question as other systems write it, without loss. Parsers make these; what becomes of them here is decided by
 * `adopt.ts`, and said in a report.
 */
export type TextFormat = 'HTML' | 'MARKDOWN' | 'PLAIN'
export type ForeignChoice = { text: string; fraction: number; feedback: string }
export type ForeignNumber = { value: number; tolerance: number; fraction: number; feedback: string }
/** How many of the first unit one of it is. */
export type ForeignUnit = { name: string; multiplier: number }
/** Stands in the text as [[id]]. */
export type ForeignGap = { id: string; weight: number } & (
  | { kind: 'TEXT'; answers: ForeignChoice[]; caseSensitive: boolean }
  | { kind: 'NUMBER'; numbers: ForeignNumber[] }
  | { kind: 'CHOICE'; answers: ForeignChoice[] }
)
export type ForeignBody =
  | { kind: 'CHOICE'; single: boolean; choices: ForeignChoice[]; allOrNothing?: boolean }
  | { kind: 'TRUE_FALSE'; right: boolean; feedbackRight: string; feedbackWrong: string }
  | { kind: 'SHORT_ANSWER'; caseSensitive: boolean; answers: ForeignChoice[] }
  | { kind: 'NUMERIC'; answers: ForeignNumber[]; units: ForeignUnit[]; unitPenalty: number; toleranceKind?: ToleranceKind; feedbackWrong?: string }
  | { kind: 'MATCHING'; pairs: { stem: string; match: string }[] }
  | { kind: 'ORDERING'; items: string[]; scoring: OrderScoring | null }
  | { kind: 'CLOZE'; gaps: ForeignGap[] }
  | { kind: 'CALCULATED'; calculated: Calculated }
  | { kind: 'ESSAY'; minWords: number | null; maxWords: number | null; template: string }
  | { kind: 'FILE'; file: FileAnswer }
  | { kind: 'DESCRIPTION' }
  | { kind: 'OTHER'; type: string }

/** A file as it lies in what is read: written out, as a part of the package, too large to be read; or nowhere (null). */
export type ForeignFile = { name: string; from: { base64: string } | { part: string } | 'TOO_LARGE' | null }

/** What of a question cannot be kept here. */
export type LossCode =
  | 'PART_MARKS' | 'ANSWER_FEEDBACK' | 'CASE' | 'SEVERAL_NUMBERS' | 'FILES' | 'FILES_MISSING' | 'FILES_REFUSED' | 'FILES_LARGE' | 'FILES_UNWORDED' | 'POINTS' | 'HINTS' | 'ATTACHMENTS' | 'FEEDBACK_RULES' | 'FIXED_PLACES' | 'GRADER_NOTES' | 'FORM' | 'MATHS'

export type Foreign = {
  /** Where it stands in the file: the line it begins at, from 1. */
  line: number
  /** The part of a package it stands in; empty for a single file. */
  part: string
  name: string
  text: string
  format: TextFormat
  feedback: string
  /** By how right an answer is. */
  outcomeFeedback: OutcomeFeedback
  points: number
  category: string
  tags: string[]
  level: CognitiveLevel | null
  /** Pictures and sound its texts refer to, by their place in this list (`references.ts`). */
  files: ForeignFile[]
  /** In the order they are given between tries. */
  hints: Hint[]
  /** What its parser could not carry over. */
  lost: LossCode[]
  body: ForeignBody
}

/** What could not be read at all. */
export type Unreadable = { line: number; part?: string; code: UnreadableCode; facts: Record<string, string | number> }
export type UnreadableCode = 'NO_ANSWER' | 'NO_RIGHT_ANSWER' | 'UNCLOSED' | 'NOT_A_NUMBER' | 'BROKEN_FILE' | 'NOT_THIS_FORMAT' | 'TOO_MANY' | 'UNKNOWN_KIND' | 'NO_HEAD'
export type Parsed = { questions: Foreign[]; unreadable: Unreadable[] }

/** Questions of one file that are read; the rest is refused (default, ours). */
export const QUESTIONS_MAX = 1000

/** Each read, those of the first thousand that cannot be apart; that there are more is said. */
export function readEach<T extends { line: number }>(things: readonly T[], part: string, readOne: (thing: T) => Foreign | Unreadable): Parsed {
  const read = things.slice(0, QUESTIONS_MAX).map(readOne)
  const more = things[QUESTIONS_MAX]
  return {
    questions: read.filter((one): one is Foreign => !('code' in one)),
    unreadable: [...read.filter((one): one is Unreadable => 'code' in one), ...(more ? [{ line: more.line, part, code: 'TOO_MANY' as const, facts: { max: QUESTIONS_MAX } }] : [])],
  }
}

/** An essay without limits. */
export const openEssay = { kind: 'ESSAY', minWords: null, maxWords: null, template: '' } as const

/** A question with what every one has, before its parser says more. */
export const blank = (line: number, body: ForeignBody): Foreign =>
  ({ line, part: '', name: '', text: '', format: 'PLAIN', feedback: '', outcomeFeedback: { right: '', partly: '', wrong: '' }, points: 1, category: '', tags: [], level: null, files: [], hints: [], lost: [], body })
