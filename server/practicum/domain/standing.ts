/** Weighted over the practicums of a course, 0 to 1; one not graded counts 0; null while none is, or when nothing weighs. */
export function practicumMark(standings: readonly { weight: number; mark: number | null }[]): number | null {
  const total = standings.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0 || standings.every(({ mark }) => mark === null)) return null
  return standings.reduce((sum, { weight, mark }) => sum + weight * (mark ?? 0), 0) / total
}
