import { useI18n } from 'vue-i18n'
import type { Column } from './alignment.ts'

/** How columns are named: short above the matrix, whole elsewhere. */
export function useColumnWords() {
  const { t } = useI18n()
  const short = ({ side, kind, number, code }: Column): string => code ?? t(`alignment.short.${kind ?? side}`, { number })
  return { short, whole: (column: Column): string => `${short(column)} ${column.name}` }
}
