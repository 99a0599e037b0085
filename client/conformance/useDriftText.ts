import { useI18n } from 'vue-i18n'
import { useFormat } from '../lib/useFormat.ts'
import type { ShownDrift } from './looks.ts'

type Drift = Pick<ShownDrift, 'kind' | 'size' | 'facts'>
type Change = { rule: string; from: number | null; to: number | null }

/** A drift as people read it: its size, a sentence, and for rules what was changed. */
export function useDriftText() {
  const { t } = useI18n()
  const format = useFormat()
  const said = (rule: string, value: number | null) => (value === null ? t('course.rules.none') : rule === 'finalMark' ? format.number(value, 2) : format.percent(value))
  const nameOf = (rule: string) => (rule.startsWith('weights.') ? `${t('course.rules.weight')} ${t(`course.rules.part.${rule.slice(8)}`)}` : t(`course.rules.${rule}`))

  return {
    sizeOf: ({ size }: Drift) => t('conformance.size', { size: format.percent(size) }),
    sentenceOf({ kind, facts }: Drift): string {
      const { approved, actual } = facts as { approved?: number | string; actual?: number }
      const minutes = (value: unknown) => format.duration(Number(value ?? 0) * 60)
      if (kind === 'HOURS') return t('conformance.sentence.HOURS', { approved: minutes(approved), actual: minutes(actual) })
      return t(`conformance.sentence.${kind}`, { approved: approved ?? '', actual: actual ?? 0 })
    },
    rulesOf: ({ facts }: Drift): string[] =>
      ((facts as { changes?: Change[] }).changes ?? []).map(({ rule, from, to }) => t('conformance.ruleChange', { rule: nameOf(rule), from: said(rule, from), to: said(rule, to) })),
  }
}
