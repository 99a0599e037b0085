import type { PersonAbilities, UnitAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, isAdmin, readsAll, scopesOf, type Viewer } from '../viewer.ts'
import type { PersonDoc, UnitDoc } from './model.ts'

/** Who looks after the people of a unit: its head and its supervisors. */
const looksAfter = (viewer: Viewer, { unit }: PersonDoc) =>
  unit !== null && (hasIn(viewer, 'UNIT_HEAD', 'UNIT', unit) || hasIn(viewer, 'SUPERVISOR', 'UNIT', unit))

const isSelf = (viewer: Viewer, person: PersonDoc) => viewer.id === String(person._id)

/** Who may do what to a person's record. A name shows wherever a thing that one sees names it; the rest is here. */
export const personPolicy: Policy<PersonAbilities, PersonDoc> = {
  see: (viewer, person) => isSelf(viewer, person) || readsAll(viewer) || looksAfter(viewer, person),
  // NIP, e-mail, birth: not for instructors and partners (UU 27/2022, least data).
  seeIdentity: (viewer, person) => personPolicy.see(viewer, person),
  edit: viewer => isAdmin(viewer),
  deactivate: (viewer, person) => isAdmin(viewer) && !isSelf(viewer, person),
  resetPassword: (viewer, person) => isAdmin(viewer) && !isSelf(viewer, person),
  grant: viewer => isAdmin(viewer),
}

export const unitPolicy: Policy<UnitAbilities, UnitDoc> = {
  edit: viewer => isAdmin(viewer),
}

/** What hangs on no single thing. */
export const peoplePolicy: Policy<Pick<ViewerAbilities, 'createPerson' | 'createUnit' | 'listPeople'>, Viewer> = {
  createPerson: viewer => isAdmin(viewer),
  createUnit: viewer => isAdmin(viewer),
  listPeople: viewer => readsAll(viewer) || has(viewer, 'UNIT_HEAD') || has(viewer, 'SUPERVISOR'),
}

/** `personPolicy.see`, said to Mongo; test/people/policy.test.ts holds the two to the same answer. */
export function visiblePeople(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  return { $or: [{ _id: { $in: viewer.id ? [viewer.id] : [] } }, { unit: { $in: scopesOf(viewer, 'UNIT', 'UNIT_HEAD', 'SUPERVISOR') } }] }
}
