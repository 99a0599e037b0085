import { addDays, type Day } from '../../lib/days.ts'
import type { Transitions } from '../../lib/transitions.ts'

export type ScorecardState = 'DRAFT' | 'PARTNER_COMMENT' | 'PUBLISHED'
export type ScorecardMove = 'share' | 'recall' | 'publish'

/** The partner sees a scorecard before anybody else, and may comment before it is published. */
export const scorecardMoves: Transitions<ScorecardState, ScorecardMove> = {
  DRAFT: { share: 'PARTNER_COMMENT' },
  PARTNER_COMMENT: { recall: 'DRAFT', publish: 'PUBLISHED' },
  PUBLISHED: {},
}

/** Days the partner has to comment; with a comment it may be published at once. Default, ours. */
export const COMMENT_DAYS = 14

/** The first day on which it may be published although the partner said nothing. */
export const publishableFrom = (sharedOn: Day): Day => addDays(sharedOn, COMMENT_DAYS)

/** Whether it may be published today. */
export const mayPublish = ({ sharedOn, comments }: { sharedOn: Day; comments: number }, today: Day): boolean => comments > 0 || today >= publishableFrom(sharedOn)
