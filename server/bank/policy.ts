import type { BankQuestionAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, isOfficer, isOfPartner, ownPartners, readsAll, teachesCourse, type Viewer } from '../viewer.ts'
import type { BankQuestionDoc, OwnerDoc } from './model.ts'

type Owned = { owner: OwnerDoc }

/** Whose questions one writes: the agency's its officers, a partner's its authors, a course's those who teach it. */
export const writesFor = (viewer: Viewer, { kind, id }: OwnerDoc): boolean => isOfficer(viewer)
  || (kind === 'PARTNER' && hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', id))
  || (kind === 'COURSE' && teachesCourse(viewer, id))

/** Whose questions one reads, as far as they are not to be asked of oneself. */
export const seesQuestionsOf = (viewer: Viewer, owner: OwnerDoc): boolean => readsAll(viewer) || writesFor(viewer, owner)
  || (owner.kind === 'PARTNER' && isOfPartner(viewer, owner.id))

const sees = (viewer: Viewer, { owner }: Owned): boolean => seesQuestionsOf(viewer, owner)

/** Who may do what with a question, whatever state it is in. Learners find none: here are the keys. */
export const bankPolicy: Policy<BankQuestionAbilities, BankQuestionDoc> = {
  see: sees,
  edit: (viewer, { owner }) => writesFor(viewer, owner),
  comment: sees,
  delete: (viewer, { owner }) => writesFor(viewer, owner),
}

/** What the viewer may do now. */
export const bankAbilities: Policy<BankQuestionAbilities, BankQuestionDoc> = {
  ...bankPolicy,
  delete: (viewer, question) => question.state === 'DRAFT' && question.versionCount === 1 && bankPolicy.delete(viewer, question),
}

export const bankViewerPolicy: Policy<Pick<ViewerAbilities, 'useBank'>, Viewer> = {
  useBank: viewer => readsAll(viewer) || has(viewer, 'PARTNER_AUTHOR') || has(viewer, 'PARTNER_SIGNATORY') || has(viewer, 'PARTNER_LEAD') || viewer.teaching.size > 0,
}

/** `bankPolicy.see`, said to Mongo; test/bank/bank.api.test.ts holds the two to the same answer. */
export function visibleBankQuestions(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  return { $or: [
    { 'owner.kind': 'PARTNER', 'owner.id': { $in: ownPartners(viewer) } },
    { 'owner.kind': 'COURSE', 'owner.id': { $in: [...new Set(viewer.teaching.values())] } },
  ] }
}
