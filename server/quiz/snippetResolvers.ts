import type { Resolvers } from '../graphql.ts'
import { deleteSnippet, keepSnippet, mySnippets } from './service/snippets.ts'

/** Remarks a marker uses again, joined into the quiz's resolvers. */
export const snippetResolvers = {
  Query: { myMarkingSnippets: (_, page, ctx) => mySnippets(ctx, page) },
  Mutation: {
    keepSnippet: (_, { text }, ctx) => keepSnippet(ctx, text),
    deleteSnippet: (_, { id }, ctx) => deleteSnippet(ctx, id),
  },
  MarkingSnippet: { id: snippet => String(snippet._id) },
} satisfies Resolvers
