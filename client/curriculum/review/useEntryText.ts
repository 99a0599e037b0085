import { useI18n } from 'vue-i18n'
import type { CurriculumSection } from '../../gql/operations.ts'
import { useFormat } from '../../lib/useFormat.ts'
import type { Entry } from './looks.ts'

type Facts = {
  reason?: string | null; sections?: CurriculumSection[]; section?: CurriculumSection; due?: string; version?: number
  unsigned?: CurriculumSection[]; startsOn?: string; endsOn?: string; code?: string
}

/** What an entry of the history says, beside who and when: one sentence for each fact worth telling. */
export function useEntryText() {
  const { t, te } = useI18n()
  const format = useFormat()
  const names = (sections: readonly CurriculumSection[]) => sections.map(section => t(`curriculum.section.${section}`)).join(', ')
  return ({ kind, facts, concerns }: Entry): string => {
    const said = facts as Facts
    const parts = [
      said.sections && names(said.sections),
      said.section && t(`curriculum.section.${said.section}`),
      kind === 'approve' && concerns && t('review.entry.onBehalf', { name: concerns.fullName }),
      (kind === 'delegate' || kind === 'revoke') && concerns?.fullName,
      said.startsOn && said.endsOn && t('review.entry.period', { from: format.date(said.startsOn), to: format.date(said.endsOn) }),
      (kind === 'submit' || kind === 'schedule') && said.due && t('review.entry.due', { due: format.date(said.due) }),
      kind === 'publish' && said.version && t('curriculum.versions.number', { number: said.version }),
      kind === 'approve' && said.unsigned && said.unsigned.length > 0 && t('review.entry.unsigned', { sections: names(said.unsigned) }),
      kind === 'waive' && said.code && te(`review.entry.${said.reason ? 'waived' : 'unwaived'}`) && t(`review.entry.${said.reason ? 'waived' : 'unwaived'}`),
      said.reason,
    ]
    return parts.filter(part => typeof part === 'string' && part !== '').join(' · ')
  }
}
