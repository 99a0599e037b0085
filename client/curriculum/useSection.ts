import { computed, reactive, ref, type Ref } from 'vue'
import type { CurriculumSection } from '../gql/operations.ts'
import { useAction } from '../lib/useAction.ts'
import { EditCurriculum } from './api.ts'
import { draftOf, patchOf, sections, type Curriculum, type Drafts } from './content.ts'

/**
 * One section being edited in place. What is typed stays here until it is saved or given up, whatever becomes of the
 * page's data. When somebody else saved the section meanwhile, `theirs` says so, and saving needs one's word for it.
 */
function useSection<S extends CurriculumSection>(section: S, curriculum: Ref<Curriculum | undefined>, reload: () => void) {
  const action = useAction(EditCurriculum)
  const draft = ref<Drafts[S] | null>(null) as Ref<Drafts[S] | null>
  const base = ref('')
  const seen = ref(0)
  const current = computed(() => (curriculum.value ? JSON.stringify(draftOf(section, curriculum.value.content)) : ''))
  const editing = computed(() => draft.value !== null)
  const dirty = computed(() => draft.value !== null && JSON.stringify(draft.value) !== base.value)
  /** Somebody else changed it since one began: who, and when. Equal texts are no conflict. */
  const theirs = computed(() => {
    if (!curriculum.value || draft.value === null || current.value === base.value || current.value === JSON.stringify(draft.value)) return null
    return curriculum.value.changes.nodes.find(change => change.sections.includes(section)) ?? { by: null, at: curriculum.value.updatedAt }
  })

  function begin() {
    if (!curriculum.value) return
    action.clear()
    draft.value = draftOf(section, curriculum.value.content)
    base.value = current.value
    seen.value = curriculum.value.revision
  }

  function write(to: Drafts[CurriculumSection]) {
    draft.value = to as Drafts[S]
  }

  function leave() {
    action.clear()
    draft.value = null
  }

  /** Saves what was typed. With `over`, in the place of what somebody else wrote meanwhile and one has now seen. */
  async function save({ over = false } = {}): Promise<boolean> {
    if (!curriculum.value || draft.value === null) return false
    const revision = over ? curriculum.value.revision : seen.value
    const saved = await action.run({ curriculum: curriculum.value.id, revision, patch: patchOf(section, draft.value) })
    if (!saved && action.refusals.some(({ code }) => code === 'STALE')) reload()
    if (!saved) return false
    draft.value = null
    reload()
    return true
  }

  return reactive({ section, draft, editing, dirty, theirs, busy: computed(() => action.busy), problems: computed(() => action.problems), errorOf: action.errorOf, begin, write, leave, save })
}

/** A section, whichever it is: its editor knows what its draft is made of. */
export type SectionState = Omit<ReturnType<typeof useSection<'IDENTITY'>>, 'section' | 'draft' | 'write'> & {
  section: CurriculumSection
  draft: Drafts[CurriculumSection] | null
  write(to: Drafts[CurriculumSection]): void
}

/** All six, kept by the page so that looking elsewhere on it loses nothing. */
export function useSections(curriculum: Ref<Curriculum | undefined>, reload: () => void) {
  const all: Record<CurriculumSection, SectionState> = {
    IDENTITY: useSection('IDENTITY', curriculum, reload), OUTCOMES: useSection('OUTCOMES', curriculum, reload),
    COMPETENCIES: useSection('COMPETENCIES', curriculum, reload), SUBJECTS: useSection('SUBJECTS', curriculum, reload),
    ASSESSMENTS: useSection('ASSESSMENTS', curriculum, reload), REFERENCES: useSection('REFERENCES', curriculum, reload),
  }
  return { all, dirty: computed(() => sections.some(section => all[section].dirty)) }
}
