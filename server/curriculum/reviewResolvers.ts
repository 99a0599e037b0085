import type { HistoryFault, RedlineKind, Resolvers } from '../graphql.ts'
import { pageOf } from '../lib/page.ts'
import { CurriculumEntryModel, type CurriculumEntryDoc } from './reviewModel.ts'
import { reviewSidesOf } from './policy.ts'
import { comparison } from './service/compare.ts'
import { approvingFor, delegateApproval, delegatesFor, delegationState, revokeDelegation } from './service/delegate.ts'
import { hoursOf } from './service/describe.ts'
import { concernedBy } from './service/entries.ts'
import { setReviewDue } from './service/schedule.ts'
import { changedSinceSeen, markCurriculumSeen } from './service/seen.ts'
import { signOffCells, signOffSection, takeBackSignOff } from './service/signOff.ts'
import { canonicalContent, verifyHistory } from './service/verify.ts'

/** What schema/curriculum.review.graphql adds; resolvers.ts joins it to the domain's own. */
export const reviewResolvers = {
  Query: { curriculumComparison: (_, { curriculum, from, to }, ctx) => comparison(ctx, curriculum, from, to) },
  Mutation: {
    markCurriculumSeen: (_, { curriculum, hash }, ctx) => markCurriculumSeen(ctx, curriculum, hash),
    signOffSection: (_, { curriculum, section, hash }, ctx) => signOffSection(ctx, curriculum, section, hash),
    takeBackSignOff: (_, { curriculum, section }, ctx) => takeBackSignOff(ctx, curriculum, section),
    setReviewDue: (_, { curriculum, due }, ctx) => setReviewDue(ctx, curriculum, due),
    delegateApproval: (_, { curriculum, input }, ctx) => delegateApproval(ctx, curriculum, input),
    revokeDelegation: (_, { curriculum, delegation }, ctx) => revokeDelegation(ctx, curriculum, delegation),
  },
  Curriculum: {
    entries: ({ _id }, { without, ...page }) =>
      pageOf<CurriculumEntryDoc>(CurriculumEntryModel, { curriculum: _id, ...(without.length > 0 && { kind: { $nin: without } }) }, page),
    historyIntact: curriculum => verifyHistory(curriculum),
    signOffs: curriculum => signOffCells(curriculum),
    reviewDue: ({ review }) => review?.due ?? null,
    reviewSince: ({ review }) => review?.since ?? null,
    delegations: ({ delegations }) => [...delegations].reverse(),
    reviewsFor: (curriculum, _, ctx) => reviewSidesOf(ctx.viewer, curriculum),
    delegates: (curriculum, _, ctx) => delegatesFor(ctx, curriculum),
    approvesFor: (curriculum, _, ctx) => approvingFor(ctx, curriculum),
    changedSinceSeen: (curriculum, _, ctx) => changedSinceSeen(ctx, curriculum),
  },
  CurriculumVersion: { canonicalContent, historyHead: version => version.history },
  CurriculumEntry: {
    id: entry => String(entry._id),
    by: (entry, _, ctx) => ctx.load.person.find(entry.by),
    side: ({ organisation }) => (organisation === null ? null : organisation === 'AGENCY' ? 'AGENCY' : 'PARTNER'),
    kind: entry => entry.kind as never,
    concerns: (entry, _, ctx) => ctx.load.person.find(concernedBy(entry)),
  },
  HistoryCheck: { fault: ({ fault }) => fault as HistoryFault | null },
  SignOffCell: { signOff: ({ given }) => given },
  SignOff: { by: (signOff, _, ctx) => ctx.load.person.get(signOff.by) },
  ApprovalDelegation: {
    id: delegation => String(delegation._id),
    from: (delegation, _, ctx) => ctx.load.person.get(delegation.from),
    to: (delegation, _, ctx) => ctx.load.person.get(delegation.to),
    state: (delegation, _, ctx) => delegationState(ctx, delegation),
    revokedBy: (delegation, _, ctx) => ctx.load.person.find(delegation.revokedBy),
  },
  ApprovingFor: { onBehalfOf: ({ onBehalfOf }, _, ctx) => ctx.load.person.find(onBehalfOf) },
  ComparedContent: { title: ({ content }) => content.title, hours: ({ content }) => hoursOf(content) },
  ContentChange: { by: (change, _, ctx) => ctx.load.person.find(change.by) },
  RedlinePiece: { kind: ({ kind }) => kind.toUpperCase() as RedlineKind },
} satisfies Resolvers
