import type { Role, ScopeKind } from '../gql/operations.ts'

/** In the order of menus. */
export const roles: readonly Role[] = ['LEARNER', 'INSTRUCTOR', 'PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY', 'CURRICULUM_OFFICER',
  'AGENCY_SIGNATORY', 'SUPERVISOR', 'UNIT_HEAD', 'AUDITOR', 'ADMIN']

/** Where the form offers a role; whether it fits is the server's to say. */
export const usualScope: Record<Role, ScopeKind> = {
  LEARNER: 'AGENCY', INSTRUCTOR: 'AGENCY', PARTNER_LEAD: 'PARTNER', PARTNER_AUTHOR: 'PARTNER', PARTNER_SIGNATORY: 'PARTNER', CURRICULUM_OFFICER: 'AGENCY',
  AGENCY_SIGNATORY: 'AGENCY', SUPERVISOR: 'UNIT', UNIT_HEAD: 'UNIT', AUDITOR: 'AGENCY', ADMIN: 'AGENCY',
}
