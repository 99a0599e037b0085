import type { AppealState, QuizAttemptAppealsQuery } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

type OfAttempt = NonNullable<QuizAttemptAppealsQuery['attempt']>
export type MarkAppeal = OfAttempt['appeals'][number]

export const appealStates: readonly AppealState[] = ['OPEN', 'UPHELD', 'DISMISSED']
export const appealTone: Record<AppealState, Tone> = { OPEN: 'info', UPHELD: 'success', DISMISSED: 'neutral' }

/** What there is, or may be, of an appeal against the mark of one question; null where neither. */
export function appealOn(attempt: OfAttempt | null | undefined, question: string): { appeal: MarkAppeal | null; until: string | null } | null {
  const appeal = attempt?.appeals.find(one => one.question.id === question) ?? null
  const until = attempt?.appealable.find(one => one.question === question)?.until ?? null
  return appeal || until ? { appeal, until } : null
}
