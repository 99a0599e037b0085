import type { Resolvers } from '../graphql.ts'
import { abilityResolvers } from '../lib/policy.ts'
import { threadAbilities } from './policy.ts'
import { addComment, deleteComment, editComment } from './service/comment.ts'
import { acceptSuggestion, declineSuggestion, rebaseSuggestion, withdrawSuggestion } from './service/decide.ts'
import * as described from './service/describe.ts'
import { openThreadsOf, threadCountsOf, threadsOf } from './service/list.ts'
import { mentionable } from './service/mentionable.ts'
import { openThread } from './service/open.ts'
import { reopenThread, resolveThread } from './service/resolve.ts'

export const resolvers: Resolvers = {
  Query: {
    thread: (_, { id }, ctx) => described.findThread(ctx, id),
    mentionable: (_, { curriculum, search }, ctx) => mentionable(ctx, curriculum, search ?? null),
  },
  Mutation: {
    openThread: (_, { curriculum, input }, ctx) => openThread(ctx, curriculum, input),
    addComment: (_, { thread, text, mentions }, ctx) => addComment(ctx, thread, text, mentions),
    editComment: (_, { thread, comment, text, mentions }, ctx) => editComment(ctx, thread, comment, text, mentions),
    deleteComment: (_, { thread, comment }, ctx) => deleteComment(ctx, thread, comment),
    resolveThread: (_, { thread }, ctx) => resolveThread(ctx, thread),
    reopenThread: (_, { thread }, ctx) => reopenThread(ctx, thread),
    acceptSuggestion: (_, { thread }, ctx) => acceptSuggestion(ctx, thread),
    declineSuggestion: (_, { thread, reason }, ctx) => declineSuggestion(ctx, thread, reason),
    withdrawSuggestion: (_, { thread }, ctx) => withdrawSuggestion(ctx, thread),
    rebaseSuggestion: (_, { thread, from, to }, ctx) => rebaseSuggestion(ctx, thread, from, to),
  },
  Curriculum: {
    threads: (curriculum, { filter, ...page }, ctx) => threadsOf(ctx, curriculum, filter ?? null, page),
    threadCounts: curriculum => threadCountsOf(curriculum),
    openThreads: curriculum => openThreadsOf(curriculum),
    viewerCanDiscuss: (curriculum, _, ctx) => described.mayDiscuss(ctx, curriculum),
    discussable: (curriculum, _, ctx) => described.discussable(ctx, curriculum),
  },
  Thread: {
    id: thread => String(thread._id),
    curriculum: (thread, _, ctx) => ctx.load.curriculum.get(thread.curriculum),
    label: async (thread, _, ctx) => described.labelOf(await described.talkWith(ctx, thread)),
    gone: async (thread, _, ctx) => described.isGone(await described.talkWith(ctx, thread)),
    suggestion: async (thread, _, ctx) => thread.suggestion && { ...(await described.talkWith(ctx, thread)), part: thread.suggestion },
    comments: async (thread, _, ctx) => {
      const talk = await described.talkWith(ctx, thread)
      return thread.comments.map(part => ({ ...talk, part }))
    },
    history: async (thread, _, ctx) => {
      const talk = await described.talkWith(ctx, thread)
      return thread.history.map(part => ({ ...talk, part }))
    },
    viewerCan: (thread, _, ctx) => described.talkWith(ctx, thread),
  },
  ThreadAbilities: abilityResolvers(threadAbilities),
  Suggestion: {
    field: ({ part }) => part.field,
    kind: ({ part }) => part.kind,
    from: ({ part }) => part.from,
    to: ({ part }) => part.to,
    now: described.saidNow,
    pieces: described.pieces,
    standing: described.standing,
    state: ({ part }) => part.state,
    by: ({ part }, _, ctx) => ctx.load.person.find(part.by),
    side: ({ part }) => part.side,
    organisation: ({ part, curriculum }, _, ctx) => described.organisationOf(ctx, curriculum, part.side),
    decidedBy: ({ part }, _, ctx) => ctx.load.person.find(part.decidedBy),
    decidedSide: ({ part }) => part.decidedSide,
    decidedOrganisation: ({ part, curriculum }, _, ctx) => part.decidedSide && described.organisationOf(ctx, curriculum, part.decidedSide),
    decidedAt: ({ part }) => part.decidedAt,
    reason: ({ part }) => part.reason,
  },
  ThreadComment: {
    id: ({ part }) => String(part._id),
    at: ({ part }) => part.at,
    by: ({ part }, _, ctx) => ctx.load.person.find(part.by),
    side: ({ part }) => part.side,
    organisation: ({ part, curriculum }, _, ctx) => described.organisationOf(ctx, curriculum, part.side),
    text: ({ part }) => (part.deletedAt ? '' : part.text),
    deleted: ({ part }) => part.deletedAt !== null,
    editedAt: ({ part }) => part.editedAt,
    earlier: ({ part }) => (part.deletedAt ? [] : part.earlier),
    mentions: ({ part }, _, ctx) => Promise.all((part.deletedAt ? [] : part.mentions).map(id => ctx.load.person.get(id))),
    viewerCanEdit: (comment, _, ctx) => described.isOwn(ctx, comment),
  },
  ThreadStep: {
    at: ({ part }) => part.at,
    act: ({ part }) => part.act,
    by: ({ part }, _, ctx) => ctx.load.person.find(part.by),
    side: ({ part }) => part.side,
    organisation: ({ part, curriculum }, _, ctx) => described.organisationOf(ctx, curriculum, part.side),
  },
  Participant: { organisation: ({ curriculum, side }, _, ctx) => described.organisationOf(ctx, curriculum, side) },
}
