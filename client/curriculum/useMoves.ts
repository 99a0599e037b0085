import { computed, reactive, ref, type Ref } from 'vue'
import type { CurriculumMove } from '../gql/operations.ts'
import { useAction } from '../lib/useAction.ts'
import { ApproveCurriculum, ArchiveCurriculum, PublishCurriculum, ReturnCurriculum, ReviseCurriculum, SubmitCurriculum, WithdrawCurriculum } from './api.ts'
import type { Curriculum } from './content.ts'

/** The steps of a curriculum's way, each asked about before it is taken. */
export function useMoves(curriculum: Ref<Curriculum | undefined>, done: (move: CurriculumMove) => void) {
  const asking = ref<CurriculumMove | null>(null)
  const actions = {
    submit: useAction(SubmitCurriculum), withdraw: useAction(WithdrawCurriculum), return: useAction(ReturnCurriculum), approve: useAction(ApproveCurriculum),
    publish: useAction(PublishCurriculum), revise: useAction(ReviseCurriculum), archive: useAction(ArchiveCurriculum),
  }
  const current = computed(() => (asking.value ? actions[asking.value] : null))

  function ask(move: CurriculumMove) {
    actions[move].clear()
    asking.value = move
  }

  function send(move: CurriculumMove, { id, revision, hash }: Curriculum, reason: string, due: string | null): Promise<unknown> {
    switch (move) {
      case 'submit': return actions.submit.run({ curriculum: id, revision, due })
      case 'approve': return actions.approve.run({ curriculum: id, hash })
      case 'publish': return actions.publish.run({ curriculum: id, hash })
      case 'return': return actions.return.run({ curriculum: id, reason })
      case 'archive': return actions.archive.run({ curriculum: id, reason })
      default: return actions[move].run({ curriculum: id })
    }
  }

  /** `due`: by when a submission should be answered; the server's default when null. */
  async function go(reason: string, due: string | null = null) {
    const move = asking.value
    if (!move || !curriculum.value || !(await send(move, curriculum.value, reason, due))) return
    asking.value = null
    done(move)
  }

  return reactive({
    asking, ask, go, close: () => { asking.value = null },
    busy: computed(() => current.value?.busy ?? false),
    problems: computed(() => current.value?.problems ?? []),
    errorOf: (field: string) => current.value?.errorOf(field),
  })
}
