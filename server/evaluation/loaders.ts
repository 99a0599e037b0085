import { byId, listBy } from '../lib/loader.ts'
import { AnsweredModel, ImprovementModel, ScorecardModel, type ImprovementDoc, type ScorecardDoc } from './model.ts'

export const evaluationLoaders = () => ({
  scorecard: byId<ScorecardDoc>(ScorecardModel),
  improvement: byId<ImprovementDoc>(ImprovementModel),
  /** In the order they were asked for; at most 50. */
  improvementsOfScorecard: listBy<ImprovementDoc>(ImprovementModel, 'scorecard'),
  /** What earlier versions left to be done. */
  improvementsOfCurriculum: listBy<ImprovementDoc>(ImprovementModel, 'curriculum', { state: { $ne: 'DONE' } }),
  answered: listBy<{ enrolment: unknown }>(AnsweredModel, 'enrolment'),
})
