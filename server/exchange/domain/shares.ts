import type { AssessmentContent } from '../../curriculum/index.ts'

/** What each part weighs in the final mark (D): as a course counts it, which test/exchange holds to be the same. */
export const partWeights = { attendance: 0.2, knowledge: 0.3, practice: 0.5 } as const

export type Shares = { attendance: number; of: ReadonlyMap<string, number> }

/**
 * What each assessment weighs in the whole, in percent with one decimal, together with attendance exactly 100. Parts that a
 * curriculum lacks leave their weight to the others in proportion. Weights of a kind count relative to their sum; where all
 * are 0 they weigh alike.
 */
export function sharesOf(assessments: readonly Pick<AssessmentContent, 'id' | 'kind' | 'weight'>[]): Shares {
  const kinds = { knowledge: assessments.filter(({ kind }) => kind === 'QUIZ'), practice: assessments.filter(({ kind }) => kind === 'PRACTICUM') }
  const there = partWeights.attendance + (kinds.knowledge.length ? partWeights.knowledge : 0) + (kinds.practice.length ? partWeights.practice : 0)
  const exact: [string, number][] = [['', partWeights.attendance / there]]
  for (const part of ['knowledge', 'practice'] as const) {
    const sum = kinds[part].reduce((total, { weight }) => total + weight, 0)
    for (const { id, weight } of kinds[part]) exact.push([id, (partWeights[part] / there) * (sum > 0 ? weight / sum : 1 / kinds[part].length)])
  }
  const rounded = toThousand(exact.map(([, share]) => share))
  return { attendance: rounded[0]! / 10, of: new Map(exact.slice(1).map(([id], at) => [id, rounded[at + 1]! / 10])) }
}

/** Fractions that make 1 as whole thousandths that make 1000: the largest remainders are rounded up. */
function toThousand(fractions: readonly number[]): number[] {
  const whole = fractions.map(fraction => Math.floor(fraction * 1000 + 1e-9))
  const missing = 1000 - whole.reduce((sum, one) => sum + one, 0)
  const first = fractions.map((fraction, at) => ({ at, rest: fraction * 1000 - whole[at]! })).sort((a, b) => b.rest - a.rest || a.at - b.at).slice(0, missing)
  for (const { at } of first) whole[at]!++
  return whole
}
