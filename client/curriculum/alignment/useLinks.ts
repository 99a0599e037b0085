import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import type { CurriculumAlignmentQuery } from '../../gql/operations.ts'
import { useAction } from '../../lib/useAction.ts'
import { LinkCurriculum } from './api.ts'
import { linked, open, patchOf, possible, sameLink, wished, type Link } from './links.ts'

export type AlignedCurriculum = NonNullable<CurriculumAlignmentQuery['curriculum']>

/** So often somebody else may be faster before we say so; each time their work is read first and ours said again upon it. */
const TRIES = 6
/** Refusals after which the same wish may still come true. */
const PASSING = new Set(['OFFLINE', 'INTERNAL', 'TOO_MANY_REQUESTS'])

/**
 * The links of the matrix, as one toggles them: shown at once, saved together behind. A save is made on the newest content
 * read (never on what we only believe it to be), so that a colleague's work is neither lost nor overwritten: STALE means
 * reading again and saying the wish again. What a lost line kept away stays wished, and is sent by `again`.
 */
export function useLinks(curriculum: Ref<AlignedCurriculum | undefined>, reload: () => void) {
  const action = useAction(LinkCurriculum)
  const wishes = shallowRef<Link[]>([])
  const sending = shallowRef<Link[]>([])
  /** Saved, but not yet in what was read. */
  const saved = shallowRef<Link[]>([])
  /** The revision that must have been read before the next save. */
  const due = ref(0)
  const tries = ref(0)
  const held = ref(false)
  const lost = ref(0)

  const all = computed(() => [...saved.value, ...sending.value, ...wishes.value].reduce<Link[]>(wished, []))
  const content = computed(() => curriculum.value && linked(curriculum.value.content, all.value))
  const pending = computed(() => sending.value.length + wishes.value.length)

  function set(link: Link) {
    action.clear()
    held.value = false
    wishes.value = wished(wishes.value, link)
    void flush()
  }

  async function flush() {
    const read = curriculum.value
    if (!read || action.busy || held.value || wishes.value.length === 0 || read.revision < due.value) return
    const gone = wishes.value.filter(link => !possible(read.content, link))
    lost.value += gone.length
    const asked = open(read.content, wishes.value)
    const patch = patchOf(read.content, asked)
    ;[wishes.value, sending.value] = [[], asked]
    if (!patch) return
    const answer = await action.run({ curriculum: read.id, revision: read.revision, patch })
    sending.value = []
    if (answer) {
      tries.value = 0
      saved.value = asked.reduce(wished, saved.value)
      due.value = answer.editCurriculum.revision
      if ((curriculum.value?.revision ?? 0) >= due.value) settle()
      else reload()
    } else await refused(asked, read.revision)
  }

  async function refused(asked: Link[], seen: number) {
    const [refusal] = action.refusals
    const again = asked.filter(link => !wishes.value.some(newer => sameLink(newer, link)))
    if (refusal?.code === 'STALE' && ++tries.value < TRIES) {
      wishes.value = [...again, ...wishes.value]
      due.value = Math.max(seen + 1, Number(refusal.facts.revision ?? 0))
      action.clear()
      if ((curriculum.value?.revision ?? 0) >= due.value) return flush()
    } else if (refusal && (PASSING.has(refusal.code) || refusal.code === 'STALE')) {
      wishes.value = [...again, ...wishes.value]
      held.value = true
    } else {
      wishes.value = []
    }
    reload()
  }

  function settle() {
    saved.value = []
    void flush()
  }
  watch(() => curriculum.value?.revision, revision => { if (revision !== undefined && revision >= due.value) settle() })

  /** Sends what could not be sent. */
  function again() {
    held.value = false
    tries.value = 0
    action.clear()
    if ((curriculum.value?.revision ?? 0) < due.value) reload()
    void flush()
  }

  return reactive({ content, pending, held, lost, busy: computed(() => action.busy), problems: computed(() => action.problems), set, again })
}
