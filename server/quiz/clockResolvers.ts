import type { Resolvers, ReviewReason } from '../graphql.ts'
import { timedOf } from './clockModel.ts'
import { handInUntil } from './domain/timing.ts'
import { overridesOfClass, removeOverride, setOverride } from './service/override.ts'
import { reopenAttempt } from './service/reopen.ts'
import { lateAnswersOf, resolveReview } from './service/reviewed.ts'
import { scoreAgain } from './service/scoreAgain.ts'

/** The clock of attempts, joined into the quiz's resolvers. */
export const clockResolvers = {
  Mutation: {
    scoreAgain: (_, { attempt }, ctx) => scoreAgain(ctx, attempt),
    resolveReview: (_, { attempt, note }, ctx) => resolveReview(ctx, attempt, note),
    reopenAttempt: (_, { attempt, reason }, ctx) => reopenAttempt(ctx, attempt, reason),
    setOverride: (_, { quiz, class: cls, enrolment, revision, input }, ctx) => setOverride(ctx, quiz, cls, enrolment ?? null, revision, input),
    removeOverride: (_, { quiz, class: cls, enrolment }, ctx) => removeOverride(ctx, quiz, cls, enrolment ?? null),
  },
  // Absent from quizzes and attempts made before there was a choice.
  Quiz: { whenOver: quiz => quiz.whenOver ?? 'HAND_IN', graceMinutes: quiz => quiz.graceMinutes ?? 0 },
  Attempt: { whenOver: attempt => timedOf(attempt).whenOver, handInUntil: attempt => handInUntil(timedOf(attempt)), needsReview: attempt => [...(attempt.needsReview ?? [])] as ReviewReason[], reviewNote: attempt => attempt.reviewed?.note ?? null, lateAnswers: (attempt, _, ctx) => lateAnswersOf(ctx, attempt) },
  QuizStanding: {
    opensAt: ({ times }) => times.opensAt,
    closesAt: ({ times }) => times.closesAt,
    minutes: ({ times }) => times.minutes,
    attemptsAllowed: ({ times }) => times.attemptsAllowed,
  },
  QuizOverride: {
    id: override => String(override._id),
    enrolment: ({ enrolment }, _, ctx) => (enrolment ? ctx.load.enrolment.get(enrolment) : null),
    by: ({ by }, _, ctx) => ctx.load.person.find(by),
  },
  Class: { quizOverrides: (cls, { quiz, ...page }, ctx) => overridesOfClass(ctx, cls, quiz, page) },
} satisfies Resolvers
