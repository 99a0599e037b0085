import type { Face, Style } from '../../lib/text.ts'
import type { Align } from './blocks.ts'

/** Where everything stands on paper: what `paginate` gives and write/pdf.ts draws. Points; y runs down. */
export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'LI' | 'TH' | 'TD'
export type TextBox = { x: number; y: number; width: number; lines: string[]; style: Style; align: Align; role: Role; soft: boolean; scope?: 'Column' | 'Row' }
/** A row of a table; `table` counts tables, so that rows on two pages are of one. */
export type RowBox = { kind: 'row'; table: number; caption: string; y: number; height: number; head: boolean; strong: boolean; cells: TextBox[]; edges: number[] }
export type Box = ({ kind: 'text'; list?: number } & TextBox) | RowBox
export type Page = { width: number; height: number; boxes: Box[] }

export const paper = { short: 595.28, long: 841.89 }
export const margin = { side: 48, top: 62, bottom: 56 }

const style = (face: Face, size: number, leading = 1.32): Style => ({ face, size, leading })
export const styles = {
  H1: style('serifBold', 19, 1.2), H2: style('sansBold', 12.5, 1.25), H3: style('sansBold', 10.5, 1.25),
  P: style('sans', 9.5, 1.4), LI: style('sans', 9.5, 1.4), cell: style('sans', 8.5), head: style('sansBold', 8.5), margin: style('sans', 7.5),
} as const
