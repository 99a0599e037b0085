import type { ReactionItem } from '../../graphql.ts'

/** What a scorecard says of a version, and what it keeps to itself. */

/** Below so many people a figure would tell of persons (DOMAIN §14: n >= 5). */
export const ANONYMOUS = 5
/** The mark at which an outcome counts as reached, 0 to 1. Default, as quizzes begin. */
export const REACHED = 0.7
/** A question is acceptable when neither nearly all nor hardly any answer it rightly, and those who do know more of the rest (classical test theory; default). */
export const ACCEPTABLE = { facility: [0.2, 0.95], discrimination: 0.2 } as const

export type Completion = { enrolled: number; completed: number; rate: number }
export type Turnaround = { graded: number; medianHours: number; p90Hours: number }
export type Attainment = { outcome: string; label: string; learners: number; share: number | null }
export type Item = { quiz: string; question: string; label: string; n: number; facility: number | null; discrimination: number | null; acceptable: boolean | null }
export type Reaction = { item: ReactionItem; mean: number }
export type Figures = {
  classes: number
  completion: Completion | null
  turnaround: Turnaround | null
  outcomes: Attainment[]
  items: Item[]
  /** Of the questions with enough answers, the share that is acceptable; null where none has. */
  acceptableShare: number | null
  reactions: { n: number; means: Reaction[]; texts: string[] } | null
}

/** The sums a correlation is made of: of the item's mark x and of the rest y. */
export type Sums = { n: number; sx: number; sy: number; sxx: number; syy: number; sxy: number }

/** The figure, or null where too few people stand behind it. */
export const ifMany = <T>(n: number, figure: T): T | null => (n >= ANONYMOUS ? figure : null)

/** Completed of enrolled, 0 to 1; null below five enrolled. */
export const completionOf = (enrolled: number, completed: number): Completion | null => ifMany(enrolled, { enrolled, completed, rate: enrolled === 0 ? 0 : completed / enrolled })

/** The place of a percentile among n values from the lowest, from 0 (nearest rank). */
export const rankOf = (n: number, share: number): number => Math.max(0, Math.ceil(n * share) - 1)

/** Pearson's correlation of an item with the rest, -1 to 1; null where one of them never varies. */
export function correlationOf({ n, sx, sy, sxx, syy, sxy }: Sums): number | null {
  const [vx, vy] = [n * sxx - sx * sx, n * syy - sy * sy]
  // Sums of marks carry rounding: what is smaller than that is no variance.
  if (vx <= 1e-9 * n * Math.max(sxx, 1) || vy <= 1e-9 * n * Math.max(syy, 1)) return null
  return Math.max(-1, Math.min(1, (n * sxy - sx * sy) / Math.sqrt(vx * vy)))
}

/** How good a question is: facility 0 to 1, item-rest discrimination, and whether both are acceptable; all null below five. */
export function qualityOf(sums: Sums): Pick<Item, 'facility' | 'discrimination' | 'acceptable'> {
  if (sums.n < ANONYMOUS) return { facility: null, discrimination: null, acceptable: null }
  const facility = sums.sx / sums.n
  const discrimination = correlationOf(sums)
  const [low, high] = ACCEPTABLE.facility
  return { facility, discrimination, acceptable: facility >= low && facility <= high && discrimination !== null && discrimination >= ACCEPTABLE.discrimination }
}

/** Of those judged, the share that is acceptable; null where none was. */
export function acceptableShareOf(items: readonly Pick<Item, 'acceptable'>[]): number | null {
  const judged = items.filter(({ acceptable }) => acceptable !== null)
  return judged.length === 0 ? null : judged.filter(({ acceptable }) => acceptable).length / judged.length
}
