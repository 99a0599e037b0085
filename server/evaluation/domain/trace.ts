import type { Content } from '../../curriculum/index.ts'
import type { ApprovalSide, TraceLayer } from '../../graphql.ts'

/** From a certificate, or a whole curriculum, back to the needs it answers: a graph in layers, each node once. */
export type TraceNode = {
  id: string; layer: TraceLayer; label: string; text: string | null
  /** 0 to 1. */
  mark: number | null
  at: Date | null; by: string | null; side: ApprovalSide | null; hash: string | null; link: string | null
}
export type TraceEdge = { from: string; to: string }
export type Evidence = { id: string; assessment: string; at: Date | null; mark: number | null; link: string | null }
export type TraceFacts = {
  certificate: { id: string; number: string; title: string; issuedAt: Date } | null
  version: { id: string; number: number; hash: string; publishedAt: Date }
  content: Content
  approvals: readonly { side: ApprovalSide; by: string | null; at: Date; hash: string }[]
  consultations: readonly { id: string; title: string; at: Date | null; link: string | null }[]
  /** What a person did; null where there is none: then the assessments stand for it. */
  evidence: readonly Evidence[] | null
}

const node = (id: string, layer: TraceLayer, label: string, more: Partial<Omit<TraceNode, 'id' | 'layer' | 'label'>> = {}): TraceNode =>
  ({ id, layer, label, text: null, mark: null, at: null, by: null, side: null, hash: null, link: null, ...more })

/**
 * The graph. Every edge joins two nodes that are there. A subject leads to an outcome by its evidence, and by itself where
 * it teaches an outcome that nothing of it assesses; so what is not proven shows.
 */
export function traceOf(facts: TraceFacts): { nodes: TraceNode[]; edges: TraceEdge[] } {
  const { certificate, version, content, approvals, consultations } = facts
  const edges: TraceEdge[] = []
  const join = (from: string, to: string) => void edges.push({ from, to })
  const versionNode = node(`version:${version.id}`, 'VERSION', String(version.number), { at: version.publishedAt, hash: version.hash })
  const nodes: TraceNode[] = [versionNode]
  const root = certificate ? `certificate:${certificate.id}` : versionNode.id
  if (certificate) {
    nodes.push(node(root, 'CERTIFICATE', certificate.number, { text: certificate.title, at: certificate.issuedAt, link: `/sertifikat/${certificate.id}` }))
    join(root, versionNode.id)
  }
  for (const [at, approval] of approvals.entries()) {
    const id = `approval:${at}`
    nodes.push(node(id, 'APPROVAL', approval.by ?? '', { side: approval.side, at: approval.at, hash: approval.hash, by: approval.by }))
    join(versionNode.id, id)
  }
  for (const one of consultations) {
    nodes.push(node(`consultation:${one.id}`, 'CONSULTATION', one.title, { at: one.at, link: one.link }))
    join(versionNode.id, `consultation:${one.id}`)
  }
  const outcomes = new Set(content.outcomes.map(({ id }) => id))
  for (const { id, title, outcomes: taught } of content.subjects) {
    nodes.push(node(`subject:${id}`, 'SUBJECT', title))
    join(root, `subject:${id}`)
    const assessed = new Set(content.assessments.filter(({ subject }) => subject === id).flatMap(assessment => assessment.outcomes))
    for (const outcome of taught) if (outcomes.has(outcome) && !assessed.has(outcome)) join(`subject:${id}`, `outcome:${outcome}`)
  }
  const subjects = new Set(content.subjects.map(({ id }) => id))
  for (const { id, title, kind, subject, outcomes: proven } of content.assessments) {
    const given = facts.evidence?.find(({ assessment }) => assessment === id)
    nodes.push(node(`evidence:${id}`, 'EVIDENCE', title, { text: kind, mark: given?.mark ?? null, at: given?.at ?? null, link: given?.link ?? null }))
    if (subjects.has(subject)) join(`subject:${subject}`, `evidence:${id}`)
    for (const outcome of proven) if (outcomes.has(outcome)) join(`evidence:${id}`, `outcome:${outcome}`)
  }
  for (const { id, code, text } of content.outcomes) nodes.push(node(`outcome:${id}`, 'OUTCOME', code, { text }))
  for (const { id, code, name, outcomes: developed = [], need = '' } of content.competencies) {
    nodes.push(node(`competency:${id}`, 'COMPETENCY', code, { text: name }))
    for (const outcome of developed) if (outcomes.has(outcome)) join(`outcome:${outcome}`, `competency:${id}`)
    if (!need) continue
    nodes.push(node(`need:${id}`, 'NEED', need))
    join(`competency:${id}`, `need:${id}`)
  }
  return { nodes, edges }
}
