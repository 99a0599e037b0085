import { curriculumPolicy, type CurriculumDoc } from '../curriculum/index.ts'
import type { ApprovalSide, ThreadAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { hasOverAgency, isOfPartner, isOfficer, type Viewer } from '../viewer.ts'
import type { Talk } from './model.ts'

/** For which of the two the viewer speaks about a partner's curriculum; null for who only reads, and for everybody else. */
export const sideOf = (viewer: Viewer, { partner }: Pick<CurriculumDoc, 'partner'>): ApprovalSide | null =>
  isOfficer(viewer) || hasOverAgency(viewer, 'AGENCY_SIGNATORY') ? 'AGENCY' : isOfPartner(viewer, partner) ? 'PARTNER' : null

/** Who reads a curriculum's discussion, and who speaks in it. */
export const discussionPolicy: Policy<{ see: boolean; discuss: boolean }, CurriculumDoc> = {
  see: curriculumPolicy.see,
  discuss: (viewer, curriculum) => sideOf(viewer, curriculum) !== null,
}

const speaks = (viewer: Viewer, { curriculum }: Talk) => discussionPolicy.discuss(viewer, curriculum)
const edits = (viewer: Viewer, { curriculum }: Talk) => curriculumPolicy.edit(viewer, curriculum)
const suggested = (viewer: Viewer, { thread, curriculum }: Talk) =>
  discussionPolicy.discuss(viewer, curriculum) && thread.suggestion !== null && String(thread.suggestion.by) === viewer.id

/** Who may do what with a thread, whatever state it is in: a wrong state is a refusal of its own. */
export const threadPolicy: Policy<ThreadAbilities, Talk> = {
  see: (viewer, { curriculum }) => discussionPolicy.see(viewer, curriculum),
  comment: speaks,
  resolve: speaks,
  reopen: speaks,
  accept: edits,
  decline: edits,
  withdraw: suggested,
  rebase: suggested,
}

const live = ({ curriculum }: Talk) => curriculum.state !== 'ARCHIVED'
const open = (talk: Talk) => live(talk) && talk.thread.state === 'OPEN'
const waiting = ({ thread }: Talk) => thread.suggestion?.state === 'PENDING'

/** What the viewer may do now: the same rules, in the state it is in. */
export const threadAbilities: Policy<ThreadAbilities, Talk> = {
  see: threadPolicy.see,
  comment: (viewer, talk) => open(talk) && threadPolicy.comment(viewer, talk),
  resolve: (viewer, talk) => open(talk) && !waiting(talk) && threadPolicy.resolve(viewer, talk),
  reopen: (viewer, talk) => live(talk) && talk.thread.state === 'RESOLVED' && threadPolicy.reopen(viewer, talk),
  accept: (viewer, talk) => open(talk) && waiting(talk) && threadPolicy.accept(viewer, talk),
  decline: (viewer, talk) => open(talk) && waiting(talk) && threadPolicy.decline(viewer, talk),
  withdraw: (viewer, talk) => open(talk) && waiting(talk) && threadPolicy.withdraw(viewer, talk),
  rebase: (viewer, talk) => open(talk) && waiting(talk) && threadPolicy.rebase(viewer, talk),
}
