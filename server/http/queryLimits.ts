import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloArmor } from '@escape.tech/graphql-armor'
import { GraphQLError, type ValidationContext } from 'graphql'
import type { ErrorCode } from '../graphql.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../lib/refusal.ts'

/** How much one query may ask: the deepest page of the client needs 9 levels and some 120 fields. Default, ours. */
const limits = { depth: 12, aliases: 15, directives: 10, tokens: 3000, cost: 60_000 }

const refuse = (code: ErrorCode, max: number) => (context: ValidationContext | null) =>
  context?.reportError(new GraphQLError(code, { originalError: new Refusal(code, { max }) }))

/** Validation rules and plugins that refuse queries too deep, too wide or too many-named before they run. */
export function queryLimits() {
  const { plugins, validationRules } = new ApolloArmor({
    maxDepth: { n: limits.depth, onReject: [refuse('QUERY_TOO_DEEP', limits.depth)], flattenFragments: true, propagateOnRejection: false },
    maxAliases: { n: limits.aliases, allowList: [], onReject: [refuse('QUERY_TOO_WIDE', limits.aliases)], propagateOnRejection: false },
    maxDirectives: { n: limits.directives, onReject: [refuse('QUERY_TOO_WIDE', limits.directives)], propagateOnRejection: false },
    maxTokens: { n: limits.tokens },
    costLimit: { maxCost: limits.cost, onReject: [refuse('QUERY_TOO_WIDE', limits.cost)], propagateOnRejection: false },
    blockFieldSuggestion: { enabled: true },
  }).protect()
  return { plugins: plugins as ApolloServerPlugin<Context>[], validationRules: [...validationRules] }
}
