import type { CourseDoc } from '../course/index.ts'
import { ownSidesOf } from '../curriculum/index.ts'
import type { DriftAbilities, RecompileAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { isOfPartner, isOfficer, ownPartners, readsAll, teachesCourse, type Viewer } from '../viewer.ts'
import type { DriftDoc } from './model.ts'

/** Seen by both sides of the agreement, and by who teaches the course; accepted by those who sign for a side. */
export const driftPolicy: Policy<DriftAbilities, DriftDoc> = {
  see: (viewer, { partner, course }) => readsAll(viewer) || isOfPartner(viewer, partner) || teachesCourse(viewer, course),
  accept: (viewer, drift) => ownSidesOf(viewer, drift).length > 0,
}

/** What the viewer may do now: the same rules, in the state it is in. */
export const driftAbilities: Policy<DriftAbilities, DriftDoc> = {
  ...driftPolicy,
  accept: (viewer, drift) => drift.state === 'OPEN' && ownSidesOf(viewer, drift).some(side => !drift.acceptances.some(given => given.side === side && given.hash === drift.hash)),
}

/** The plan is for those who know the course from within; the agency's officers, who publish, recompile. */
export const recompilePolicy: Policy<RecompileAbilities, CourseDoc> = {
  see: (viewer, { _id, partner }) => readsAll(viewer) || isOfPartner(viewer, partner) || teachesCourse(viewer, _id),
  recompile: viewer => isOfficer(viewer),
}

/** `driftPolicy.see`, said to Mongo; test/conformance/policy.test.ts holds the two to the same answer. */
export const visibleDrifts = (viewer: Viewer) =>
  (readsAll(viewer) ? {} : { $or: [{ partner: { $in: ownPartners(viewer) } }, { course: { $in: [...viewer.teaching.values()] } }] })
