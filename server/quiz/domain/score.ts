/** From the marks of questions to that of the whole. What an answer is worth is the bank's to say. */

/** The mark of the whole, 0 to 1, unrounded: the questions' marks weighed by their points. */
export function markOf(questions: readonly { points: number; mark: number }[]): number {
  const points = questions.reduce((sum, question) => sum + question.points, 0)
  if (points <= 0) throw new RangeError('an attempt has at least one question with points')
  const mark = questions.reduce((sum, question) => sum + question.points * question.mark, 0) / points
  return Math.min(1, Math.max(0, mark))
}

/** Whether a mark reaches the one to reach: a mark that is equal but for the last binary digit does. */
export const reaches = (mark: number, passMark: number): boolean => mark >= passMark - 1e-9
