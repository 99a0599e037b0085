import type { Home, Role } from '../../graphql.ts'

const homeOf: Record<Role, Home> = {
  LEARNER: 'LEARNER', INSTRUCTOR: 'INSTRUCTOR', PARTNER_LEAD: 'PARTNER', PARTNER_AUTHOR: 'PARTNER', PARTNER_SIGNATORY: 'PARTNER',
  CURRICULUM_OFFICER: 'AGENCY', AGENCY_SIGNATORY: 'AGENCY', SUPERVISOR: 'AGENCY', UNIT_HEAD: 'AGENCY', AUDITOR: 'AGENCY', ADMIN: 'AGENCY',
}

const order: readonly Home[] = ['AGENCY', 'PARTNER', 'INSTRUCTOR', 'LEARNER']

/** The views one's roles open, the busiest first: that one greets after sign-in. */
export function homesOf(roles: readonly Role[]): Home[] {
  const homes = new Set(roles.map(role => homeOf[role]))
  return order.filter(home => homes.has(home))
}

/** The kind of scope each role is granted in. An instructor is one for the agency, and then teaches classes. */
const scopesOfRole: Record<Role, readonly string[]> = {
  LEARNER: ['AGENCY'], INSTRUCTOR: ['AGENCY', 'CLASS'], PARTNER_LEAD: ['PARTNER'], PARTNER_AUTHOR: ['PARTNER'], PARTNER_SIGNATORY: ['PARTNER'],
  CURRICULUM_OFFICER: ['AGENCY'], AGENCY_SIGNATORY: ['AGENCY'], SUPERVISOR: ['UNIT'], UNIT_HEAD: ['UNIT'], AUDITOR: ['AGENCY'], ADMIN: ['AGENCY'],
}

/** Whether the role can be held in such a scope. */
export const fitsScope = (role: Role, kind: string): boolean => scopesOfRole[role].includes(kind)
