import type { Context } from '../context.ts'
import type { EnrolmentDoc } from '../course/index.ts'
import type { AttemptResolvers, QuizResolvers, QuizStandingResolvers } from '../graphql.ts'
import { reviewItems } from './domain/review.ts'
import { quizPolicy } from './policy.ts'
import { marksHidden, matrixOf, overallFeedbackOf, reviewFor } from './service/review.ts'
import { quizMarkOf, quizStandings } from './service/standing.ts'

/** What a learner may see of attempts, and when: fields of the types in resolvers.ts. */

export const reviewedQuiz: Pick<QuizResolvers, 'review' | 'overallFeedback'> = {
  review: quiz => matrixOf(quiz),
  overallFeedback: (quiz, _, ctx) => (quizPolicy.edit(ctx.viewer, quiz) ? quiz.overallFeedback ?? [] : null),
}

export const reviewedAttempt: Pick<AttemptResolvers, 'mark' | 'passed' | 'shown' | 'overallFeedback'> = {
  mark: async (attempt, _, ctx) => ((await reviewFor(ctx, attempt)).has('MARKS') ? attempt.mark ?? null : null),
  passed: async (attempt, _, ctx) => ((await reviewFor(ctx, attempt)).has('MARKS') ? attempt.passed ?? null : null),
  shown: async (attempt, _, ctx) => {
    const may = await reviewFor(ctx, attempt)
    return reviewItems.filter(item => may.has(item))
  },
  overallFeedback: (attempt, _, ctx) => overallFeedbackOf(ctx, attempt),
}

export const reviewedStanding: Pick<QuizStandingResolvers, 'mark' | 'passed' | 'marksHidden'> = {
  marksHidden: ({ attempts }, _, ctx) => marksHidden(ctx, attempts),
  mark: async ({ attempts, mark }, _, ctx) => ((await marksHidden(ctx, attempts)) ? null : mark),
  passed: async ({ attempts, passed }, _, ctx) => passed && !(await marksHidden(ctx, attempts)),
}

/** The mark over all quizzes; null while one of them may not be seen yet: the rest would tell it. */
export async function shownQuizMark(ctx: Context, enrolment: EnrolmentDoc): Promise<number | null> {
  const standings = await quizStandings(ctx, enrolment)
  const hidden = await Promise.all(standings.map(({ attempts }) => marksHidden(ctx, attempts)))
  return hidden.includes(true) ? null : quizMarkOf(ctx, enrolment)
}
