import type { Transitions } from '../../lib/transitions.ts'
import type { CognitiveLevel } from '../../graphql.ts'
import type { QuestionKind } from './answer.ts'
import { markOf, markQuestion, reaches, type Answer, type Key } from './score.ts'

export type AttemptState = 'IN_PROGRESS' | 'FINISHED'

/** How an attempt goes: it is handed in once, by its learner or by the clock, and scored in the same step. */
export const attemptMoves: Transitions<AttemptState, 'handIn'> = {
  IN_PROGRESS: { handIn: 'FINISHED' },
  FINISHED: {},
}

/** When an attempt ends: the time limit after its start, at the latest with its class. Minutes may be null: no limit. */
export function endsAt(startedAt: Date, minutes: number | null, classEndsAt: Date): Date {
  const limit = minutes === null ? Infinity : startedAt.getTime() + minutes * 60_000
  return new Date(Math.min(limit, classEndsAt.getTime()))
}

/** The instant it ends still counts as in time. */
export const isOver = (attempt: { endsAt?: Date | null }, now: Date): boolean => Boolean(attempt.endsAt) && now > attempt.endsAt!

/** A question as its author wrote it, key and all. */
export type Written = {
  id: string
  kind: QuestionKind
  text: string
  points: number
  feedback: string
  choices: readonly { id: string; text: string; right: boolean }[]
  right: boolean | null
  accepted: readonly string[]
  value: number | null
  tolerance: number | null
  unit: string | null
  /** Absent from questions written before they were asked for. */
  outcome?: string | null
  level?: CognitiveLevel | null
}

/** A question as it is put to a learner: no key, no feedback. */
export type Asked = { id: string; kind: QuestionKind; text: string; points: number; unit: string | null; choices: { id: string; text: string }[] }
export type KeyOfQuestion = { id: string; key: Key; feedback: string }

/** A number from 0 up to, not including, 1. */
export type Chance = () => number

/**
 * The questions dealt to one attempt, built field by field, and their keys apart. What is shuffled here is stored: the
 * order a learner saw is never worked out again.
 */
export function deal(questions: readonly Written[], shuffle: boolean, chance: Chance): { asked: Asked[]; keys: KeyOfQuestion[] } {
  const order = shuffle ? shuffled(questions, chance) : questions
  return {
    asked: order.map(({ id, kind, text, points, unit, choices }) => ({
      id, kind, text, points, unit,
      choices: (shuffle ? shuffled(choices, chance) : choices).map(choice => ({ id: choice.id, text: choice.text })),
    })),
    keys: order.map(question => ({ id: question.id, key: keyOf(question), feedback: question.feedback })),
  }
}

/** What is right, of a question that was checked when it was written. */
export function keyOf(question: Written): Key {
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE':
      return { kind: question.kind, right: question.choices.filter(({ right }) => right).map(({ id }) => id) }
    case 'TRUE_FALSE': return { kind: question.kind, truth: question.right! }
    case 'SHORT_ANSWER': return { kind: question.kind, accepted: [...question.accepted] }
    case 'NUMERIC': return { kind: question.kind, value: question.value!, tolerance: question.tolerance ?? 0 }
  }
}

/** In an order by chance, each as likely as any other (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

type Answered = { id: string; points: number; answer: Answer | null }

/** What an attempt is worth: a mark for each question, the whole, and whether it reaches the mark to pass. */
export function score(questions: readonly Answered[], keys: readonly KeyOfQuestion[], passMark: number) {
  const found = new Map(keys.map(one => [one.id, one]))
  const scored = questions.map(({ id, points, answer }) => {
    const one = found.get(id)
    if (!one) throw new RangeError(`question ${id} has no key`)
    return { id, points, mark: markQuestion(one.key, answer), feedback: one.feedback }
  })
  const mark = markOf(scored)
  return { questions: scored, mark, passed: reaches(mark, passMark) }
}
