import { useClientHandle } from '@urql/vue'
import { watchDebounced } from '@vueuse/core'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../lib/useFormat.ts'
import { ReadNip } from './api.ts'

/** What the NIP being typed says about its bearer, in words; empty while it cannot be read. */
export function useNipReading(nipOf: () => string) {
  const { t } = useI18n()
  const format = useFormat()
  const { client } = useClientHandle()
  const said = ref('')

  watchDebounced(nipOf, async nip => {
    said.value = ''
    if (nip.replace(/[\s.]/g, '').length !== 18) return
    const { data } = await client.query(ReadNip, { nip }).toPromise()
    const reading = data?.readNip
    if (!reading || nip !== nipOf()) return
    said.value = t('people.form.nipSays', { kind: reading.employment, birth: format.dateLong(reading.birthDate), gender: t(`people.gender.${reading.gender}`), year: String(reading.appointedYear) })
  }, { debounce: 400 })

  return said
}
