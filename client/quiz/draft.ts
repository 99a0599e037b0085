import { keep, kept } from '../lib/kept.ts'
import type { Answer } from './answers.ts'

/** What of an attempt only this browser knows: answers not saved yet, and questions marked for a second look. */
export type Draft = { answers: Record<string, { answer: Answer | null; seq: number; sent: Answer[] }>; flags: string[] }

const name = (attempt: string) => `attempt.${attempt}`

/** The draft of an attempt; empty when there is none, or when what is there cannot be read. */
export function keptDraft(attempt: string): Draft {
  try {
    const draft = JSON.parse(kept(name(attempt)) ?? '{}') as Partial<Draft>
    return { answers: draft.answers ?? {}, flags: draft.flags ?? [] }
  } catch {
    return { answers: {}, flags: [] }
  }
}

export function keepDraft(attempt: string, draft: Draft): void {
  const isEmpty = Object.keys(draft.answers).length === 0 && draft.flags.length === 0
  keep(name(attempt), isEmpty ? undefined : JSON.stringify(draft))
}

export const forgetDraft = (attempt: string): void => keep(name(attempt), undefined)
