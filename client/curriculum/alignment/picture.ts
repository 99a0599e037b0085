import type { AlignmentContent } from './alignment.ts'

/** The curriculum as layers of things joined by what links them, placed for drawing. Lengths in the picture's own units. */
export type Layer = 'COMPETENCIES' | 'OUTCOMES' | 'SUBJECTS' | 'ASSESSMENTS'
export const layers: readonly Layer[] = ['COMPETENCIES', 'OUTCOMES', 'SUBJECTS', 'ASSESSMENTS']
/** `through`: outcomes it speaks for. `loose`: nothing leads to it from one of its sides. */
export type Knot = { layer: Layer; id: string; code: string; text: string; x: number; y: number; through: ReadonlySet<string>; loose: boolean }
/** `through`: outcomes for which it stands. `gap`: it joins two things that share no outcome, or passes over a layer. */
export type Thread = { key: string; from: Knot; to: Knot; through: ReadonlySet<string>; gap: boolean }
export type Picture = { knots: Knot[]; threads: Thread[]; width: number; height: number }

export const KNOT = { width: 200, height: 44 } as const
const STEP = { x: 280, y: 54 } as const
/** Room above for the names of the layers. */
const TOP = 36

type Names = { subject: (number: number) => string; assessment: (kind: 'QUIZ' | 'PRACTICUM', number: number) => string }

/**
 * Competencies, outcomes, subjects and assessments from left to right. Outcomes and subjects stand in the curriculum's
 * order, which its authors know; competencies and assessments near the middle of what they link, so that fewer lines cross.
 */
export function pictureOf(content: AlignmentContent, names: Names): Picture {
  const known = new Set(content.outcomes.map(({ id }) => id))
  const only = (outcomes: readonly string[]) => new Set(outcomes.filter(id => known.has(id)))
  const outcomeAt = placesOf(content.outcomes)
  const subjectAt = placesOf(content.subjects)
  const counts = { QUIZ: 0, PRACTICUM: 0 }
  const assessments = content.assessments.map(one => ({ ...one, code: names.assessment(one.kind, ++counts[one.kind]) }))
  const middle = (ids: readonly string[], places: ReadonlyMap<string, number>) => {
    const found = ids.flatMap(id => places.get(id) ?? [])
    return found.length === 0 ? Infinity : found.reduce((sum, at) => sum + at, 0) / found.length
  }
  const bare: Omit<Knot, 'x' | 'y' | 'loose'>[] = [
    ...sorted(content.competencies, ({ outcomes }) => middle(outcomes, outcomeAt)).map(({ id, code, name, outcomes }) => ({ layer: 'COMPETENCIES' as const, id, code, text: name, through: only(outcomes) })),
    ...content.outcomes.map(({ id, code, text }) => ({ layer: 'OUTCOMES' as const, id, code, text, through: new Set([id]) })),
    ...content.subjects.map(({ id, title, outcomes }, index) => ({ layer: 'SUBJECTS' as const, id, code: names.subject(index + 1), text: title, through: only(outcomes) })),
    ...sorted(assessments, ({ subject }) => middle([subject], subjectAt)).map(({ id, code, title, outcomes }) => ({ layer: 'ASSESSMENTS' as const, id, code, text: title, through: only(outcomes) })),
  ]
  const most = Math.max(...layers.map(layer => bare.filter(knot => knot.layer === layer).length), 1)
  const height = TOP + most * STEP.y
  const knots = layers.flatMap((layer, at) => {
    const own = bare.filter(knot => knot.layer === layer)
    const gap = (most * STEP.y) / Math.max(own.length, 1)
    return own.map((knot, index): Knot => ({ ...knot, x: at * STEP.x, y: TOP + gap * (index + 0.5) - KNOT.height / 2, loose: false }))
  })
  const threads = threadsOf(content, knots)
  return { knots: knots.map(knot => ({ ...knot, loose: isLoose(knot, threads) })), threads, width: STEP.x * (layers.length - 1) + KNOT.width, height }
}

const placesOf = (things: readonly { id: string }[]) => new Map(things.map(({ id }, at) => [id, at]))
const sorted = <T>(things: readonly T[], by: (thing: T) => number): T[] => things.map(thing => ({ thing, at: by(thing) }))
  .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ thing }) => thing)

function threadsOf(content: AlignmentContent, knots: readonly Knot[]): Thread[] {
  const of = (layer: Layer) => knots.filter(knot => knot.layer === layer)
  const outcomes = new Map(of('OUTCOMES').map(knot => [knot.id, knot]))
  const subjects = new Map(of('SUBJECTS').map(knot => [knot.id, knot]))
  const thread = (from: Knot, to: Knot, through: ReadonlySet<string>, gap = through.size === 0): Thread => ({ key: `${from.id}>${to.id}`, from, to, through, gap })
  const subjectOf = new Map(content.assessments.map(({ id, subject }) => [id, subject]))
  return [
    ...of('COMPETENCIES').flatMap(knot => [...knot.through].map(id => thread(knot, outcomes.get(id)!, new Set([id])))),
    ...of('SUBJECTS').flatMap(knot => [...knot.through].map(id => thread(outcomes.get(id)!, knot, new Set([id])))),
    ...of('ASSESSMENTS').flatMap(knot => {
      const subject = subjects.get(subjectOf.get(knot.id) ?? '')
      const shared = new Set([...knot.through].filter(id => subject?.through.has(id)))
      const strayed = [...knot.through].filter(id => !shared.has(id))
      return [...(subject ? [thread(subject, knot, shared)] : []), ...strayed.map(id => thread(outcomes.get(id)!, knot, new Set([id]), true))]
    }),
  ]
}

/** An outcome needs something on either side, everything else an outcome. */
function isLoose({ id, layer, through }: Knot, threads: readonly Thread[]): boolean {
  if (layer !== 'OUTCOMES') return through.size === 0
  const into = threads.some(({ to }) => to.id === id)
  const taught = threads.some(({ from, to }) => from.id === id && to.layer === 'SUBJECTS')
  const assessed = threads.some(({ to, through: carried }) => to.layer === 'ASSESSMENTS' && carried.has(id))
  return !into || !taught || !assessed
}

/** What lights up with one thing: every path that passes through it, by its outcomes. In its own layer it stands alone. */
export function pathsOf({ knots, threads }: Picture, { id, layer, through }: Knot): { knots: Set<string>; threads: Set<string> } {
  const meets = (other: ReadonlySet<string>) => [...other].some(outcome => through.has(outcome))
  const lit = new Set(knots.filter(knot => (knot.layer === layer ? knot.id === id : meets(knot.through))).map(knot => knot.id))
  return { knots: lit, threads: new Set(threads.filter(({ from, to, through: own }) => lit.has(from.id) && lit.has(to.id) && (meets(own) || own.size === 0)).map(({ key }) => key)) }
}

/** The next thing in a direction: along its layer, or the nearest in the layer beside it; null at the edge. */
export function besideOf({ knots }: Picture, from: Knot, key: string): Knot | null {
  const own = knots.filter(({ layer }) => layer === from.layer)
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (step !== undefined) return own[own.findIndex(({ id }) => id === from.id) + step] ?? null
  const turn = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (turn === undefined) return null
  for (let at = layers.indexOf(from.layer) + turn; at >= 0 && at < layers.length; at += turn) {
    const there = knots.filter(({ layer }) => layer === layers[at])
    if (there.length > 0) return there.reduce((best, knot) => (Math.abs(knot.y - from.y) < Math.abs(best.y - from.y) ? knot : best))
  }
  return null
}
