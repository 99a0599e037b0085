import type { Resolvers } from '../graphql.ts'
import type { Context } from '../context.ts'
import type { QuizDoc } from './model.ts'
import { quizPolicy } from './policy.ts'
import { counted, madeOf } from './service/describe.ts'
import { pagesOf, turnPage } from './service/pages.ts'
import { arrangeQuiz, drawOwners, drawsOf, fitsOf, placeQuestions } from './service/structure.ts'

const edits = (ctx: Context, quiz: QuizDoc): boolean => quizPolicy.edit(ctx.viewer, quiz)

/** What a quiz is made up of, joined into the quiz's resolvers. */
export const structureResolvers = {
  Mutation: {
    arrangeQuiz: (_, { quiz, revision, input }, ctx) => arrangeQuiz(ctx, quiz, revision, input),
    turnPage: (_, { attempt, from }, ctx) => turnPage(ctx, attempt, from),
    placeQuestions: (_, { quiz, questions, section }, ctx) => placeQuestions(ctx, quiz, questions, section),
  },
  Quiz: {
    questionCount: quiz => counted(quiz).count,
    points: quiz => counted(quiz).points,
    ready: quiz => counted(quiz).ready,
    navigation: quiz => quiz.navigation ?? 'FREE',
    sections: (quiz, _, ctx) => (edits(ctx, quiz) ? madeOf(quiz) : null),
    draws: (quiz, _, ctx) => (edits(ctx, quiz) ? drawsOf(ctx, quiz) : null),
    drawOwners: (quiz, _, ctx) => (edits(ctx, quiz) ? drawOwners(ctx, quiz) : null),
    fits: (quiz, { filter, pilot }, ctx) => (edits(ctx, quiz) ? fitsOf(ctx, quiz, filter, pilot) : null),
  },
  Attempt: {
    navigation: attempt => attempt.navigation ?? 'FREE',
    page: attempt => attempt.page ?? 0,
    pageCount: async (attempt, _, ctx) => (await pagesOf(ctx, attempt)).pageCount,
    questionCount: async (attempt, _, ctx) => (await pagesOf(ctx, attempt)).questionCount,
    answeredCount: async (attempt, _, ctx) => (await pagesOf(ctx, attempt)).answeredCount,
    sections: async (attempt, _, ctx) => (await pagesOf(ctx, attempt)).sections,
  },
} satisfies Resolvers
