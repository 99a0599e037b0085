import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { AppealModel, type AppealDoc } from './appealModel.ts'
import { appealPolicy, visibleAppeals } from './appealPolicy.ts'
import { quizPolicy } from './policy.ts'
import { appealMark } from './service/appeal.ts'
import { appealableOf, appealDaysOf } from './service/appealable.ts'
import { appealsOfQuiz } from './service/appealCounts.ts'
import { decideAppeal } from './service/appealDecide.ts'
import { questionOfAppeal } from './service/appealShown.ts'

/** Appeals against marks, joined into the quiz's resolvers. */
export const appealResolvers = {
  Query: {
    appeal: async (_, { id }, ctx) => ifSeen(appealPolicy, ctx.viewer, await ctx.load.appeal.find(id)),
    appeals: (_, { state, class: cls, quiz, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters: object[] = [visibleAppeals(ctx.viewer), state ? { state } : {}]
      for (const [key, id] of [['class', cls], ['quiz', quiz]] as const) if (id) filters.push(isId(id) ? { [key]: id } : none)
      return pageOf<AppealDoc>(AppealModel, { $and: filters }, page, state === 'OPEN' ? 1 : -1)
    },
  },
  Mutation: {
    appealMark: (_, { attempt, question, grounds }, ctx) => appealMark(ctx, attempt, question, grounds),
    decideAppeal: (_, { appeal, revision, input }, ctx) => decideAppeal(ctx, appeal, revision, input),
  },
  Appeal: {
    id: appeal => String(appeal._id),
    attempt: appeal => String(appeal.attempt),
    quiz: (appeal, _, ctx) => ctx.load.quiz.get(appeal.quiz),
    class: (appeal, _, ctx) => ctx.load.class.get(appeal.class),
    question: (appeal, _, ctx) => questionOfAppeal(ctx, appeal),
    person: (appeal, _, ctx) => (appeal.state !== 'OPEN' || String(appeal.person) === ctx.viewer.id ? ctx.load.person.find(appeal.person) : null),
    viewerCan: appeal => appeal,
  },
  AppealAbilities: abilityResolvers(appealPolicy),
  Attempt: {
    appeals: async (attempt, _, ctx) => (await ctx.load.appealsOfAttempt.of(attempt._id)).filter(appeal => appealPolicy.see(ctx.viewer, appeal)),
    appealable: (attempt, _, ctx) => appealableOf(ctx, attempt),
  },
  Quiz: {
    appealDays: quiz => appealDaysOf(quiz),
    appealCounts: (quiz, _, ctx) => (quizPolicy.seeStatistics(ctx.viewer, quiz) ? appealsOfQuiz(quiz._id) : null),
  },
} satisfies Resolvers
