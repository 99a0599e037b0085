import type { Resolvers } from '../graphql.ts'
import { curriculumPolicy } from '../curriculum/index.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { ScorecardModel, type ScorecardDoc } from './model.ts'
import { evaluationViewerPolicy, improvementPolicy, scorecardAbilities, scorecardPolicy, tracePolicy, visibleScorecards } from './policy.ts'
import { addImprovement, moveImprovement } from './service/improvement.ts'
import { giveReaction, reactionStanding } from './service/reaction.ts'
import { commentScorecard, draftScorecard, moveScorecard, publishableOn } from './service/scorecard.ts'
import { traceCertificate, traceCurriculum } from './service/trace.ts'

export const resolvers: Resolvers = {
  Query: {
    trace: (_, args, ctx) => traceCertificate(ctx, args),
    curriculumTrace: (_, { curriculum, number }, ctx) => traceCurriculum(ctx, curriculum, number),
    scorecard: async (_, { id }, ctx) => ifSeen(scorecardPolicy, ctx.viewer, await ctx.load.scorecard.find(id)),
    scorecards: (_, { partner, state, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters: object[] = [visibleScorecards(ctx.viewer), state ? { state } : {}]
      if (partner) filters.push(isId(partner) ? { partner } : none)
      return pageOf<ScorecardDoc>(ScorecardModel, { $and: filters }, page)
    },
  },
  Mutation: {
    draftScorecard: (_, { version }, ctx) => draftScorecard(ctx, version),
    moveScorecard: (_, { scorecard, revision, move }, ctx) => moveScorecard(ctx, scorecard, revision, move),
    commentScorecard: (_, { scorecard, text }, ctx) => commentScorecard(ctx, scorecard, text),
    addImprovement: (_, { scorecard, input }, ctx) => addImprovement(ctx, scorecard, input),
    moveImprovement: (_, { improvement, revision, state, doneIn }, ctx) => moveImprovement(ctx, improvement, revision, state, doneIn),
    giveReaction: (_, { enrolment, input }, ctx) => giveReaction(ctx, enrolment, input),
  },
  Trace: { version: ({ version }) => version.number, title: ({ version }) => version.content.title, code: ({ version }) => version.code },
  Scorecard: {
    id: scorecard => String(scorecard._id),
    partner: (scorecard, _, ctx) => ctx.load.partner.get(scorecard.partner),
    curriculum: scorecard => String(scorecard.curriculum),
    publishableOn: scorecard => publishableOn(scorecard),
    laterVersions: async (scorecard, _, ctx) => (await ctx.load.versionsOfCurriculum.of(scorecard.curriculum)).filter(({ number }) => number > scorecard.number),
    improvements: (scorecard, _, ctx) => ctx.load.improvementsOfScorecard.of(scorecard._id),
    viewerCan: scorecard => scorecard,
  },
  ScorecardAbilities: abilityResolvers(scorecardAbilities),
  ScorecardComment: { by: ({ by }, _, ctx) => ctx.load.person.find(by) },
  ScorecardStep: { by: ({ by }, _, ctx) => ctx.load.person.find(by) },
  Improvement: {
    id: improvement => String(improvement._id),
    scorecard: improvement => String(improvement.scorecard),
    doneIn: async (improvement, _, ctx) => (improvement.doneIn ? (await ctx.load.curriculumVersion.get(improvement.doneIn)).number : null),
    viewerCan: improvement => improvement,
  },
  ImprovementAbilities: abilityResolvers(improvementPolicy),
  Certificate: { traceable: (certificate, _, ctx) => tracePolicy.see(ctx.viewer, certificate) },
  CurriculumVersion: { scorecard: async (version, _, ctx) => ifSeen(scorecardPolicy, ctx.viewer, await ScorecardModel.findOne({ version: version._id }).lean<ScorecardDoc>()) },
  Curriculum: {
    improvements: (curriculum, _, ctx) => (curriculumPolicy.see(ctx.viewer, curriculum) ? ctx.load.improvementsOfCurriculum.of(curriculum._id) : []),
  },
  Enrolment: { reaction: (enrolment, _, ctx) => reactionStanding(ctx, enrolment) },
  ViewerAbilities: abilityResolvers(evaluationViewerPolicy),
}
