import type { QuizOverridesQuery, WhenOver } from '../gql/operations.ts'

export const overs: readonly WhenOver[] = ['HAND_IN', 'GRACE', 'ABANDON']

/** What a form holds of what becomes of an attempt when its time is over. */
export type ClockDraft = { whenOver: WhenOver; graceMinutes: number | null }

export const clockInputOf = ({ whenOver, graceMinutes }: ClockDraft) => ({ whenOver, graceMinutes: whenOver === 'GRACE' ? (graceMinutes ?? 0) : 0 })

/** What is otherwise for a class or one of it. */
export type Adjustment = NonNullable<QuizOverridesQuery['class']>['quizOverrides']['nodes'][number]
