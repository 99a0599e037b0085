import type {
  NoticeAllReadMutation, NoticeAllReadMutationVariables, NoticeReadMutation, NoticeReadMutationVariables, NoticesQuery, NoticesQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const Notices = graphql<NoticesQuery, NoticesQueryVariables>(/* GraphQL */ `
  query Notices($unread: Boolean!, $after: String) {
    viewer { id unreadNotices notices(first: 20, after: $after, unread: $unread) { nodes { id kind facts link at readAt } next total } }
  }
`)

export const ReadNotices = graphql<NoticeReadMutation, NoticeReadMutationVariables>(/* GraphQL */ `
  mutation NoticeRead($notices: [ID!]!) { readNotices(notices: $notices) { id unreadNotices } }
`)

export const ReadAllNotices = graphql<NoticeAllReadMutation, NoticeAllReadMutationVariables>(/* GraphQL */ `
  mutation NoticeAllRead { readAllNotices { id unreadNotices } }
`)
