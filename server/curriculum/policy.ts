import type { ApprovalSide, CurriculumAbilities, CurriculumMove, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, hasOverAgency, isOfPartner, isOfficer, ownPartners, readsAll, type Viewer } from '../viewer.ts'
import { sideToSpeak } from './domain/approval.ts'
import { delegationTo } from './domain/delegation.ts'
import { curriculumMoves, isEditable } from './domain/workflow.ts'
import type { CurriculumDoc, CurriculumVersionDoc } from './model.ts'

type Owned = { partner: unknown }
type Delegated = Owned & Partial<Pick<CurriculumDoc, 'delegations'>>

const designs = (viewer: Viewer, { partner }: Owned) => isOfficer(viewer) || hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', partner)
const officers = (viewer: Viewer) => isOfficer(viewer)

/** The organisation a viewer acts for in a partner's curriculum: AGENCY, or the partner's id. */
export const organisationOf = (viewer: Viewer, { partner }: Owned): string =>
  (!isOfficer(viewer) && isOfPartner(viewer, partner) ? String(partner) : 'AGENCY')

/** The sides for which the viewer signs in their own name. */
export const ownSidesOf = (viewer: Viewer, { partner }: Owned): ApprovalSide[] => [
  ...(hasOverAgency(viewer, 'AGENCY_SIGNATORY') ? ['AGENCY' as const] : []),
  ...(hasIn(viewer, 'PARTNER_SIGNATORY', 'PARTNER', partner) ? ['PARTNER' as const] : []),
]

/** The sides for which the viewer reviews: the agency's officers and signatories, and who belongs to the partner. */
export const reviewSidesOf = (viewer: Viewer, { partner }: Owned): ApprovalSide[] => [
  ...(hasOverAgency(viewer, 'AGENCY_SIGNATORY', 'CURRICULUM_OFFICER') ? ['AGENCY' as const] : []),
  ...(isOfPartner(viewer, partner) ? ['PARTNER' as const] : []),
]

/**
 * The sides for which the viewer signs: in their own name, or standing in for a signatory while they still hold a role of
 * that side. Delegations are given as they hold now (service/asOfNow.ts).
 */
export function sidesOf(viewer: Viewer, curriculum: Delegated): ApprovalSide[] {
  const own = ownSidesOf(viewer, curriculum)
  const stood = reviewSidesOf(viewer, curriculum).filter(side => viewer.id !== null && delegationTo(curriculum.delegations ?? [], viewer.id, side) !== null)
  return [...new Set([...own, ...stood])]
}
const signs = (viewer: Viewer, curriculum: Delegated) => sidesOf(viewer, curriculum).length > 0

/** Who may do what with a curriculum, whatever state it is in: a wrong state is a refusal of its own. */
export const curriculumPolicy: Policy<CurriculumAbilities, CurriculumDoc> = {
  see: (viewer, curriculum) => readsAll(viewer) || isOfPartner(viewer, curriculum.partner),
  edit: designs,
  waive: designs,
  submit: designs,
  withdraw: designs,
  return: (viewer, curriculum) => isOfficer(viewer) || signs(viewer, curriculum),
  approve: signs,
  signOff: (viewer, curriculum) => reviewSidesOf(viewer, curriculum).length > 0,
  delegate: (viewer, curriculum) => ownSidesOf(viewer, curriculum).length > 0,
  schedule: (viewer, curriculum) => designs(viewer, curriculum) || ownSidesOf(viewer, curriculum).length > 0,
  publish: officers,
  revise: designs,
  archive: officers,
}

/** What the viewer may do now: the same rules, in the state it is in. */
export const curriculumAbilities: Policy<CurriculumAbilities, CurriculumDoc> = {
  ...curriculumPolicy,
  edit: (viewer, curriculum) => isEditable(curriculum.state) && curriculumPolicy.edit(viewer, curriculum),
  waive: (viewer, curriculum) => isEditable(curriculum.state) && curriculumPolicy.waive(viewer, curriculum),
  submit: now('submit'),
  withdraw: now('withdraw'),
  return: now('return'),
  approve: (viewer, curriculum) => now('approve')(viewer, curriculum) && sideToSpeak(sidesOf(viewer, curriculum), curriculum.approvals) !== null,
  signOff: (viewer, curriculum) => curriculum.state === 'IN_REVIEW' && curriculumPolicy.signOff(viewer, curriculum),
  delegate: (viewer, curriculum) => curriculum.state !== 'ARCHIVED' && curriculumPolicy.delegate(viewer, curriculum),
  schedule: (viewer, curriculum) => curriculum.state === 'IN_REVIEW' && curriculumPolicy.schedule(viewer, curriculum),
  publish: now('publish'),
  revise: now('revise'),
  archive: now('archive'),
}

function now(move: CurriculumMove) {
  return (viewer: Viewer, curriculum: CurriculumDoc) => move in curriculumMoves[curriculum.state] && curriculumPolicy[move](viewer, curriculum)
}

/** Who may read a published version by itself; those of its courses reach it through them. */
export const versionPolicy = {
  see: (viewer: Viewer, { partner }: Pick<CurriculumVersionDoc, 'partner'>) => readsAll(viewer) || isOfPartner(viewer, partner),
}

/** Who may begin a curriculum with a partner. */
export const beginPolicy: Policy<{ see: boolean; create: boolean }, Owned> = {
  see: (viewer, { partner }) => readsAll(viewer) || isOfPartner(viewer, partner),
  create: designs,
}

/** What hangs on no single thing. */
export const curriculumViewerPolicy: Policy<Pick<ViewerAbilities, 'createCurriculum'>, Viewer> = {
  createCurriculum: viewer => isOfficer(viewer) || has(viewer, 'PARTNER_AUTHOR'),
}

/** `curriculumPolicy.see`, said to Mongo; test/curriculum/policy.test.ts holds the two to the same answer. */
export const visibleCurricula = (viewer: Viewer) =>
  (readsAll(viewer) ? {} : { partner: { $in: ownPartners(viewer) } })
