import type { CurriculumTemplateAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, isOfficer, isOfPartner, ownPartners, readsAll, type Viewer } from '../viewer.ts'
import type { AnyTemplate, ImportDoc } from './model.ts'

const designs = (viewer: Viewer, partner: unknown) => isOfficer(viewer) || hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', partner)
/** Who begins curricula at all. */
export const mayBegin = (viewer: Viewer): boolean => isOfficer(viewer) || has(viewer, 'PARTNER_AUTHOR')

/** Who may do what with a preview: it is whose file it was. */
export const importPolicy = {
  see: (viewer: Viewer, { by }: Pick<ImportDoc, 'by'>) => viewer.id === String(by),
  apply: (viewer: Viewer, { by }: Pick<ImportDoc, 'by'>) => viewer.id === String(by) && mayBegin(viewer),
}

/** What hangs on no single thing. */
export const beginPolicy = { begin: (viewer: Viewer, _: Viewer) => mayBegin(viewer) }

/** Who sees a template and who takes it away. Built-in ones, and the agency's, are for all who design or review. */
export const templatePolicy: Policy<CurriculumTemplateAbilities, Pick<AnyTemplate, 'stored'>> = {
  see: (viewer, { stored }) => readsAll(viewer) || (stored?.partner ? isOfPartner(viewer, stored.partner) : ownPartners(viewer).length > 0),
  remove: (viewer, { stored }) => stored !== null && (stored.partner ? designs(viewer, stored.partner) : isOfficer(viewer)),
}

/** `templatePolicy.see`, said to Mongo; test/exchange/policy.test.ts holds the two to the same answer. */
export const visibleTemplates = (viewer: Viewer) => {
  if (readsAll(viewer)) return {}
  const own = ownPartners(viewer)
  return own.length > 0 ? { partner: { $in: [null, ...own] } } : { _id: { $in: [] } }
}

/** Who keeps a version as a template: for all, the agency's officers; for a partner alone, its authors too. */
export const savePolicy = {
  see: (viewer: Viewer, { partner }: { partner: unknown; shared: boolean }) => readsAll(viewer) || isOfPartner(viewer, partner),
  save: (viewer: Viewer, { partner, shared }: { partner: unknown; shared: boolean }) => (shared ? isOfficer(viewer) : designs(viewer, partner)),
}
