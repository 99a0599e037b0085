import type { Resolvers } from '../graphql.ts'
import { emptyPage, pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen } from '../lib/policy.ts'
import { regradePolicy, takerPolicy } from './policy.ts'
import { RegradeModel, type RegradeDoc } from './regradeModel.ts'
import { drawnQuestions } from './service/drawnItems.ts'
import { commitRegrade } from './service/regradeCommit.ts'
import { outlookOf, regradedAttempts } from './service/regradeOutlook.ts'
import { proposeRegrade, withdrawRegrade } from './service/regradePropose.ts'
import { regradesOf } from './service/regradeTold.ts'

// Asked by several fields of one answer, worked out once.
const outlooks = new WeakMap<RegradeDoc, ReturnType<typeof outlookOf>>()
function outlook(regrade: RegradeDoc): ReturnType<typeof outlookOf> {
  if (regrade.outlook) return Promise.resolve(regrade.outlook)
  const found = outlooks.get(regrade) ?? outlookOf(regrade)
  outlooks.set(regrade, found)
  return found
}

/** Attempts judged anew, joined into the quiz's resolvers. */
export const regradeResolvers = {
  Query: { regrade: async (_, { id }, ctx) => ifSeen(regradePolicy, ctx.viewer, await ctx.load.regrade.find(id)) },
  Mutation: {
    proposeRegrade: (_, { quiz, revision, input }, ctx) => proposeRegrade(ctx, quiz, revision, input),
    commitRegrade: (_, { regrade, revision }, ctx) => commitRegrade(ctx, regrade, revision),
    withdrawRegrade: (_, { regrade }, ctx) => withdrawRegrade(ctx, regrade),
  },
  Quiz: {
    regrades: (quiz, page, ctx) => (regradePolicy.see(ctx.viewer, quiz) ? pageOf<RegradeDoc>(RegradeModel, { quiz: quiz._id }, page) : emptyPage),
    drawnQuestions: (quiz, page, ctx) => drawnQuestions(ctx, quiz, page),
  },
  Attempt: { regrades: (attempt, _, ctx) => regradesOf(ctx, attempt) },
  Regrade: {
    id: regrade => String(regrade._id),
    quiz: (regrade, _, ctx) => ctx.load.quiz.get(regrade.quiz),
    by: ({ by }, _, ctx) => ctx.load.person.find(by),
    committedBy: ({ committedBy }, _, ctx) => ctx.load.person.find(committedBy),
    outlook: regrade => outlook(regrade),
    attempts: (regrade, { show, ...page }) => regradedAttempts(regrade, show, page, outlook(regrade)),
    viewerCan: regrade => regrade,
  },
  RegradeAbilities: abilityResolvers(regradePolicy),
  RegradeChange: {
    policy: change => (change.act === 'KEY' ? change.policy : null),
    points: change => (change.act === 'POINTS' ? change.points : null),
    after: change => (change.act === 'KEY' ? change.after : null),
  },
  RegradedAttempt: {
    id: ({ attempt }) => String(attempt._id),
    attempt: ({ attempt }, _, ctx) => (takerPolicy.see(ctx.viewer, attempt) ? ctx.load.attempt.find(attempt._id) : null),
    markBefore: ({ entry }) => entry.before.mark,
    markAfter: ({ entry }) => entry.after.mark,
    passedBefore: ({ entry }) => entry.before.passed,
    passedAfter: ({ entry }) => entry.after.passed,
    flip: ({ entry }) => entry.flip,
    questions: ({ entry }) => entry.questions,
  },
  RegradedQuestion: {
    markBefore: ({ before }) => before.mark, markAfter: ({ after }) => after.mark, pointsBefore: ({ before }) => before.points, pointsAfter: ({ after }) => after.points,
  },
} satisfies Resolvers
