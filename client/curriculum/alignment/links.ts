import type { CurriculumPatch } from '../../gql/operations.ts'
import { sides, type Side } from './alignment.ts'

/** One link of the matrix as somebody wants it: there, or not. Said twice it is the same, so it can be said again after a conflict. */
export type Link = { side: Side; column: string; outcome: string; on: boolean }

type Thing = { id: string; outcomes: readonly string[] }
type Linked = { outcomes: readonly { id: string }[]; competencies: readonly Thing[]; subjects: readonly Thing[]; assessments: readonly Thing[] }
const listOf = { COMPETENCIES: 'competencies', SUBJECTS: 'subjects', ASSESSMENTS: 'assessments' } as const

export const sameLink = (a: Omit<Link, 'on'>, b: Omit<Link, 'on'>): boolean => a.side === b.side && a.column === b.column && a.outcome === b.outcome

/** The wishes with one more: the last word on a link is the only one. */
export const wished = (links: readonly Link[], link: Link): Link[] => [...links.filter(other => !sameLink(other, link)), link]

/** Whether both ends of the link are still there. */
export const possible = (content: Linked, { side, column, outcome }: Link): boolean =>
  content.outcomes.some(({ id }) => id === outcome) && content[listOf[side]].some(({ id }) => id === column)

const holds = (content: Linked, { side, column, outcome, on }: Link): boolean =>
  content[listOf[side]].some(({ id, outcomes }) => id === column && outcomes.includes(outcome) === on)

/** The wishes that would still change something. */
export const open = (content: Linked, links: readonly Link[]): Link[] => links.filter(link => possible(content, link) && !holds(content, link))

/** A new link comes before the first that stands later in the curriculum; what was there keeps its order. */
function inserted(list: readonly string[], outcome: string, order: ReadonlyMap<string, number>): string[] {
  const at = list.findIndex(other => (order.get(other) ?? -1) > order.get(outcome)!)
  return at < 0 ? [...list, outcome] : [...list.slice(0, at), outcome, ...list.slice(at)]
}

/** The content with the links as wished; links of outcomes that are no longer there are left as they are. */
export function linked<C extends Linked>(content: C, links: readonly Link[]): C {
  const order = new Map(content.outcomes.map(({ id }, at) => [id, at]))
  const withLinks = (side: Side) => (thing: Thing): Thing => {
    const own = links.filter(link => link.side === side && link.column === thing.id && thing.outcomes.includes(link.outcome) !== link.on && order.has(link.outcome))
    if (own.length === 0) return thing
    const kept = thing.outcomes.filter(outcome => !own.some(link => !link.on && link.outcome === outcome))
    return { ...thing, outcomes: own.filter(({ on }) => on).reduce((list, { outcome }) => inserted(list, outcome, order), kept) }
  }
  const wanted = sides.filter(side => links.some(link => link.side === side))
  return { ...content, ...Object.fromEntries(wanted.map(side => [listOf[side], content[listOf[side]].map(withLinks(side))])) }
}

type Hours = { theory: number; practice: number; field: number }

/** The sections the wishes touch, whole, as they are sent (without the names of types an answer carries); null where nothing is left to change. */
export function patchOf(content: Linked, links: readonly Link[]): CurriculumPatch | null {
  const wanted = open(content, links)
  if (wanted.length === 0) return null
  const after = linked(content, wanted)
  const touched = sides.filter(side => wanted.some(link => link.side === side))
  return JSON.parse(JSON.stringify(Object.fromEntries(touched.map(side => {
    const list = after[listOf[side]]
    return [listOf[side], side === 'SUBJECTS' ? (list as (Thing & { hours: Hours })[]).map(flat) : list]
  })), (key, value: unknown) => (key === '__typename' ? undefined : value))) as CurriculumPatch
}

const flat = ({ hours: { theory, practice, field }, ...subject }: Thing & { hours: Hours }) => ({ ...subject, theory, practice, field })
