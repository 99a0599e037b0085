import { computed, reactive, ref, watch } from 'vue'
import { useGradingDrafts, type Draft } from './grading.store.ts'
import type { Criterion, Grading } from './looks.ts'

type Graded = { id: string; rubric: { criteria: readonly Criterion[] }; gradings: readonly Grading[] }

/**
 * The grading being written: what this browser kept of it, else the one that counts, so that a second grading changes it
 * rather than starts anew. What is read again later overwrites nothing; each change is kept at once.
 */
export function useGradingDraft(submission: () => Graded | null | undefined) {
  const drafts = useGradingDrafts()
  const draft = ref<Draft>({ levels: {}, comments: {}, comment: '', reason: '' })
  const id = ref<string>()
  let start = ''

  watch(submission, now => {
    if (!now || now.id === id.value) return
    begin(now, drafts.find(now.id))
  }, { immediate: true })
  watch(draft, now => {
    if (!id.value) return
    if (JSON.stringify(now) === start) drafts.forget(id.value)
    else drafts.put(id.value, now)
  }, { deep: true })

  function begin(now: Graded, left?: Draft): void {
    const given = startOf(now)
    start = JSON.stringify(given)
    id.value = now.id
    draft.value = left ? fitted(left, now.rubric.criteria) : given
  }

  /** Throws away what was written and begins again from the grading that counts. */
  function startOver(): void {
    const now = submission()
    if (now) begin(now)
  }

  const input = computed(() => ({
    comment: draft.value.comment,
    criteria: Object.entries(draft.value.levels).map(([criterion, level]) => ({ criterion, level, comment: draft.value.comments[criterion] ?? '' })),
  }))

  return reactive({ draft, input, startOver, forget: drafts.forget, kept: computed(() => id.value !== undefined && drafts.find(id.value) !== undefined) })
}

function startOf({ rubric, gradings }: Graded): Draft {
  const last = gradings.at(-1)
  const levels = Object.fromEntries((last?.criteria ?? []).map(({ criterion, level }) => [criterion, level]))
  const comments = Object.fromEntries((last?.criteria ?? []).map(({ criterion, comment }) => [criterion, comment]))
  return fitted({ levels, comments, comment: last?.comment ?? '', reason: '' }, rubric.criteria)
}

/** Only criteria and levels that the rubric has: it may be another than when the draft was written. */
function fitted({ levels, comments, comment, reason }: Draft, criteria: readonly Criterion[]): Draft {
  const chosen = criteria.filter(one => one.levels.some(level => level.id === levels[one.id]))
  return {
    levels: Object.fromEntries(chosen.map(one => [one.id, levels[one.id]!])),
    comments: Object.fromEntries(criteria.map(one => [one.id, comments[one.id] ?? ''])),
    comment, reason,
  }
}
