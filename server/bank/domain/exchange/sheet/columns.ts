import type { QuestionKind } from '../../question.ts'

/** Answers of one row; more than any kind takes in a table. */
export const ANSWERS = 20

/** The columns of the template, each with the words it may go by, Indonesian first. */
export const columns = {
  kind: { names: ['Jenis', 'Kind', 'Type'], width: 18 },
  text: { names: ['Soal', 'Pertanyaan', 'Question'], width: 60 },
  key: { names: ['Kunci', 'Key', 'Answer'], width: 16 },
  scoring: { names: ['Cara nilai', 'Scoring'], width: 16 },
  points: { names: ['Poin', 'Points'], width: 8 },
  feedback: { names: ['Umpan balik', 'Feedback'], width: 40 },
  category: { names: ['Kategori', 'Category'], width: 20 },
  tags: { names: ['Tag', 'Tags', 'Label'], width: 20 },
  level: { names: ['Jenjang', 'Level'], width: 10 },
} as const
export type ColumnName = keyof typeof columns

/** `Jawaban 3`, `Answer 3`, `Pilihan C`: which answer a column holds, from 0; -1 where it holds none. */
export function answerAt(head: string): number {
  const [, number, letter] = /^(?:jawaban|answer|pilihan|choice|option)\s*(?:(\d{1,2})|([a-t]))$/i.exec(head.trim()) ?? []
  return number ? Number(number) - 1 : letter ? letter.toUpperCase().charCodeAt(0) - 65 : -1
}

/** What a kind goes by in a cell; the first is how we write it. */
export const kindNames: Record<Exclude<QuestionKind, 'HOTSPOT'>, readonly string[]> = {
  SINGLE_CHOICE: ['PILIHAN GANDA', 'SINGLE CHOICE', 'MULTIPLE CHOICE', 'PG', 'MC'], MULTIPLE_CHOICE: ['PILIHAN JAMAK', 'MULTIPLE ANSWER', 'MULTIPLE ANSWERS', 'MULTIPLE RESPONSE', 'MA'],
  TRUE_FALSE: ['BENAR SALAH', 'BENAR/SALAH', 'TRUE FALSE', 'TRUE/FALSE', 'TF'], SHORT_ANSWER: ['ISIAN SINGKAT', 'ISIAN', 'SHORT ANSWER', 'SA'], NUMERIC: ['ANGKA', 'NUMERIC', 'NUMERICAL'],
  MATCHING: ['MENJODOHKAN', 'MATCHING'], ORDERING: ['MENGURUTKAN', 'ORDERING'], CLOZE: ['RUMPANG', 'CLOZE'], CALCULATED: ['HITUNGAN', 'CALCULATED'], ESSAY: ['URAIAN', 'ESAI', 'ESSAY'], FILE: ['BERKAS', 'FILE'],
}

/** What goes before and what after in a pair. */
export const ARROW = '=>'
export const toleranceNames = { NOMINAL: 'NOMINAL', RELATIVE: 'RELATIF', GEOMETRIC: 'GEOMETRIK' } as const
export const orderNames = { PLACES: 'TEMPAT', PAIRS: 'PASANGAN', SUBSEQUENCE: 'URUTAN' } as const
export const scoringNames = { WEIGHTED: 'BOBOT', ALL_OR_NOTHING: 'SEMUA' } as const
export const CASE = 'HURUF BESAR'
export const fileNames = { PDF: 'PDF', DOCUMENT: 'DOKUMEN', SHEET: 'LEMBAR', SLIDES: 'SALINDIA', IMAGE: 'GAMBAR', ARCHIVE: 'ARSIP' } as const

/** A cell that holds rich text begins with a block of it; all else is plain. */
export const isRich = (cell: string): boolean => /^<(p|div|ul|ol|table|h[1-6]|blockquote|pre)\b/i.test(cell)
