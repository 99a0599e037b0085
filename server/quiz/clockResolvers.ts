import type { Resolvers } from '../graphql.ts'
import { timedOf } from './clockModel.ts'
import { handInUntil } from './domain/timing.ts'
import { reopenAttempt } from './service/reopen.ts'

/** The clock of attempts, joined into the quiz's resolvers. */
export const clockResolvers = {
  Mutation: { reopenAttempt: (_, { attempt, reason }, ctx) => reopenAttempt(ctx, attempt, reason) },
  // Absent from quizzes and attempts made before there was a choice.
  Quiz: { whenOver: quiz => quiz.whenOver ?? 'HAND_IN', graceMinutes: quiz => quiz.graceMinutes ?? 0 },
  Attempt: { whenOver: attempt => timedOf(attempt).whenOver, handInUntil: attempt => handInUntil(timedOf(attempt)) },
} satisfies Resolvers
