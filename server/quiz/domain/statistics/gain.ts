/** Marks of one learner, 0 to 1: at the pre-test and at the post-test. */
export type Both = { before: number; after: number }
export type Level = 'HIGH' | 'MEDIUM' | 'LOW'
export type Gains = { before: number; after: number; gain: number | null; level: Level | null; meanGain: number | null; high: number; medium: number; low: number; full: number }

/** A mark this near to all of it is all of it. */
const NEAR = 1e-9

/** Of what could still be gained, how much was (Hake 1998; DOMAIN.md 4.6): (post - pre) / (100 - pre). Null where nothing could be. */
export const gainOf = ({ before, after }: Both): number | null => (before >= 1 - NEAR ? null : (after - before) / (1 - before))

/** 0.7 and above is high, 0.3 and above medium (Hake 1998). */
export const levelOf = (gain: number): Level => (gain >= 0.7 - NEAR ? 'HIGH' : gain >= 0.3 - NEAR ? 'MEDIUM' : 'LOW')

/** The gain of a group: of its means, as Hake defines it, and the mean of its learners' own. Null of nobody. */
export function gainsOf(learners: readonly Both[]): Gains | null {
  if (learners.length === 0) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [before, after] = [mean(learners.map(one => one.before)), mean(learners.map(one => one.after))]
  const gain = gainOf({ before, after })
  const own = learners.flatMap(one => gainOf(one) ?? [])
  const levels = own.map(levelOf)
  const of = (level: Level) => levels.filter(one => one === level).length
  return {
    before, after, gain, level: gain === null ? null : levelOf(gain), meanGain: own.length === 0 ? null : mean(own),
    high: of('HIGH'), medium: of('MEDIUM'), low: of('LOW'), full: learners.length - own.length,
  }
}
