import { csvOf } from '../../course/csv.ts'
import type { Alignment, Column } from './alignment.ts'

type Words = { code: string; outcome: string; level: string; linked: string; gaps: string; column: (column: Column) => string; gap: (code: Alignment['rows'][number]['gaps'][number]) => string }

/** The matrix as a CSV for spreadsheets, with formulas made harmless: one row per outcome; a link is its depth, or a mark where there is none. */
export const matrixCsv = ({ rows, columns }: Alignment, words: Words): string => csvOf([
  [words.code, words.outcome, words.level, ...columns.map(words.column), words.gaps],
  ...rows.map(({ code, text, level, cells, gaps }) => [
    code, text, level ?? '', ...cells.map(({ linked, depth }) => (!linked ? '' : depth > 0 ? depth : words.linked)), gaps.map(words.gap).join(', '),
  ]),
])
