import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SubmissionMove } from '../gql/operations.ts'
import { useFormat } from '../lib/useFormat.ts'
import type { TimelineItem, Tone } from '../ui/index.ts'

type Step = { at: string; move: SubmissionMove; reason?: string | null; by?: { fullName: string } | null }

const tones: Record<SubmissionMove, Tone> = { submit: 'info', return: 'warning', grade: 'success' }

/** What happened to a piece of work, for `Timeline`. */
export function useHistory(steps: () => readonly Step[] | undefined) {
  const { t } = useI18n()
  const format = useFormat()
  return computed<TimelineItem[]>(() => (steps() ?? []).map(({ at, move, reason, by }, place) => ({
    key: String(place), title: t(`practicum.move.${move}`, { by: by?.fullName ?? t('practicum.somebody') }), text: reason ?? undefined, time: format.dateTime(at), tone: tones[move],
  })))
}
