import { wholeOf } from './attempt.ts'

/** What a person makes of answers. */

type Marked = { id: string; points: number; mark: number | null }

/** What the attempt is worth with this mark in the place of the question's. */
export const withMark = (questions: readonly Marked[], question: string, mark: number, passMark: number): ReturnType<typeof wholeOf> =>
  wholeOf(questions.map(one => (one.id === question ? { ...one, mark } : one)), passMark)

type Given = { mark: number | null; marking?: { mark: number; was: number | null } | null }

/**
 * Whether another mark would be over one that no person gave: the machine's, or full credit by a regrade. It then needs a
 * reason. What waits for people, or waited, is theirs to mark.
 */
export const isOverMachine = ({ mark, marking }: Given): boolean => (marking ? marking.was !== null || marking.mark !== mark : mark !== null)

/** The mark that no person gave, over which another stands or would stand: a regrade's counts from when it came. */
export const machineMark = ({ mark, marking }: Given): number | null => (marking && marking.mark === mark ? marking.was : mark)

/**
 * In an order that is the same each time and tells neither who nor when: by a hash (FNV-1a) of what is asked and each one's
 * id. Another question, another order: nobody is always last.
 */
export function inBlindOrder<T>(things: readonly T[], idOf: (thing: T) => string, question: string): T[] {
  return things.map(thing => ({ thing, place: hash(`${question}/${idOf(thing)}`), id: idOf(thing) }))
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id)).map(({ thing }) => thing)
}

type Slot = { id: string; attempt: string; question: string; marked: number }
export type Place<T> = { slot: T; number: number; all: number; done: number; previous: string | null; following: string | null; nextWaiting: string | null }

/** The answers of one question; or, of no question, all of one person in the quiz's order and then of the next. Blind both ways. */
export function deskOrder<T extends Slot>(slots: readonly T[], question: string | null, { quiz, questions }: { quiz: string; questions: readonly string[] }): T[] {
  if (question !== null) return inBlindOrder(slots.filter(slot => slot.question === question), ({ attempt }) => attempt, question)
  const placeOf = new Map(questions.map((id, at) => [id, at]))
  const inOrder = [...slots].sort((a, b) => (placeOf.get(a.question) ?? Infinity) - (placeOf.get(b.question) ?? Infinity))
  const of = groupedBy(inOrder, ({ attempt }) => attempt)
  return inBlindOrder([...of.keys()], attempt => attempt, quiz).flatMap(attempt => of.get(attempt)!)
}

/** Things by something of theirs, each group in the order given. */
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}

/** At the answer of this id, else at the first that waits, else at the first; null where there is none. */
export function placeAt<T extends Slot>(ordered: readonly T[], id: string | null): Place<T> | null {
  const [asked, waits] = [ordered.findIndex(slot => slot.id === id), ordered.findIndex(({ marked }) => marked === 0)]
  const at = asked >= 0 ? asked : Math.max(0, waits)
  const slot = ordered[at]
  if (!slot) return null
  const onwards = [...ordered.slice(at + 1), ...ordered.slice(0, at)]
  return {
    slot, number: at + 1, all: ordered.length, done: ordered.filter(({ marked }) => marked > 0).length,
    previous: ordered[at - 1]?.id ?? null, following: ordered[at + 1]?.id ?? null, nextWaiting: onwards.find(({ marked }) => marked === 0)?.id ?? null,
  }
}

function hash(text: string): number {
  let value = 2_166_136_261
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0)!, 16_777_619)
  // Last signs stir the low bits alone: mixed once more.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
