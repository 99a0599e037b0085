import type { QuizMarkingAttemptQuery } from '../gql/operations.ts'

export type MarkedQuestion = NonNullable<QuizMarkingAttemptQuery['attempt']>['questions'][number]
/** `reason`: where the mark that is there is nobody's, as full credit to all. */
export type Draft = { points: number | null; comment: string; reason?: string }

/** What a key does at the desk, where nothing is being typed; null: nothing. Digits give that many points. */
export function keyAt(key: string, points: number): 'next' | 'previous' | 'waiting' | 'save' | 'comment' | 'snippets' | number | null {
  if (/^\d$/.test(key)) return Number(key) <= points ? Number(key) : null
  switch (key) {
    case 'n':
    case 'ArrowRight': return 'next'
    case 'p':
    case 'ArrowLeft': return 'previous'
    case 'w': return 'waiting'
    case 'k': return 'comment'
    case 'c': return 'snippets'
    case 'Enter': return 'save'
    default: return null
  }
}

/** The keys as they are listed on the page, each with the key of its words. */
export const deskKeys = [['0–9', 'points'], ['Enter', 'save'], ['n →', 'next'], ['p ←', 'previous'], ['w', 'waiting'], ['k', 'comment'], ['c', 'snippets']] as const
