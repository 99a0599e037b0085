/** What is said of a whole attempt: to who reaches `from`, 0 to 1, and no higher one. */
export type OverallFeedback = { from: number; text: string }

/** What is said of a mark; null where nothing is said of one so low. A mark that is equal but for the last binary digit reaches. */
export function overallOf(feedback: readonly OverallFeedback[], mark: number): string | null {
  const reached = feedback.filter(({ from }) => mark >= from - 1e-9)
  return reached.length === 0 ? null : reached.reduce((a, b) => (b.from > a.from ? b : a)).text
}
