import type { Language, Role, ScopeKind } from './graphql.ts'

/** A role one holds, and where. `id` is null for the whole agency. */
export type HeldRole = { role: Role; kind: ScopeKind; id: string | null }

/** A class one learns in, or waits for. */
export type Learning = { enrolment: string; course: string; state: 'ENROLLED' | 'WAITING' | 'WITHDRAWN' }

/** Who is asking, with all a policy needs already loaded. */
export type Viewer = {
  /** The person's id; null when signed out. */
  id: string | null
  session: string | null
  language: Language
  mustChangePassword: boolean
  unit: string | null
  grants: readonly HeldRole[]
  /** By class. */
  learning: ReadonlyMap<string, Learning>
  /** Courses by class one teaches. */
  teaching: ReadonlyMap<string, string>
}

/** Nobody in particular. */
export const guest: Viewer = {
  id: null, session: null, language: 'id', mustChangePassword: false, unit: null, grants: [], learning: new Map(), teaching: new Map(),
}

/** Holds the role in any scope. */
export const has = (viewer: Viewer, role: Role): boolean => viewer.grants.some(grant => grant.role === role)

/** Holds the role in exactly this scope. */
export const hasIn = (viewer: Viewer, role: Role, kind: ScopeKind, id: unknown): boolean =>
  viewer.grants.some(grant => grant.role === role && grant.kind === kind && grant.id === String(id))

/** Holds one of the roles for the whole agency. */
export const hasOverAgency = (viewer: Viewer, ...roles: Role[]): boolean =>
  viewer.grants.some(grant => grant.kind === 'AGENCY' && roles.includes(grant.role))

/** Designs curricula, runs classes, looks after partners: the agency's officer. */
export const isOfficer = (viewer: Viewer): boolean => hasOverAgency(viewer, 'CURRICULUM_OFFICER')

export const isAdmin = (viewer: Viewer): boolean => hasOverAgency(viewer, 'ADMIN')

/** Reads everything there is. An auditor does only that. */
export const readsAll = (viewer: Viewer): boolean =>
  hasOverAgency(viewer, 'CURRICULUM_OFFICER', 'AGENCY_SIGNATORY', 'AUDITOR', 'ADMIN')

/** Ids of the scopes of a kind in which one of the roles is held. */
export const scopesOf = (viewer: Viewer, kind: ScopeKind, ...roles: Role[]): string[] =>
  viewer.grants.flatMap(grant => (grant.kind === kind && grant.id && roles.includes(grant.role) ? [grant.id] : []))

/** What one can be in a partner. Each sees what is the partner's; what more it may is said by the policies. */
export const partnerRoles = ['PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY'] as const satisfies readonly Role[]

/** Belongs to the partner, as its lead, as author or as signatory. */
export const isOfPartner = (viewer: Viewer, partner: unknown): boolean => partnerRoles.some(role => hasIn(viewer, role, 'PARTNER', partner))

/** Ids of the partners one belongs to. */
export const ownPartners = (viewer: Viewer): string[] => scopesOf(viewer, 'PARTNER', ...partnerRoles)

/** Courses in which one is enrolled (not merely waiting). */
export const learnsIn = (viewer: Viewer, course: unknown): boolean =>
  [...viewer.learning.values()].some(learning => learning.state === 'ENROLLED' && learning.course === String(course))

/** Teaches at least one class of the course. */
export const teachesCourse = (viewer: Viewer, course: unknown): boolean => [...viewer.teaching.values()].includes(String(course))

export const teachesClass = (viewer: Viewer, id: unknown): boolean => viewer.teaching.has(String(id))

/** Writes lessons, questions and tasks: the partner's authors, the agency's officers, and who teaches the course. */
export const editsCourse = (viewer: Viewer, { course, partner }: { course: unknown; partner: unknown }): boolean =>
  isOfficer(viewer) || hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', partner) || teachesCourse(viewer, course)
