import type { Resolvers } from '../graphql.ts'
import { bankFigures, bankUses } from './service/bankFigures.ts'
import { gainsByClass, pretestsOf } from './service/gain.ts'
import { statisticsOf } from './service/statistics.ts'

/** What attempts say about questions, joined into the quiz's resolvers. */
export const statisticsResolvers = {
  Quiz: {
    statistics: (quiz, { of }, ctx) => statisticsOf(ctx, quiz, of),
    pretest: async (quiz, _, ctx) => (quiz.pretest ? await ctx.load.quiz.find(quiz.pretest) : null),
    pretests: (quiz, _, ctx) => pretestsOf(ctx, quiz),
    gains: (quiz, page, ctx) => gainsByClass(ctx, quiz, page),
  },
  BankQuestion: {
    figures: (question, _, ctx) => bankFigures(ctx, question),
    uses: (question, page, ctx) => bankUses(ctx, question, page),
  },
} satisfies Resolvers
