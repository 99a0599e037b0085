import { useI18n } from 'vue-i18n'
import type { Curriculum } from './content.ts'

type Problem = Curriculum['problems'][number]

/** A problem in words; its kind of assessment, where it has one, in the reader's language. */
export function useProblemText() {
  const { t } = useI18n()
  return ({ code, facts }: Problem): string =>
    t(`refusal.${code}`, { ...facts, ...(facts.kind === 'QUIZ' || facts.kind === 'PRACTICUM' ? { kind: t(`curriculum.assessmentKind.${facts.kind}`) } : {}) })
}
