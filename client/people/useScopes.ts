import { computed, type Ref } from 'vue'
import type { ScopeKind } from '../gql/operations.ts'
import { useRead } from '../lib/useRead.ts'
import { ScopePartners, UnitOptions } from './api.ts'

/** The things of a kind that a role can be granted in, as options; asked for only when wanted. */
export function useScopes(kind: Ref<ScopeKind>) {
  const units = useRead(UnitOptions, {}, { pause: () => kind.value !== 'UNIT' })
  const partners = useRead(ScopePartners, {}, { pause: () => kind.value !== 'PARTNER' })
  return computed(() => {
    const found = kind.value === 'UNIT' ? units.data?.units.nodes : kind.value === 'PARTNER' ? partners.data?.partners.nodes : []
    return (found ?? []).map(({ id, name }) => ({ value: id, label: name }))
  })
}
