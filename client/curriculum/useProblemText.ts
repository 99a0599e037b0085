import { useI18n } from 'vue-i18n'
import type { Curriculum } from './content.ts'

type Problem = Curriculum['problems'][number]

/** A problem in words; its kind of assessment, where it has one, in the reader's language. */
export function useProblemText() {
  const { t } = useI18n()
  const words = ({ kind, form }: Problem['facts']) => ({
    ...(kind === 'QUIZ' || kind === 'PRACTICUM' ? { kind: t(`curriculum.assessmentKind.${kind}`) } : {}),
    ...(form === 'theory' || form === 'practice' || form === 'field' ? { form: t(`curriculum.hours.${form}`) } : {}),
  })
  return ({ code, facts }: Problem): string => t(`refusal.${code}`, { ...facts, ...words(facts) })
}
