import type { CombinedError } from '@urql/core'
import { useI18n } from 'vue-i18n'
import type { ExportLoss } from '../gql/operations.ts'
import { refusalsOf } from '../lib/refusal.ts'
import { useRefusals } from '../lib/useRefusals.ts'
import { useToast } from '../ui/index.ts'
import { keepFile, lossesByKind } from './exporting.ts'

type Exported = { name: string; type: string; base64: string; count: number; omitted: readonly number[]; losses: readonly { number: number; losses: readonly ExportLoss[] }[] }

/** Gives out a file of questions, and says what of them is not in it; or why there is no file. */
export function useExported() {
  const { t } = useI18n()
  const toast = useToast()
  const say = useRefusals()
  return (made: Exported | null | undefined, error: CombinedError | undefined) => {
    if (!made) return refusalsOf(error).forEach(refusal => toast.danger(say(refusal)))
    keepFile(made)
    const lost = lossesByKind(made.losses).map(({ loss, numbers }) => t('bank.exchange.lost', { loss: t(`bank.exchange.exportLoss.${loss}`), numbers: numbers.join(', ') }))
    const said = [...(made.omitted.length ? [t('bank.exchange.omitted', { numbers: made.omitted.join(', ') })] : []), ...lost]
    if (said.length > 0) toast.warning(`${t('bank.exchange.exported', { count: made.count })} ${said.join('; ')}`)
    else toast.success(t('bank.exchange.exported', { count: made.count }))
  }
}
