import type {
  DiscussionAcceptMutation, DiscussionAcceptMutationVariables, DiscussionAddMutation, DiscussionAddMutationVariables, DiscussionDeclineMutation,
  DiscussionDeclineMutationVariables, DiscussionDeleteMutation, DiscussionDeleteMutationVariables, DiscussionEditMutation, DiscussionEditMutationVariables,
  DiscussionCountsQuery, DiscussionCountsQueryVariables, DiscussionNamesQuery, DiscussionNamesQueryVariables, DiscussionOpenMutation, DiscussionOpenMutationVariables, DiscussionPlacesQuery,
  DiscussionPlacesQueryVariables, DiscussionRebaseMutation, DiscussionRebaseMutationVariables, DiscussionReopenMutation, DiscussionReopenMutationVariables,
  DiscussionResolveMutation, DiscussionResolveMutationVariables, DiscussionThreadQuery, DiscussionThreadQueryVariables, DiscussionThreadsQuery,
  DiscussionThreadsQueryVariables, DiscussionWithdrawMutation, DiscussionWithdrawMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What is said where, and what may be suggested anew: the frame of the page, and of a panel beside an element. */
export const DiscussionPlaces = graphql<DiscussionPlacesQuery, DiscussionPlacesQueryVariables>(/* GraphQL */ `
  query DiscussionPlaces($id: ID!) {
    curriculum(id: $id) {
      id title code state openThreads viewerCanDiscuss partner { id shortName }
      threadCounts { section element open resolved pending }
      discussable { section element label fields { field kind values } }
    }
  }
`)

/** How much is said where by now: small, for it is asked again and again. */
export const DiscussionCounts = graphql<DiscussionCountsQuery, DiscussionCountsQueryVariables>(/* GraphQL */ `
  query DiscussionCounts($id: ID!) {
    curriculum(id: $id) {
      id openThreads
      threadCounts { section element open resolved pending }
    }
  }
`)

export const DiscussionThreads = graphql<DiscussionThreadsQuery, DiscussionThreadsQueryVariables>(/* GraphQL */ `
  query DiscussionThreads($id: ID!, $filter: ThreadFilter, $after: String) {
    curriculum(id: $id) {
      id
      threads(filter: $filter, first: 20, after: $after) {
        nodes {
          id section element label gone state at updatedAt
          suggestion { field kind from to now standing state organisation side decidedOrganisation decidedSide decidedAt reason by { id fullName } decidedBy { id fullName } pieces { kind text } }
          comments { id at side organisation text deleted editedAt viewerCanEdit by { id fullName } earlier { at text } mentions { id fullName } }
          viewerCan { comment resolve reopen accept decline withdraw rebase }
        }
        next total
      }
    }
  }
`)

export const DiscussionThread = graphql<DiscussionThreadQuery, DiscussionThreadQueryVariables>(/* GraphQL */ `
  query DiscussionThread($id: ID!) {
    thread(id: $id) {
      id section element label gone state at updatedAt
      suggestion { field kind from to now standing state organisation side decidedOrganisation decidedSide decidedAt reason by { id fullName } decidedBy { id fullName } pieces { kind text } }
      comments { id at side organisation text deleted editedAt viewerCanEdit by { id fullName } earlier { at text } mentions { id fullName } }
      viewerCan { comment resolve reopen accept decline withdraw rebase }
    }
  }
`)

export const DiscussionNames = graphql<DiscussionNamesQuery, DiscussionNamesQueryVariables>(/* GraphQL */ `
  query DiscussionNames($curriculum: ID!, $search: String) { mentionable(curriculum: $curriculum, search: $search) { organisation person { id fullName } } }
`)

export const OpenThread = graphql<DiscussionOpenMutation, DiscussionOpenMutationVariables>(/* GraphQL */ `
  mutation DiscussionOpen($curriculum: ID!, $input: NewThreadInput!) { openThread(curriculum: $curriculum, input: $input) { id } }
`)
export const AddComment = graphql<DiscussionAddMutation, DiscussionAddMutationVariables>(/* GraphQL */ `
  mutation DiscussionAdd($thread: ID!, $text: String!, $mentions: [ID!]!) { addComment(thread: $thread, text: $text, mentions: $mentions) { id } }
`)
export const EditComment = graphql<DiscussionEditMutation, DiscussionEditMutationVariables>(/* GraphQL */ `
  mutation DiscussionEdit($thread: ID!, $comment: ID!, $text: String!, $mentions: [ID!]!) { editComment(thread: $thread, comment: $comment, text: $text, mentions: $mentions) { id } }
`)
export const DeleteComment = graphql<DiscussionDeleteMutation, DiscussionDeleteMutationVariables>(/* GraphQL */ `
  mutation DiscussionDelete($thread: ID!, $comment: ID!) { deleteComment(thread: $thread, comment: $comment) { id } }
`)
export const ResolveThread = graphql<DiscussionResolveMutation, DiscussionResolveMutationVariables>(/* GraphQL */ `
  mutation DiscussionResolve($thread: ID!) { resolveThread(thread: $thread) { id state } }
`)
export const ReopenThread = graphql<DiscussionReopenMutation, DiscussionReopenMutationVariables>(/* GraphQL */ `
  mutation DiscussionReopen($thread: ID!) { reopenThread(thread: $thread) { id state } }
`)
export const AcceptSuggestion = graphql<DiscussionAcceptMutation, DiscussionAcceptMutationVariables>(/* GraphQL */ `
  mutation DiscussionAccept($thread: ID!) { acceptSuggestion(thread: $thread) { id state curriculum { id revision state } } }
`)
export const DeclineSuggestion = graphql<DiscussionDeclineMutation, DiscussionDeclineMutationVariables>(/* GraphQL */ `
  mutation DiscussionDecline($thread: ID!, $reason: String!) { declineSuggestion(thread: $thread, reason: $reason) { id state } }
`)
export const WithdrawSuggestion = graphql<DiscussionWithdrawMutation, DiscussionWithdrawMutationVariables>(/* GraphQL */ `
  mutation DiscussionWithdraw($thread: ID!) { withdrawSuggestion(thread: $thread) { id state } }
`)
export const RebaseSuggestion = graphql<DiscussionRebaseMutation, DiscussionRebaseMutationVariables>(/* GraphQL */ `
  mutation DiscussionRebase($thread: ID!, $from: String!, $to: String!) { rebaseSuggestion(thread: $thread, from: $from, to: $to) { id state } }
`)
