import { useI18n } from 'vue-i18n'
import { useFormat } from '../lib/useFormat.ts'
import type { TraceNode } from './layers.ts'

/** A node of a trace as people read it: its name, what stands under it, and both as one sentence. */
export function useNodeText() {
  const { t } = useI18n()
  const format = useFormat()

  function nameOf({ layer, label, side }: TraceNode): string {
    if (layer === 'VERSION') return t('evaluation.trace.version', { number: label })
    if (layer === 'APPROVAL') return label || t(`evaluation.side.${side ?? 'AGENCY'}`)
    return label
  }
  function noteOf({ layer, text, mark, at, side }: TraceNode): string {
    if (layer === 'EVIDENCE') return [t(`evaluation.kind.${text}`), mark === null ? '' : t('evaluation.trace.mark', { mark: format.number(mark * 100) }), at ? format.date(at) : ''].filter(Boolean).join(' · ')
    if (layer === 'APPROVAL') return [t(`evaluation.side.${side ?? 'AGENCY'}`), format.date(at)].join(' · ')
    if (layer === 'NEED') return ''
    return text ?? (at ? format.date(at) : '')
  }
  const spoken = (node: TraceNode) => [`${t(`evaluation.layer.${node.layer}`)}: ${nameOf(node)}`, noteOf(node)].filter(Boolean).join('. ')
  return { nameOf, noteOf, spoken }
}
