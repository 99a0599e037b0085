import { useI18n } from 'vue-i18n'
import { useFormat } from '../lib/useFormat.ts'

type Problem = { code: string; facts: Record<string, unknown> }

/** A problem in words; what it names of kinds, forms and fields, in the reader's language. */
export function useProblemText() {
  const { t } = useI18n()
  const format = useFormat()
  const numbers = (facts: Problem['facts']) => Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? format.number(fact) : fact]))
  const words = ({ kind, form, field }: Problem['facts']) => ({
    ...(field === 'title' || field === 'name' || field === 'code' || field === 'text' ? { field: t(`studio.field.${field}`) } : {}),
    ...(kind === 'QUIZ' || kind === 'PRACTICUM' ? { kind: t(`curriculum.assessmentKind.${kind}`) } : {}),
    ...(form === 'theory' || form === 'practice' || form === 'field' ? { form: t(`curriculum.hours.${form}`) } : {}),
  })
  return ({ code, facts }: Problem): string => t(`refusal.${code}`, { ...numbers(facts), ...words(facts) })
}
