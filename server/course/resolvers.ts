import type { Resolvers } from '../graphql.ts'

export const resolvers: Resolvers = {}
