import { makeExecutableSchema } from '@graphql-tools/schema'
import { DateTimeISOResolver, JSONResolver, LocalDateResolver } from 'graphql-scalars'
import { join } from 'node:path'
import { readSchema } from '../schema/read.ts'
import { domains } from './domains.ts'
import type { Resolvers } from './graphql.ts'
import { projectRoot } from './lib/root.ts'

const base: Resolvers = {
  Query: { now: (_, __, ctx) => ctx.now() },
  Mutation: { ping: () => true },
  DateTime: DateTimeISOResolver,
  Date: LocalDateResolver,
  JSON: JSONResolver,
}

/** All SDL with all resolvers. Throws at start when a resolver has no field, so that the two cannot drift apart. */
export function buildSchema() {
  return makeExecutableSchema({
    typeDefs: readSchema(join(projectRoot, 'schema')),
    resolvers: [base, ...domains.map(domain => domain.resolvers)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  })
}
