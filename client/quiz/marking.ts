import type { QuizClassMarkingQuery, QuizMarkingAttemptQuery } from '../gql/operations.ts'

type Desk = NonNullable<NonNullable<QuizClassMarkingQuery['class']>['marking']>
export type MarkedQuestion = NonNullable<QuizMarkingAttemptQuery['attempt']>['questions'][number]
/** One answer to mark: of which attempt, and whose where that may be known. */
export type Slot = { attempt: string; question: string; marked: number; person?: { fullName: string } | null }
export type Draft = { points: number | null; comment: string }

export const keyOf = ({ attempt, question }: Pick<Slot, 'attempt' | 'question'>): string => `${attempt}/${question}`

/** The answers of one question in the desk's order; or, for no question, all of one person and then of the next. */
export function slotsOf(questions: Desk['questions'], view: string): Slot[] {
  const all = questions.flatMap(({ id, answers }) => answers.map((answer): Slot => ({ ...answer, question: id })))
  if (view) return all.filter(({ question }) => question === view)
  const attempts = [...new Set(all.map(({ attempt }) => attempt))]
  return attempts.flatMap(attempt => {
    const theirs = all.filter(one => one.attempt === attempt)
    // A name known by one answer is known for the others: it is told when all are marked.
    const named = theirs.every(({ marked }) => marked > 0)
    return theirs.map(one => ({ ...one, person: named ? one.person : null }))
  })
}

/** The next that waits after this place, from the beginning again; -1 when none does. This place itself is not among them. */
export function nextWaiting(slots: readonly Slot[], at: number): number {
  const places = [...slots.keys()].map(step => (at + 1 + step) % slots.length)
  return places.find(place => place !== at && slots[place]!.marked === 0) ?? -1
}
