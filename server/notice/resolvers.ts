import type { Resolvers } from '../graphql.ts'
import { noticesOf, readAllNotices, readNotices, unreadOf } from './service/read.ts'

export const resolvers: Resolvers = {
  Viewer: {
    notices: (viewer, page) => noticesOf(viewer, page),
    unreadNotices: viewer => unreadOf(viewer),
  },
  Mutation: {
    readNotices: (_, { notices }, ctx) => readNotices(ctx, notices),
    readAllNotices: (_, __, ctx) => readAllNotices(ctx),
  },
  Notice: { id: notice => String(notice._id) },
}
