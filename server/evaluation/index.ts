import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { tellDrafters } from './service/improvement.ts'

export const evaluation: Domain = {
  name: 'evaluation',
  resolvers,
  listen: services => on('curriculum.moved', news => tellDrafters(services, news)),
}

export { evaluationLoaders } from './loaders.ts'
export { AnsweredModel, ImprovementModel, ReactionModel, ScorecardModel, reactionItems, type ImprovementDoc, type ReactionDoc, type ScorecardDoc } from './model.ts'
export { scorecardPolicy, tracePolicy, visibleScorecards } from './policy.ts'
export { addImprovement, moveImprovement } from './service/improvement.ts'
export { giveReaction } from './service/reaction.ts'
export { commentScorecard, draftScorecard, moveScorecard } from './service/scorecard.ts'
