import type { EvaluationTraceQuery, TraceLayer } from '../gql/operations.ts'

/** Where the nodes of a trace stand: layer by layer from left to right, each layer from top to bottom. */
export type Trace = NonNullable<EvaluationTraceQuery['trace']>
export type TraceNode = Trace['nodes'][number]
export type Placed = { node: TraceNode; x: number; y: number }

export const WIDTH = 176
export const HEIGHT = 58
export const GAP_X = 34
const GAP_Y = 14
export const HEAD = 30

type Columns = readonly (readonly TraceLayer[])[]
/** The columns; what is beside the chain stands over it, in the column after the one it hangs on. */
const ofCertificate: Columns = [['CERTIFICATE'], ['VERSION', 'SUBJECT'], ['APPROVAL', 'CONSULTATION', 'EVIDENCE'], ['OUTCOME'], ['COMPETENCY'], ['NEED']]
const ofVersion: Columns = [['VERSION'], ['APPROVAL', 'CONSULTATION', 'SUBJECT'], ['EVIDENCE'], ['OUTCOME'], ['COMPETENCY'], ['NEED']]
export const layers: readonly TraceLayer[] = ofCertificate.flat()

/** The layers there are, as columns with their nodes. A column without nodes takes no room. */
export function columnsOf(nodes: readonly TraceNode[]): { layers: TraceLayer[]; nodes: TraceNode[] }[] {
  const columns = nodes.some(({ layer }) => layer === 'CERTIFICATE') ? ofCertificate : ofVersion
  return columns.map(kinds => ({
    layers: kinds.filter(kind => nodes.some(({ layer }) => layer === kind)),
    nodes: kinds.flatMap(kind => nodes.filter(({ layer }) => layer === kind)),
  })).filter(column => column.nodes.length > 0)
}

/** Each node with its place, and the size of the whole picture. */
export function place(nodes: readonly TraceNode[]): { placed: Placed[]; width: number; height: number } {
  const drawn = columnsOf(nodes)
  const tallest = Math.max(...drawn.map(column => column.nodes.length), 1)
  const height = HEAD + tallest * (HEIGHT + GAP_Y)
  const placed = drawn.flatMap(({ nodes: inside }, at) => inside.map((node, row) => ({
    node, x: at * (WIDTH + GAP_X), y: HEAD + row * (HEIGHT + GAP_Y) + ((tallest - inside.length) * (HEIGHT + GAP_Y)) / 2,
  })))
  return { placed, width: Math.max(drawn.length * (WIDTH + GAP_X) - GAP_X, WIDTH), height }
}

/** The nodes that lead to one, and those it leads to, as far as the edges go; with itself. */
export function connected(edges: Trace['edges'], id: string): Set<string> {
  const reach = (forward: boolean) => {
    const seen = new Set([id])
    for (const one of seen) for (const { from, to } of edges) if ((forward ? from : to) === one) seen.add(forward ? to : from)
    return seen
  }
  return new Set([...reach(true), ...reach(false)])
}
