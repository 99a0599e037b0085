import { deal as dealOne, partsRight, seeded, shuffled, specificFeedback, type Asked, type Chance, type Hint, type Key, type OutcomeFeedback, type Question, type SpecificFeedback } from '../../bank/index.ts'
import type { CognitiveLevel } from '../../graphql.ts'
import { replay, type Behaviour, type Course, type QuestionOutcome } from './replay.ts'
import { markOf, reaches } from './score.ts'

/** When an attempt ends: the time limit after its start, at the latest with its class. Minutes may be null: no limit. */
export function endsAt(startedAt: Date, minutes: number | null, classEndsAt: Date): Date {
  const limit = minutes === null ? Infinity : startedAt.getTime() + minutes * 60_000
  return new Date(Math.min(limit, classEndsAt.getTime()))
}

/**
 * A question of a quiz as its author wrote it, key and all, and where it stands in the blueprint; null: not said. `bank`: of
 * which question and version of the bank it is a copy, word for word; absent where it never was. `section`: where it stands.
 */
export type Written = Question & { outcome: string | null; level: CognitiveLevel | null; bank?: FromBank | null; section?: string | null }
export type FromBank = { question: string; version: number }
/** A question as asked, and where its words come from, so that figures can follow a question of the bank; never sent. */
export type AskedOfQuiz = Asked & { bank: FromBank | null }
/** Hints and all feedback belong to the key; absent where there is none. */
export type KeyOfQuestion = { id: string; key: Key; feedback: string; hints?: readonly Hint[]; outcomeFeedback?: OutcomeFeedback }

/**
 * The questions dealt to one attempt, and their keys apart. What is shuffled here is stored: the order a learner saw is
 * never worked out again. `seed` draws the variants of calculated questions and nothing else: whoever could work it out
 * from what they see would learn no order from it. `mix`: whether the questions are mixed, where that is not as their choices are.
 */
export function deal(questions: readonly Written[], { shuffle, mix = shuffle, chance, seed }: { shuffle: boolean; mix?: boolean; chance: Chance; seed: number }): { asked: AskedOfQuiz[]; keys: KeyOfQuestion[] } {
  const draw = seeded(seed)
  const drawn = questions.map(question => ({ question, seed: Math.floor(draw() * 2 ** 31) }))
  const dealt = (mix ? shuffled(drawn, chance) : drawn).map(({ question, seed: own }) => ({ ...dealOne(question, { shuffle, chance, seed: own }), feedback: question.feedback, bank: question.bank ?? null, hints: question.hints ?? [], outcomeFeedback: question.outcomeFeedback }))
  return { asked: dealt.map(({ asked, bank }) => ({ ...asked, bank })), keys: dealt.map(({ asked, key, feedback, hints, outcomeFeedback }) => ({ id: asked.id, key, feedback, ...(hints.length > 0 ? { hints } : {}), ...(outcomeFeedback && { outcomeFeedback }) })) }
}

type Answered = Course & { id: string; points: number }
/** How the attempt answered its learner; one made before quizzes had a choice did so at the end. */
export type Scoring = { behaviour: Behaviour; penalty: number }
export const atTheEnd: Scoring = { behaviour: 'DEFERRED', penalty: 0 }
type Scored = { id: string; points: number; mark: number | null; outcome: QuestionOutcome; tries: number; parts: { right: number; of: number } | null; feedback: string; specific: SpecificFeedback | null }

/**
 * What an attempt is worth: a mark for each question, the whole, and whether it reaches the mark to pass. Where one
 * question waits for people the whole has no mark: a part would read as the whole.
 */
export function score(questions: readonly Answered[], keys: readonly KeyOfQuestion[], passMark: number, { behaviour, penalty }: Scoring = atTheEnd): { questions: Scored[]; mark: number | null; passed: boolean | null } {
  const found = new Map(keys.map(one => [one.id, one]))
  const scored = questions.map(question => {
    const one = found.get(question.id)
    if (!one) throw new RangeError(`question ${question.id} has no key`)
    const { mark, state, tries } = replay(question, one.key, behaviour, penalty)
    const said = { feedback: one.feedback, specific: specificFeedback(one.key, one.outcomeFeedback, question.answer, state) }
    return { id: question.id, points: question.points, mark, outcome: state, tries, parts: question.answer && partsRight(one.key, question.answer), ...said }
  })
  return { questions: scored, ...wholeOf(scored, passMark) }
}

/** The whole from the questions that count: nothing while one of them has no mark, nor where none counts. */
export function wholeOf(questions: readonly { points: number; mark: number | null }[], passMark: number): { mark: number; passed: boolean } | { mark: null; passed: null } {
  const counting = questions.filter(({ points }) => points > 0)
  const marked = counting.flatMap(({ points, mark }) => (mark === null ? [] : [{ points, mark }]))
  if (marked.length < counting.length || marked.length === 0) return { mark: null, passed: null }
  const mark = markOf(marked)
  return { mark, passed: reaches(mark, passMark) }
}

/** A question that counts waits for people. */
export const isWaiting = (questions: readonly { points: number; mark: number | null }[]): boolean => questions.some(({ points, mark }) => points > 0 && mark === null)
