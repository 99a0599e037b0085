import type { Style } from '../../lib/text.ts'

/** A4, landscape, in points. */
export const paper = { width: 841.89, height: 595.28 }
/** The border's inner edge; nothing is written outside. */
export const margin = 54

export type Colour = 'ink' | 'soft' | 'primary' | 'accent'
export type Role = 'H1' | 'H2' | 'P' | 'TH' | 'TD'

/** Lines of text at a place; `y` is the top of the first line, lines follow by size × leading. */
export type TextBox = { kind: 'text'; x: number; y: number; width: number; height: number; lines: string[]; style: Style; align: 'left' | 'center' | 'right'; colour: Colour; role: Role }
/** A line, a picture of modules (QR), or the emblem's place. */
export type RuleBox = { kind: 'rule'; x: number; y: number; width: number; colour: Colour }
export type PictureBox = { kind: 'qr' | 'emblem'; x: number; y: number; width: number; height: number; alt: string }
/** A row of a table: its cells are text, kept together so that a reader can read it as a row. */
export type RowBox = { kind: 'row'; x: number; y: number; width: number; height: number; cells: TextBox[]; head: boolean; table: string }
export type Box = TextBox | RuleBox | PictureBox | RowBox
export type Page = { boxes: Box[] }

/** Says a text of server/locales by its key, with its facts. */
export type Say = (key: string, facts?: Record<string, string | number>) => string
export type Words = { say: Say; language: 'id' | 'en' }
