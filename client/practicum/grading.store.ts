import { defineStore } from 'pinia'
import { ref } from 'vue'
import { keep, kept } from '../lib/kept.ts'

export type Draft = { levels: Record<string, string>; comments: Record<string, string>; comment: string; reason: string }
type Drafts = Record<string, Draft>

/** Drafts kept; older ones were finished elsewhere. */
const MOST = 30

/** Gradings not yet saved, by submission: what only this browser knows. They outlive a reload, a lost line and a new sign-in. */
export const useGradingDrafts = defineStore('grading', () => {
  const drafts = ref<Drafts>(stored())

  function put(submission: string, draft: Draft): void {
    // Read anew: another tab may have written meanwhile. The newest stands last.
    const { [submission]: _, ...others } = stored()
    write(Object.fromEntries(Object.entries({ ...others, [submission]: draft }).slice(-MOST)))
  }

  function forget(submission: string): void {
    const { [submission]: _, ...others } = stored()
    write(others)
  }

  function write(now: Drafts): void {
    drafts.value = now
    keep('grading', Object.keys(now).length === 0 ? undefined : JSON.stringify(now))
  }

  return { find: (submission: string): Draft | undefined => drafts.value[submission], put, forget }
})

function stored(): Drafts {
  try {
    return JSON.parse(kept('grading') ?? '{}') as Drafts
  } catch {
    return {}
  }
}
