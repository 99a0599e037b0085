import { wholeOf } from './attempt.ts'

/** What a person makes of answers. */

type Marked = { id: string; points: number; mark: number | null }

/** What the attempt is worth with this mark in the place of the question's. */
export const withMark = (questions: readonly Marked[], question: string, mark: number, passMark: number): ReturnType<typeof wholeOf> =>
  wholeOf(questions.map(one => (one.id === question ? { ...one, mark } : one)), passMark)

/**
 * In an order that is the same each time and tells neither who nor when: by a hash (FNV-1a) of what is asked and each one's
 * id. Another question, another order: nobody is always last.
 */
export function inBlindOrder<T>(things: readonly T[], idOf: (thing: T) => string, question: string): T[] {
  return things.map(thing => ({ thing, place: hash(`${question}/${idOf(thing)}`), id: idOf(thing) }))
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id)).map(({ thing }) => thing)
}

function hash(text: string): number {
  let value = 2_166_136_261
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0)!, 16_777_619)
  // Last signs stir the low bits alone: mixed once more.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
