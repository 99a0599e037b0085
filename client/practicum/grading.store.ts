import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { keep, kept } from '../lib/kept.ts'

export type Draft = { levels: Record<string, string>; comments: Record<string, string>; comment: string; reason: string }

const empty = (): Draft => ({ levels: {}, comments: {}, comment: '', reason: '' })

/** Gradings not yet saved, by submission: the one thing about grading that only this browser knows. Kept over a reload. */
export const useGradingDrafts = defineStore('grading', () => {
  const drafts = reactive<Record<string, Draft>>(read())

  function read(): Record<string, Draft> {
    try {
      return JSON.parse(kept('grading') ?? '{}') as Record<string, Draft>
    } catch {
      return {}
    }
  }

  /** The draft of a submission, begun from what was given before when there is none. */
  function draftOf(submission: string, start: Partial<Draft> = {}): Draft {
    if (!drafts[submission]) drafts[submission] = { ...empty(), ...start }
    // Read back: what was assigned is the bare object, only what is read is watched.
    return drafts[submission]
  }

  function forget(submission: string): void {
    delete drafts[submission]
  }

  // The newest thirty are plenty: older ones were graded elsewhere.
  watch(drafts, now => keep('grading', JSON.stringify(Object.fromEntries(Object.entries(now).slice(-30)))), { deep: true })

  return { draftOf, forget }
})
