import type { CurriculumSection, ErrorCode, ProblemSeverity } from '../../../graphql.ts'

/** What is wrong, where, and how much it matters. `at` is the id of the one element at fault. */
export type Problem = {
  section: CurriculumSection; code: ErrorCode; at: string | null; facts: Record<string, unknown>; severity: ProblemSeverity
}

const of = (severity: ProblemSeverity) =>
  (section: CurriculumSection, code: ErrorCode, at: string | null = null, facts: Record<string, unknown> = {}): Problem => ({ section, code, at, facts, severity })

/** Must be mended before the curriculum can be submitted. */
export const blocks = of('BLOCKING')
/** Holds a submission back until somebody writes why it is right so. */
export const warns = of('WARNING')
/** Worth knowing. */
export const notes = of('NOTE')

/** Whether an id is among those of the things. */
export function among(things: readonly { id: string }[]): (id: string) => boolean {
  const ids = new Set(things.map(({ id }) => id))
  return id => ids.has(id)
}
