import { useI18n } from 'vue-i18n'
import type { Language } from './format.ts'
import { refusalText, type Refusal } from './refusal.ts'

/** Says a refusal in the language now shown. */
export function useRefusals() {
  const { t, te, locale } = useI18n()
  return (refusal: Refusal): string => refusalText(t, refusal, { te: key => te(key), language: locale.value as Language })
}
