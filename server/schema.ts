import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLError, GraphQLScalarType } from 'graphql'
import { DateTimeISOResolver, JSONResolver } from 'graphql-scalars'
import { join } from 'node:path'
import { readSchema } from '../schema/read.ts'
import { domains } from './domains.ts'
import type { Resolvers } from './graphql.ts'
import { projectRoot } from './lib/root.ts'

/** Under our own name: the tools would rename the type to the library's, and no variable could be declared as it. */
const dateTime = new GraphQLScalarType({ ...DateTimeISOResolver.toConfig(), name: 'DateTime' })

/** A text here; whether it is a day of the calendar is asked by each input's shape, which knows the field's name. */
const date = new GraphQLScalarType<string, string>({
  name: 'Date',
  parseValue(value) {
    if (typeof value === 'string') return value
    throw new GraphQLError('a Date is a text, YYYY-MM-DD')
  },
})

const base: Resolvers = {
  Query: { now: (_, __, ctx) => ctx.now() },
  Mutation: { ping: () => true },
  DateTime: dateTime,
  Date: date,
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
