import type { Language } from '../../lib/words.ts'

/** What a document is made of: writers know these and nothing of curricula. */
export type Align = 'left' | 'center' | 'right'
export type Column = { head: string; share: number; align?: Align }
export type TableBlock = {
  kind: 'table'
  /** What the table is about, for who hears it read; not printed. */
  caption: string
  columns: readonly Column[]
  /** A cell's text; lines are kept. */
  rows: readonly (readonly string[])[]
  /** Sums, written bold. */
  foot?: readonly (readonly string[])[]
}
export type Block =
  /** What follows stands on a new page of this shape. */
  | { kind: 'page'; landscape: boolean }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; soft?: boolean }
  | { kind: 'list'; items: readonly string[]; numbered: boolean }
  /** Labels and what they say, one under the other. */
  | { kind: 'facts'; caption: string; items: readonly (readonly [label: string, value: string])[] }
  | TableBlock

export type Document = {
  title: string
  subject: string
  author: string
  /** On top of each page: which text exactly this is. */
  header: string
  /** At the foot, before the page's number. */
  footer: string
  language: Language
  at: Date
  blocks: readonly Block[]
}

/** Says a text of server/locales/<lang>/exchange.json by its key, with its facts. */
export type Say = (key: string, facts?: Record<string, string | number>) => string
export type Words = { say: Say; language: Language }

/** What stands where there is nothing to say: an empty cell makes one wonder. */
export const nothing = '–'
export const orNothing = (text: string): string => text || nothing
export const lines = (texts: readonly string[]): string => orNothing(texts.join('\n'))
export const numbered = (texts: readonly string[]): string => (texts.length < 2 ? lines(texts) : texts.map((text, at) => `${at + 1}. ${text}`).join('\n'))

/** Each once, in order of first sight; empty ones left out. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))]
