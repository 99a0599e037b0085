import type { CertificateDoc } from '../certificate/index.ts'
import type { EnrolmentDoc } from '../course/index.ts'
import type { ImprovementAbilities, ScorecardAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, isOfPartner, isOfficer, ownPartners, readsAll, teachesClass, teachesCourse, type Viewer } from '../viewer.ts'
import { scorecardMoves, type ScorecardMove } from './domain/scorecard.ts'
import type { ImprovementDoc, ScorecardDoc } from './model.ts'

/** Whose chain of evidence it is, who teaches the class, the partner whose course it is, the agency. Not heads of units: they see the certificate. */
export const tracePolicy = {
  see: (viewer: Viewer, { person, class: group, partner }: CertificateDoc) =>
    viewer.id === String(person) || readsAll(viewer) || teachesClass(viewer, group) || isOfPartner(viewer, partner),
  /** Marks and pieces of work: not for the partner, who sees figures, not persons (UU 27/2022, least data). */
  seeWork: (viewer: Viewer, { person, class: group }: CertificateDoc) => viewer.id === String(person) || readsAll(viewer) || teachesClass(viewer, group),
}

/** The agency's from the beginning, the partner's once it is shared, who teaches the course once it is published. */
export const scorecardPolicy: Policy<ScorecardAbilities, ScorecardDoc> = {
  see: (viewer, { partner, course, state }) => readsAll(viewer) || (state !== 'DRAFT' && isOfPartner(viewer, partner)) || (state === 'PUBLISHED' && teachesCourse(viewer, course)),
  share: viewer => isOfficer(viewer),
  recall: viewer => isOfficer(viewer),
  publish: viewer => isOfficer(viewer),
  comment: (viewer, scorecard) => scorecard.state !== 'DRAFT' && isOfPartner(viewer, scorecard.partner),
  improve: (viewer, scorecard) => isOfficer(viewer) || (scorecard.state !== 'DRAFT' && hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', scorecard.partner)),
}

/** What the viewer may do now: the same rules, in the state it is in. */
export const scorecardAbilities: Policy<ScorecardAbilities, ScorecardDoc> = {
  ...scorecardPolicy,
  share: now('share'),
  recall: now('recall'),
  publish: now('publish'),
  comment: (viewer, scorecard) => scorecard.state === 'PARTNER_COMMENT' && scorecardPolicy.comment(viewer, scorecard),
}

function now(move: ScorecardMove) {
  return (viewer: Viewer, scorecard: ScorecardDoc) => move in scorecardMoves[scorecard.state] && scorecardPolicy[move](viewer, scorecard)
}

/** Who drafts the scorecard of a version. */
export const draftPolicy = { see: (viewer: Viewer, { partner }: { partner: unknown }) => readsAll(viewer) || isOfPartner(viewer, partner), draft: (viewer: Viewer) => isOfficer(viewer) }

/** Both sides see what is to be improved in their curricula; officers and the partner's authors keep it. */
export const improvementPolicy: Policy<ImprovementAbilities, ImprovementDoc> = {
  see: (viewer, { partner }) => readsAll(viewer) || isOfPartner(viewer, partner),
  move: (viewer, { partner }) => isOfficer(viewer) || hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', partner),
}

/** One's own, and only as a learner in the class. */
export const reactionPolicy = {
  see: (viewer: Viewer, { person, class: group }: EnrolmentDoc) => viewer.id === String(person) || readsAll(viewer) || teachesClass(viewer, group),
  give: (viewer: Viewer, { person, state }: EnrolmentDoc) => viewer.id === String(person) && state === 'ENROLLED',
}

export const evaluationViewerPolicy: Policy<Pick<ViewerAbilities, 'seeScorecards' | 'draftScorecards'>, Viewer> = {
  seeScorecards: viewer => readsAll(viewer) || ownPartners(viewer).length > 0 || has(viewer, 'INSTRUCTOR'),
  draftScorecards: viewer => isOfficer(viewer),
}

/** `scorecardPolicy.see`, said to Mongo; test/evaluation/policy.test.ts holds the two to the same answer. */
export const visibleScorecards = (viewer: Viewer) => (readsAll(viewer) ? {} : {
  $or: [{ partner: { $in: ownPartners(viewer) }, state: { $ne: 'DRAFT' } }, { course: { $in: [...viewer.teaching.values()] }, state: 'PUBLISHED' }],
})
