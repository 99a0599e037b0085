import type { Resolvers } from '../graphql.ts'
import { noteSignals, signalsOf } from './service/signals.ts'

/** What is noted while attempts are under way, joined into the quiz's resolvers. */
export const signalResolvers = {
  Mutation: { noteSignals: (_, { attempt, signals }, ctx) => noteSignals(ctx, attempt, signals) },
  Attempt: { signals: (attempt, page, ctx) => signalsOf(ctx, attempt, page) },
  AttemptSignal: { id: signal => String(signal._id) },
} satisfies Resolvers
