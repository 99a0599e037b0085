/**
 * A question as other systems write it: what we can ask, and what we cannot yet, without loss. Parsers make these; what
 * becomes of them here is decided by `adopt.ts`, and said in a report.
 */
export type TextFormat = 'HTML' | 'MARKDOWN' | 'PLAIN'
export type ForeignChoice = { text: string; fraction: number; feedback: string }
export type ForeignNumber = { value: number; tolerance: number; fraction: number; feedback: string }
export type ForeignBody =
  | { kind: 'CHOICE'; single: boolean; choices: ForeignChoice[] }
  | { kind: 'TRUE_FALSE'; right: boolean; feedbackRight: string; feedbackWrong: string }
  | { kind: 'SHORT_ANSWER'; caseSensitive: boolean; answers: ForeignChoice[] }
  | { kind: 'NUMERIC'; answers: ForeignNumber[]; units: string[] }
  | { kind: 'MATCHING'; pairs: { stem: string; match: string }[] }
  | { kind: 'ESSAY' }
  | { kind: 'DESCRIPTION' }
  | { kind: 'OTHER'; type: string }

export type Foreign = {
  /** Where it stands in the file: the line it begins at, from 1. */
  line: number
  name: string
  text: string
  format: TextFormat
  feedback: string
  points: number
  category: string
  tags: string[]
  /** It refers to pictures or sound. */
  files: boolean
  body: ForeignBody
}

/** What could not be read at all. */
export type Unreadable = { line: number; code: UnreadableCode; facts: Record<string, string | number> }
export type UnreadableCode = 'NO_ANSWER' | 'NO_RIGHT_ANSWER' | 'UNCLOSED' | 'NOT_A_NUMBER' | 'BROKEN_FILE' | 'NOT_THIS_FORMAT' | 'TOO_MANY'
export type Parsed = { questions: Foreign[]; unreadable: Unreadable[] }

/** Questions of one file that are read; the rest is refused (default, ours). */
export const QUESTIONS_MAX = 1000

/** A question with what every one has, before its parser says more. */
export const blank = (line: number, body: ForeignBody): Foreign =>
  ({ line, name: '', text: '', format: 'PLAIN', feedback: '', points: 1, category: '', tags: [], files: false, body })
