import { keyed } from '../bank/body.ts'
import type { Behaviour, ReviewItem } from '../gql/operations.ts'

export const behaviours: readonly Behaviour[] = ['DEFERRED', 'IMMEDIATE', 'INTERACTIVE', 'ADAPTIVE', 'CERTAINTY']
/** Those in which a try more may cost. */
export const hasPenalty = (behaviour: Behaviour): boolean => behaviour === 'INTERACTIVE' || behaviour === 'ADAPTIVE'

/** Those in which answers are judged while the quiz goes on. */
export const hasSteps = (behaviour: Behaviour): boolean => behaviour === 'IMMEDIATE' || hasPenalty(behaviour)

export const moments = ['during', 'immediately', 'whileOpen', 'afterClose'] as const
export type Moment = (typeof moments)[number]
const reviewItems: readonly ReviewItem[] = ['ATTEMPT', 'CORRECTNESS', 'MARKS', 'MAX_MARKS', 'SPECIFIC_FEEDBACK', 'GENERAL_FEEDBACK', 'RIGHT_ANSWER', 'OVERALL_FEEDBACK']
/** What hangs on seeing the questions at all. */
const ofQuestions = reviewItems.filter(item => !['ATTEMPT', 'MARKS', 'OVERALL_FEEDBACK'].includes(item))
/** What can be said then: the questions one is asked are always seen, and the whole has no mark yet. */
export const itemsOf = (moment: Moment): readonly ReviewItem[] => (moment === 'during' ? reviewItems.filter(item => !['ATTEMPT', 'MAX_MARKS', 'OVERALL_FEEDBACK'].includes(item)) : reviewItems)
/** What says nothing as the rest is ticked: without the questions nothing is said of them, and a mark is told with what it is of. */
export const isIdle = (moment: Moment, item: ReviewItem, ticked: readonly ReviewItem[]): boolean =>
  (moment !== 'during' && !ticked.includes('ATTEMPT') && ofQuestions.includes(item)) || (item === 'MAX_MARKS' && ticked.includes('MARKS'))

export type Band = { key: number; from: number | null; text: string }
/** What the form holds: shares in percent. */
export type BehaviourDraft = { behaviour: Behaviour; penalty: number | null; review: Record<Moment, ReviewItem[]>; bands: Band[] }
type Responding = { behaviour: Behaviour; penalty: number; review: Record<Moment, ReviewItem[]>; overallFeedback?: { from: number; text: string }[] | null }

export const behaviourDraftOf = ({ behaviour, penalty, review, overallFeedback }: Responding): BehaviourDraft => ({
  behaviour, penalty: percent(penalty),
  review: { during: [...review.during], immediately: [...review.immediately], whileOpen: [...review.whileOpen], afterClose: [...review.afterClose] },
  bands: (overallFeedback ?? []).map(({ from, text }) => keyed({ from: percent(from), text })),
})
const percent = (share: number) => Math.round(share * 10_000) / 100

/** A third is shown as 33.33 and stays a third. */
export const behaviourInputOf = ({ behaviour, penalty, review, bands }: BehaviourDraft) =>
  ({ behaviour, penalty: penalty === 33.33 ? 1 / 3 : (penalty ?? 0) / 100, review, overallFeedback: bands.map(({ from, text }) => ({ from: (from ?? 0) / 100, text })) })

/** How a quiz is judged, for who is about to take it. */
export const behaviourSaid = (t: (key: string, facts?: Record<string, unknown>) => string, format: { percent: (value: number) => string }, behaviour: Behaviour, penalty: number): string =>
  t(`quiz.behaviour.taker.${behaviour}`, { penalty: format.percent(penalty) })
