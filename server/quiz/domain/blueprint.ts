import type { CognitiveLevel } from '../../graphql.ts'

/** Kisi-kisi: how many questions of which outcome and level a quiz is to have, and how many it has. */
export type BlueprintRow = { id: string; outcome: string; level: CognitiveLevel; items: number }
type Placed = { outcome?: string | null; level?: CognitiveLevel | null }
export type CoverageRow = { id: string; outcome: string; level: CognitiveLevel; wanted: number; asked: number }
export type Coverage = { rows: CoverageRow[]; wanted: number; covered: number; elsewhere: number }

/**
 * What the questions cover. Two rows of the same outcome and level share its questions, the first first. A question more
 * than a row wants covers nothing more; one that says no outcome or level, or such as no row wants, is `elsewhere`.
 */
export function coverageOf(blueprint: readonly BlueprintRow[], questions: readonly Placed[]): Coverage {
  const there = new Map<string, number>()
  for (const { outcome, level } of questions) there.set(`${outcome}/${level}`, (there.get(`${outcome}/${level}`) ?? 0) + 1)
  const last = new Map(blueprint.map((row, at) => [`${row.outcome}/${row.level}`, at]))
  const rows = blueprint.map(({ id, outcome, level, items }, at) => {
    const key = `${outcome}/${level}`
    const left = there.get(key) ?? 0
    const asked = last.get(key) === at ? left : Math.min(left, items)
    there.set(key, left - asked)
    return { id, outcome, level, wanted: items, asked }
  })
  return {
    rows,
    wanted: rows.reduce((sum, { wanted }) => sum + wanted, 0),
    covered: rows.reduce((sum, { wanted, asked }) => sum + Math.min(wanted, asked), 0),
    elsewhere: [...there.values()].reduce((sum, left) => sum + left, 0),
  }
}
