import { reaches } from './score.ts'

/** How somebody stands with quizzes, from the attempts they finished. */

export type GradeMethod = 'HIGHEST' | 'AVERAGE' | 'FIRST' | 'LAST'
export type Finished = { number: number; mark: number; passMark: number }

/** The mark of a quiz, 0 to 1, of all finished attempts by its method; null while there is none. */
export function markBy(method: GradeMethod, finished: readonly Finished[]): number | null {
  if (finished.length === 0) return null
  const marks = [...finished].sort((a, b) => a.number - b.number).map(({ mark }) => mark)
  switch (method) {
    case 'HIGHEST': return Math.max(...marks)
    case 'AVERAGE': return marks.reduce((sum, mark) => sum + mark, 0) / marks.length
    case 'FIRST': return marks[0]!
    case 'LAST': return marks.at(-1)!
  }
}

/**
 * Whether the mark passes. A mark to pass that was raised later does not count against who had begun before: the lowest
 * they were told is theirs.
 */
export function isPassed(mark: number | null, passMark: number, finished: readonly Finished[]): boolean {
  return mark !== null && reaches(mark, Math.min(passMark, ...finished.map(attempt => attempt.passMark)))
}

/** Attempts left of those allowed; one under way is spent. Null: as many as one likes. */
export const attemptsLeft = (allowed: number | null, begun: number): number | null =>
  (allowed === null ? null : Math.max(0, allowed - begun))
