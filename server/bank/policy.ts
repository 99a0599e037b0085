import type { BankQuestionAbilities, ViewerAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { has, hasIn, isOfficer, isOfPartner, learnsIn, ownPartners, readsAll, teachesCourse, type Viewer } from '../viewer.ts'
import type { BankQuestionDoc, OwnerDoc } from './model.ts'

type Owned = { owner: OwnerDoc; askedIn?: readonly unknown[] }

/** Whose questions one writes: the agency's its officers, a partner's its authors, a course's those who teach it. */
export const writesFor = (viewer: Viewer, { kind, id }: OwnerDoc): boolean => isOfficer(viewer)
  || (kind === 'PARTNER' && hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', id))
  || (kind === 'COURSE' && teachesCourse(viewer, id))

/** Whose questions one reads, as far as they are not to be asked of oneself. */
export const seesQuestionsOf = (viewer: Viewer, owner: OwnerDoc): boolean => readsAll(viewer) || writesFor(viewer, owner)
  || (owner.kind === 'PARTNER' && isOfPartner(viewer, owner.id))

/** It is, or may be, asked of the viewer: in a course they learn in nobody reads the key beforehand, whatever else they are. */
const isAskedOf = (viewer: Viewer, { owner, askedIn = [] }: Owned): boolean =>
  (owner.kind === 'COURSE' && learnsIn(viewer, owner.id)) || askedIn.some(course => learnsIn(viewer, course))

const sees = (viewer: Viewer, question: Owned): boolean => seesQuestionsOf(viewer, question.owner) && !isAskedOf(viewer, question)
const writes = (viewer: Viewer, question: Owned): boolean => writesFor(viewer, question.owner) && !isAskedOf(viewer, question)

/** Who may do what with a question, whatever state it is in. Learners find none: here are the keys. */
export const bankPolicy: Policy<BankQuestionAbilities, BankQuestionDoc> = {
  see: sees,
  edit: writes,
  comment: sees,
  delete: writes,
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
  const learnt = [...viewer.learning.values()].flatMap(({ state, course }) => (state === 'ENROLLED' ? [course] : []))
  const notAskedOf = learnt.length === 0 ? [] : [{ askedIn: { $nin: learnt } }, { $nor: [{ 'owner.kind': 'COURSE', 'owner.id': { $in: learnt } }] }]
  const read = readsAll(viewer) ? [] : [{ $or: [
    { 'owner.kind': 'PARTNER', 'owner.id': { $in: ownPartners(viewer) } },
    { 'owner.kind': 'COURSE', 'owner.id': { $in: [...new Set(viewer.teaching.values())] } },
  ] }]
  const all = [...read, ...notAskedOf]
  return all.length === 0 ? {} : { $and: all }
}
