/** What the learner of an attempt may see of it, and when (Moodle's review options). */
export const reviewItems = ['ATTEMPT', 'CORRECTNESS', 'MARKS', 'MAX_MARKS', 'SPECIFIC_FEEDBACK', 'GENERAL_FEEDBACK', 'RIGHT_ANSWER', 'OVERALL_FEEDBACK'] as const
export type ReviewItem = (typeof reviewItems)[number]
export const reviewMoments = ['during', 'immediately', 'whileOpen', 'afterClose'] as const
export type ReviewMoment = (typeof reviewMoments)[number]
export type ReviewMatrix = Record<ReviewMoment, ReviewItem[]>

/** Just after handing in (Moodle): long enough to read once, before others of the class may be told. */
const IMMEDIATELY = 2 * 60_000

const allButTheKey = reviewItems.filter(item => item !== 'RIGHT_ANSWER')
/** Where its editors said nothing (default, ours): everything but the right answers, which others may yet be asked. */
export const reviewDefault: ReviewMatrix = {
  during: allButTheKey.filter(item => item !== 'OVERALL_FEEDBACK'), immediately: allButTheKey, whileOpen: allButTheKey, afterClose: allButTheKey,
}

/** At which moment of the matrix an attempt stands. `finishedAt` null: it goes on. `closesAt` null: the quiz never closes. */
export function reviewMoment({ finishedAt, closesAt }: { finishedAt: Date | null; closesAt: Date | null }, now: Date): ReviewMoment {
  if (!finishedAt) return 'during'
  if (closesAt && now > closesAt) return 'afterClose'
  return now.getTime() <= finishedAt.getTime() + IMMEDIATELY ? 'immediately' : 'whileOpen'
}

/** What hangs on seeing the questions at all. */
const ofQuestions: readonly ReviewItem[] = ['CORRECTNESS', 'MAX_MARKS', 'SPECIFIC_FEEDBACK', 'GENERAL_FEEDBACK', 'RIGHT_ANSWER']

/**
 * What may be seen then. Who is being asked sees what they are asked, and nothing of the whole; who does not see the questions
 * sees nothing that is said of them; a mark is told with what it is of.
 */
export function reviewedAt(matrix: ReviewMatrix, moment: ReviewMoment): ReadonlySet<ReviewItem> {
  const items = new Set(matrix[moment])
  if (moment === 'during') items.add('ATTEMPT').add('MAX_MARKS').delete('OVERALL_FEEDBACK')
  if (items.has('MARKS')) items.add('MAX_MARKS')
  if (!items.has('ATTEMPT')) ofQuestions.forEach(item => items.delete(item))
  return items
}
