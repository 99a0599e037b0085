import { useI18n } from 'vue-i18n'
import type { CurriculumSection } from '../gql/operations.ts'

/** What a place is called: the whole, a section, or an element of it. */
export function usePlaceName() {
  const { t } = useI18n()
  return ({ section, label }: { section?: CurriculumSection | null; label: string }): string =>
    (!section ? t('discussion.whole') : label || t(`discussion.section.${section}`))
}
