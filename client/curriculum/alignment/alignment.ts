/** The alignment matrix: outcomes by competencies, subjects and assessments, what links them and where a link is missing. */

export const sides = ['COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS'] as const
export type Side = (typeof sides)[number]

export type CognitiveLevel = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6'
/** What the matrix needs of a content; a draft's and a version's both have it. */
export type AlignmentContent = {
  outcomes: readonly { id: string; code: string; text: string; level?: CognitiveLevel | null }[]
  competencies: readonly { id: string; code: string; name: string; need: string; outcomes: readonly string[] }[]
  subjects: readonly { id: string; title: string; outcomes: readonly string[]; activities: readonly { outcomes: readonly string[] }[] }[]
  assessments: readonly {
    id: string; kind: 'QUIZ' | 'PRACTICUM'; title: string; subject: string; outcomes: readonly string[]
    blueprint: readonly { outcome: string; level: CognitiveLevel; items: number }[]
  }[]
}

/** What a row lacks. NOT_PRACTISED: a subject claims it, yet none of its activities does. */
export type RowGap = 'NOT_DEVELOPING' | 'NOT_TAUGHT' | 'NOT_PRACTISED' | 'NOT_ASSESSED'
export const rowGaps: readonly RowGap[] = ['NOT_TAUGHT', 'NOT_ASSESSED', 'NOT_PRACTISED', 'NOT_DEVELOPING']
/** The group of columns in which a gap is mended. */
export const sideOfGap: Record<RowGap, Side> = { NOT_DEVELOPING: 'COMPETENCIES', NOT_TAUGHT: 'SUBJECTS', NOT_PRACTISED: 'SUBJECTS', NOT_ASSESSED: 'ASSESSMENTS' }

/** `kind`: of an assessment; `number`: its place among those of its kind, from 1. `empty`: it links to no outcome. */
export type Column = { side: Side; id: string; kind: 'QUIZ' | 'PRACTICUM' | null; number: number; code: string | null; name: string; activities: number; items: number; empty: boolean }
/**
 * `depth`: activities of the subject that serve the outcome, or questions the assessment's blueprint asks of it.
 * A depth without a link is a contradiction, shown as such. `levels`: questions by cognitive level, those there are.
 */
export type Cell = { linked: boolean; depth: number; levels: [CognitiveLevel, number][] }
export type Row = { id: string; code: string; text: string; level: CognitiveLevel | null; cells: Cell[]; gaps: RowGap[] }
export type Alignment = { rows: Row[]; columns: Column[]; gaps: { code: RowGap | `EMPTY_${Side}`; ids: string[] }[] }

const none: Cell = { linked: false, depth: 0, levels: [] }

/** The whole matrix of a content. Linear in links, so that it may be made anew at every change. */
export function alignmentOf(content: AlignmentContent): Alignment {
  const columns = columnsOf(content)
  const cells = new Map(content.outcomes.map(({ id }) => [id, columns.map(() => none)]))
  const put = (outcome: string, at: number, change: (cell: Cell) => Cell) => {
    const row = cells.get(outcome)
    if (row) row[at] = change(row[at]!)
  }
  const things = [...content.competencies, ...content.subjects, ...content.assessments]
  things.forEach((thing, at) => {
    for (const outcome of new Set(thing.outcomes)) put(outcome, at, cell => ({ ...cell, linked: true }))
    if ('activities' in thing) for (const { outcomes } of thing.activities) for (const outcome of new Set(outcomes)) put(outcome, at, cell => ({ ...cell, depth: cell.depth + 1 }))
    if ('blueprint' in thing) for (const { outcome, level, items } of thing.blueprint) put(outcome, at, cell => ({ ...cell, depth: cell.depth + items, levels: added(cell.levels, level, items) }))
  })
  const rows = content.outcomes.map(({ id, code, text, level }) => {
    const own = cells.get(id)!
    return { id, code, text, level: level ?? null, cells: own, gaps: gapsOf(own, columns) }
  })
  return { rows, columns, gaps: summaryOf(rows, columns) }
}

function columnsOf({ competencies, subjects, assessments }: AlignmentContent): Column[] {
  const counts = { QUIZ: 0, PRACTICUM: 0 }
  const common = { kind: null, code: null, activities: 0, items: 0 }
  return [
    ...competencies.map(({ id, code, name, outcomes }, index) => ({ ...common, side: 'COMPETENCIES' as const, id, number: index + 1, code, name, empty: outcomes.length === 0 })),
    ...subjects.map(({ id, title, outcomes, activities }, index) => ({ ...common, side: 'SUBJECTS' as const, id, number: index + 1, name: title, activities: activities.length, empty: outcomes.length === 0 })),
    ...assessments.map(({ id, kind, title, outcomes, blueprint }) => ({
      ...common, side: 'ASSESSMENTS' as const, id, kind, number: ++counts[kind], name: title, items: blueprint.reduce((sum, { items }) => sum + items, 0), empty: outcomes.length === 0,
    })),
  ]
}

function added(levels: Cell['levels'], level: CognitiveLevel, items: number): Cell['levels'] {
  const sums = new Map(levels)
  return [...sums.set(level, (sums.get(level) ?? 0) + items)].sort(([a], [b]) => a.localeCompare(b))
}

function gapsOf(cells: readonly Cell[], columns: readonly Column[]): RowGap[] {
  const of = (side: Side) => cells.filter((_, at) => columns[at]!.side === side)
  const linked = (side: Side) => of(side).some(cell => cell.linked)
  const missing: Record<RowGap, boolean> = {
    NOT_DEVELOPING: !linked('COMPETENCIES'), NOT_TAUGHT: !linked('SUBJECTS'), NOT_ASSESSED: !linked('ASSESSMENTS'),
    NOT_PRACTISED: linked('SUBJECTS') && !of('SUBJECTS').some(({ depth }) => depth > 0),
  }
  return rowGaps.filter(gap => missing[gap])
}

const summaryOf = (rows: readonly Row[], columns: readonly Column[]): Alignment['gaps'] => [
  ...rowGaps.map(code => ({ code, ids: rows.filter(({ gaps }) => gaps.includes(code)).map(({ id }) => id) })),
  ...sides.map(side => ({ code: `EMPTY_${side}` as const, ids: columns.filter(column => column.side === side && column.empty).map(({ id }) => id) })),
].filter(({ ids }) => ids.length > 0)

/** What a row shows, as a short text: two rows with the same one look the same, so that only what changed is drawn anew. */
export const signatureOf = ({ code, text, level, cells, gaps }: Row): string =>
  `${code}\n${text}\n${level}\n${gaps.join()}\n${cells.map(({ linked, depth, levels }) => `${linked ? '+' : ''}${depth || ''}${levels.join('')}`).join(';')}`
