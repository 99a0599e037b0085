import type { Behaviour } from '../gql/operations.ts'

export const behaviours: readonly Behaviour[] = ['DEFERRED', 'IMMEDIATE', 'INTERACTIVE', 'ADAPTIVE', 'CERTAINTY']
/** Those in which a try more may cost. */
export const hasPenalty = (behaviour: Behaviour): boolean => behaviour === 'INTERACTIVE' || behaviour === 'ADAPTIVE'

/** What the form holds: shares in percent. */
export type BehaviourDraft = { behaviour: Behaviour; penalty: number | null }

export const behaviourDraftOf = ({ behaviour, penalty }: { behaviour: Behaviour; penalty: number }): BehaviourDraft =>
  ({ behaviour, penalty: Math.round(penalty * 10_000) / 100 })

/** A third is shown as 33.33 and stays a third. */
export const behaviourInputOf = ({ behaviour, penalty }: BehaviourDraft) =>
  ({ behaviour, penalty: penalty === 33.33 ? 1 / 3 : (penalty ?? 0) / 100 })

/** How a quiz is judged, for who is about to take it. */
export const behaviourSaid = (t: (key: string, facts?: Record<string, unknown>) => string, format: { percent: (value: number) => string }, behaviour: Behaviour, penalty: number): string =>
  t(`quiz.behaviour.taker.${behaviour}`, { penalty: format.percent(penalty) })
